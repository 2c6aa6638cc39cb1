package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.network.Activation;
import sc.fiji.superres.network.Affine;
import sc.fiji.superres.network.BatchNorm;
import sc.fiji.superres.network.Convolution;
import sc.fiji.superres.network.Dense;
import sc.fiji.superres.network.EachChannel;
import sc.fiji.superres.network.Fold;
import sc.fiji.superres.network.GreyAsRgb;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.LumaOnly;
import sc.fiji.superres.network.MaxPool;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.PRelu;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Residual;
import sc.fiji.superres.network.Upsample;
import sc.fiji.superres.network.Weights;
import sc.fiji.superres.resample.MatlabResize;

/** Networks computed slowly and obviously, to hold the engine against. */
public final class SlowNetwork implements Fold<SlowNetwork.Tensor> {

	/** One image: {@code values[y][x][channel]}. */
	public record Tensor(double[][][] values) {

		int height() {
			return values.length;
		}

		int width() {
			return values[0].length;
		}

		int channels() {
			return values[0][0].length;
		}

		double at(final int y, final int x, final int c) {
			return y < 0 || x < 0 || y >= height() || x >= width() ? 0 : values[y][x][c];
		}
	}

	/** Value of an output pixel from its place. */
	private interface Pixel {

		double at(int y, int x, int c);
	}

	private final Weights weights;

	private SlowNetwork(final Weights weights) {
		this.weights = weights;
	}

	/** Whether an engine computes the same of random grey levels, with random weights. */
	public static void assertSame(final Engine engine, final Network network, final int height, final int width) {
		final Weights weights = TestNetworks.randomWeights(network, 7);
		final float[] lr = TestNetworks.randomGreyLevels(height * width * network.channels(), 8);
		final float[] hr = new float[lr.length * network.scale() * network.scale()];
		try (Inference inference = engine.inference(network, weights, height, width)) {
			inference.run(lr, hr);
		}
		final float[] slow = run(network, weights, lr, height, width);
		float largest = 1;
		for (final float value : slow)
			largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(slow, hr, largest * 1e-5f);
	}

	/** @return height·scale × width·scale × channels values */
	public static float[] run(final Network network, final Weights weights, final float[] lr, final int height, final int width) {
		return run(network.layers(), weights, lr, height, width, network.channels());
	}

	/** @return height × width × channels values of the last layer */
	public static float[] run(final List<Layer> layers, final Weights weights, final float[] lr, final int height, final int width,
		final int channels)
	{
		final Tensor input = make(height, width, channels, (y, x, c) -> lr[(y * width + x) * channels + c]);
		final Tensor output = new SlowNetwork(weights).forward(layers, input);
		final float[] hr = new float[output.height() * output.width() * output.channels()];
		int i = 0;
		for (final double[][] row : output.values)
			for (final double[] pixel : row)
				for (final double value : pixel)
					hr[i++] = (float) value;
		return hr;
	}

