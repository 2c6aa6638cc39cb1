package sc.fiji.superres;

import sc.fiji.superres.network.Affine;
import sc.fiji.superres.network.Convolution;
import sc.fiji.superres.network.Fold;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Relu;
import sc.fiji.superres.network.Residual;
import sc.fiji.superres.network.Weights;

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

	/** @return height·scale × width·scale × channels values */
	public static float[] run(final Network network, final Weights weights, final float[] lr, final int height, final int width) {
		final int channels = network.channels();
		final Tensor input = make(height, width, channels, (y, x, c) -> lr[(y * width + x) * channels + c]);
		final Tensor output = new SlowNetwork(weights).forward(network.layers(), input);
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
		return make(in.height(), in.width(), layer.outputs(), (y, x, c) -> {
			double sum = bias[c];
			for (int ky = 0; ky < size; ky++)
				for (int kx = 0; kx < size; kx++)
					for (int ci = 0; ci < layer.inputs(); ci++)
						sum += in.at(y + ky - size / 2, x + kx - size / 2, ci) * kernel[((ky * size + kx) * layer.inputs() + ci) * layer
							.outputs() + c];
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
	public Tensor relu(final Relu layer, final Tensor in) {
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> Math.max(0, in.at(y, x, c)));
	}

	@Override
	public Tensor residual(final Residual layer, final Tensor in) {
		final Tensor body = forward(layer.body(), in);
		return make(in.height(), in.width(), in.channels(), (y, x, c) -> in.at(y, x, c) + layer.scaling() * body.at(y, x, c));
	}
}