	private static Tensor make(final int height, final int width, final int channels, final Pixel pixel) {
		final double[][][] values = new double[height][width][channels];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int c = 0; c < channels; c++)
					values[y][x][c] = pixel.at(y, x, c);
		return new Tensor(values);
	}

	@Override
	public Tensor affine(final Affine layer, final Tensor in) {
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> layer.gain() * in.at(y, x, c) + layer.offset().get(c));
	}

	@Override
	public Tensor convolution(final Convolution layer, final Tensor in) {
		final float[] kernel = weights.get(layer.kernel().name());
		final float[] bias = weights.get(layer.bias().name());
		final int size = layer.size();
		final int stride = layer.stride();
		// TensorFlow's SAME puts the odd pixel of padding behind
		final int top = Math.max(0, ((in.height() - 1) / stride * stride + size - in.height()) / 2);
		final int left = Math.max(0, ((in.width() - 1) / stride * stride + size - in.width()) / 2);
		return make((in.height() - 1) / stride + 1, (in.width() - 1) / stride + 1, layer.outputs(), (y, x, c) -> {
			double sum = layer.biased() ? bias[c] : 0;
			for (int ky = 0; ky < size; ky++)
				for (int kx = 0; kx < size; kx++)
					for (int ci = 0; ci < layer.inputs(); ci++)
						sum += in.at(stride * y + ky - top, stride * x + kx - left, ci) * kernel[((ky * size + kx) * layer.inputs() + ci) *
							layer.outputs() + c];
			return sum;
		});
	}

	@Override
	public Tensor pixelShuffle(final PixelShuffle layer, final Tensor in) {
		final int f = layer.factor();
		final int outputs = in.channels() / (f * f);
		return make(in.height() * f, in.width() * f, outputs, (y, x, c) -> in.at(y / f, x / f, (y % f * f + x % f) * outputs + c));
	}

	@Override
	public Tensor residual(final Residual layer, final Tensor in) {
		final Tensor body = forward(layer.body(), in);
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> in.at(y, x, c) + layer.scaling() * body.at(y, x, c));
	}

	@Override
	public Tensor activation(final Activation layer, final Tensor in) {
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> {
			final double v = in.at(y, x, c);
			return switch (layer) {
				case RELU -> Math.max(0, v);
				case LEAKY_RELU -> v > 0 ? v : 0.2 * v;
				case TANH -> Math.tanh(v);
			};
		});
	}

	@Override
	public Tensor batchNorm(final BatchNorm layer, final Tensor in) {
		final float[] gamma = weights.get(layer.name() + ".gamma"), beta = weights.get(layer.name() + ".beta");
		final float[] mean = weights.get(layer.name() + ".mean"), variance = weights.get(layer.name() + ".variance");
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> gamma[c] * (in.at(y, x, c) - mean[c]) / Math.sqrt(variance[c] +
			1e-5) + beta[c]);
	}

	@Override
	public Tensor dense(final Dense layer, final Tensor in) {
		final float[] kernel = weights.get(layer.name() + ".kernel"), bias = weights.get(layer.name() + ".bias");
		return make(1, 1, layer.outputs(), (y, x, o) -> {
			double sum = bias[o];
			int i = 0;
			for (final double[][] row : in.values)
				for (final double[] pixel : row)
					for (final double value : pixel)
						sum += value * kernel[i++ * layer.outputs() + o];
			return sum;
		});
	}

	@Override
	public Tensor eachChannel(final EachChannel layer, final Tensor in) {
		final List<Tensor> results = new ArrayList<>();
		for (int c = 0; c < in.channels(); c++)
			results.add(forward(layer.body(), channel(in, c)));
		return make(results.get(0).height(), results.get(0).width(), in.channels(), (y, x, c) -> results.get(c).at(y, x, 0));
	}

	private static Tensor channel(final Tensor in, final int channel) {
		return make(in.height(), in.width(), 1, (y, x, c) -> in.at(y, x, channel));
	}

	@Override
	public Tensor greyAsRgb(final GreyAsRgb layer, final Tensor in) {
		final Tensor rgb = forward(layer.body(), make(in.height(), in.width(), 3, (y, x, c) -> in.at(y, x, 0)));
		return make(rgb.height(), rgb.width(), 1, (y, x, c) -> (rgb.at(y, x, 0) + rgb.at(y, x, 1) + rgb.at(y, x, 2)) / 3);
	}

	/** The inverse as ITU-R BT.601 has it, in decimals. */
	@Override
	public Tensor lumaOnly(final LumaOnly layer, final Tensor in) {
		final Tensor y601 = make(in.height(), in.width(), 1, (y, x, c) -> 16 + (65.481 * in.at(y, x, 0) + 128.553 * in.at(y, x, 1) +
			24.966 * in.at(y, x, 2)) / 255);
		final Tensor cb = make(in.height(), in.width(), 1, (y, x, c) -> 128 + (-37.797 * in.at(y, x, 0) - 74.203 * in.at(y, x, 1) + 112 *
			in.at(y, x, 2)) / 255);
		final Tensor cr = make(in.height(), in.width(), 1, (y, x, c) -> 128 + (112 * in.at(y, x, 0) - 93.786 * in.at(y, x, 1) - 18.214 *
			in.at(y, x, 2)) / 255);
		final Tensor luma = forward(layer.body(), y601), blue = layer.chroma().fold(this, cb), red = layer.chroma().fold(this, cr);
		return make(luma.height(), luma.width(), 3, (y, x, c) -> {
			final double l = 255 / 219.0 * (luma.at(y, x, 0) - 16), b = blue.at(y, x, 0) - 128, r = red.at(y, x, 0) - 128;
			return switch (c) {
				case 0 -> l + 1.596027 * r;
				case 1 -> l - 0.391762 * b - 0.812968 * r;
				default -> l + 2.017232 * b;
			};
		});
	}

	@Override
	public Tensor maxPool(final MaxPool layer, final Tensor in) {
		return make(in.height() / 2, in.width() / 2, in.channels(), (y, x, c) -> Math.max(Math.max(in.at(2 * y, 2 * x, c), in.at(2 * y,
			2 * x + 1, c)), Math.max(in.at(2 * y + 1, 2 * x, c), in.at(2 * y + 1, 2 * x + 1, c))));
	}

	@Override
	public Tensor pRelu(final PRelu layer, final Tensor in) {
		final float[] slope = weights.get(layer.name());
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> in.at(y, x, c) > 0 ? in.at(y, x, c) : slope[c] * in.at(y, x, c));
	}

	/** By the class that is tested against MATLAB. */
	@Override
	public Tensor upsample(final Upsample layer, final Tensor in) {
		final List<Img<DoubleType>> enlarged = new ArrayList<>();
		for (int channel = 0; channel < in.channels(); channel++) {
			final double[] plane = new double[in.height() * in.width()];
			for (int i = 0; i < plane.length; i++)
				plane[i] = in.at(i / in.width(), i % in.width(), channel);
			enlarged.add(MatlabResize.enlarge(ArrayImgs.doubles(plane, in.width(), in.height()), layer.factor()));
		}
		return make(in.height() * layer.factor(), in.width() * layer.factor(), in.channels(), (y, x, c) -> enlarged.get(c).getAt(x, y)
			.get());
	}
}
