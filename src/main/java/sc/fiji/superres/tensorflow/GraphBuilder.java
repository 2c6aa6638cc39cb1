package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

import sc.fiji.superres.engine.Precision;
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
import sc.fiji.superres.network.PRelu;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Residual;
import sc.fiji.superres.network.Upsample;
import sc.fiji.superres.network.Weight;

/**
 * The graph of a network, for inference or training: which of both it is lies only in what stands for the weights,
 * constants or variables, and in batch normalisation. Tensors are NHWC, float32 between the layers.
 */
final class GraphBuilder implements Fold<Operand<TFloat32>> {

	/** How much of a running mean or variance a step keeps. */
	private static final float KEPT = 0.9f;

	private final Ops tf;
	private final Function<Weight, ? extends Operand<TFloat32>> weights;
	private final Precision precision;
	private final boolean batchStatistics;
	private final List<Op> updates = new ArrayList<>();

	private GraphBuilder(final Ops tf, final Function<Weight, ? extends Operand<TFloat32>> weights, final Precision precision,
		final boolean batchStatistics)
	{
		this.tf = tf;
		this.weights = weights;
		this.precision = precision;
		this.batchStatistics = batchStatistics;
	}

	/** @param weights gives the operand that stands for a weight */
	static GraphBuilder inference(final Ops tf, final Function<Weight, ? extends Operand<TFloat32>> weights,
		final Precision precision)
	{
		return new GraphBuilder(tf, weights, precision, false);
	}

	/** @param weights gives the variable of a weight */
	static GraphBuilder training(final Ops tf, final Function<Weight, Variable<TFloat32>> weights, final Precision precision) {
		return new GraphBuilder(tf, weights, precision, true);
	}

	/** Adds the layers behind {@code input}, grey levels of shape (batch, height, width, channels), and gives their output. */
	Operand<TFloat32> build(final List<Layer> layers, final Operand<TFloat32> input) {
		return forward(layers, input);
	}

	/** What a training step has to run beside, so that batch normalisation knows its statistics later. */
	List<Op> updates() {
		return updates;
	}

	@Override
	public Operand<TFloat32> activation(final Activation layer, final Operand<TFloat32> x) {
		return switch (layer) {
			case RELU -> tf.nn.relu(x);
			// TensorFlow 2.18 fails to optimise a whole training graph with leakyRelu behind biasAdd
			case LEAKY_RELU -> tf.math.maximum(x, tf.math.mul(x, tf.constant((float) Activation.LEAK)));
			case TANH -> tf.math.tanh(x);
		};
	}

	@Override
	public Operand<TFloat32> affine(final Affine layer, final Operand<TFloat32> x) {
		final float[] offset = new float[layer.offset().size()];
		for (int c = 0; c < offset.length; c++)
			offset[c] = layer.offset().get(c).floatValue();
		return tf.math.add(tf.math.mul(x, tf.constant((float) layer.gain())), tf.constant(offset));
	}

	@Override
	public Operand<TFloat32> batchNorm(final BatchNorm layer, final Operand<TFloat32> x) {
		final Operand<TFloat32> mean = weights.apply(layer.mean());
		final Operand<TFloat32> variance = weights.apply(layer.variance());
		final Operand<TFloat32> none = tf.constant(new float[0]);
		final FusedBatchNorm<TFloat32, TFloat32> norm = tf.nn.fusedBatchNorm(x, weights.apply(layer.gamma()), weights.apply(layer
			.beta()), batchStatistics ? none : mean, batchStatistics ? none : variance, FusedBatchNorm.epsilon(BatchNorm.EPSILON),
			FusedBatchNorm.isTraining(batchStatistics));
		if (batchStatistics) {
			updates.add(follow(mean, norm.batchMean()));
			updates.add(follow(variance, norm.batchVariance()));
		}
		return norm.y();
	}

	private Op follow(final Operand<TFloat32> running, final Operand<TFloat32> batch) {
		return tf.assignSub((Variable<TFloat32>) running, tf.math.mul(tf.constant(1 - KEPT), tf.math.sub(running, batch)));
	}

	@Override
	public Operand<TFloat32> convolution(final Convolution layer, final Operand<TFloat32> x) {
		final Operand<TFloat32> kernel = weights.apply(layer.kernel());
		final List<Long> strides = List.of(1L, (long) layer.stride(), (long) layer.stride(), 1L);
		final Operand<TFloat32> products = precision == Precision.FLOAT32 ? tf.nn.conv2d(x, kernel, strides, "SAME")
			: tf.dtypes.cast(tf.nn.conv2d(tf.dtypes.cast(x, TBfloat16.class), tf.dtypes.cast(kernel, TBfloat16.class), strides,
				"SAME"), TFloat32.class);
		return layer.biased() ? tf.nn.biasAdd(products, weights.apply(layer.bias())) : products;
	}

	@Override
	public Operand<TFloat32> dense(final Dense layer, final Operand<TFloat32> x) {
		final Operand<TFloat32> vector = tf.reshape(x, tf.constant(new int[] { -1, layer.inputs() }));
		final Operand<TFloat32> sums = tf.linalg.matMul(vector, weights.apply(layer.kernel()));
		return tf.reshape(tf.nn.biasAdd(sums, weights.apply(layer.bias())), tf.constant(new int[] { -1, 1, 1, layer.outputs() }));
	}

	/** The channels of the one image there is become the images of a batch. */
	@Override
	public Operand<TFloat32> eachChannel(final EachChannel layer, final Operand<TFloat32> x) {
		final Operand<TInt32> imagesToChannels = tf.constant(new int[] { 3, 1, 2, 0 });
		return tf.linalg.transpose(forward(layer.body(), tf.linalg.transpose(x, imagesToChannels)), imagesToChannels);
	}

	@Override
	public Operand<TFloat32> greyAsRgb(final GreyAsRgb layer, final Operand<TFloat32> x) {
		final Operand<TFloat32> rgb = forward(layer.body(), tf.concat(List.of(x, x, x), tf.constant(3)));
		final float third = 1 / 3f;
		return mix(rgb, new double[][] { { third, third, third } });
	}

	@Override
	public Operand<TFloat32> lumaOnly(final LumaOnly layer, final Operand<TFloat32> x) {
		final float[] offset = floats(LumaOnly.offset());
		final Operand<TFloat32> ycbcr = tf.math.add(mix(x, LumaOnly.toYcbcr()), tf.constant(offset));
		final Operand<TFloat32> luma = forward(layer.body(), mix(ycbcr, new double[][] { { 1, 0, 0 } }));
		final Operand<TFloat32> chroma = upsample(layer.chroma(), mix(ycbcr, new double[][] { { 0, 1, 0 }, { 0, 0, 1 } }));
		return mix(tf.math.sub(tf.concat(List.of(luma, chroma), tf.constant(3)), tf.constant(offset)), LumaOnly.toRgb());
	}

	/** Each output channel as a weighted sum of the input's. */
	private Operand<TFloat32> mix(final Operand<TFloat32> x, final double[][] matrix) {
		final int inputs = matrix[0].length;
		final float[] kernel = new float[matrix.length * inputs];
		for (int i = 0; i < inputs; i++)
			for (int o = 0; o < matrix.length; o++)
				kernel[i * matrix.length + o] = (float) matrix[o][i];
		return tf.nn.conv2d(x, tf.constant(Shape.of(1, 1, inputs, matrix.length), DataBuffers.of(kernel)), List.of(1L, 1L, 1L, 1L),
			"SAME");
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}

	@Override
	public Operand<TFloat32> maxPool(final MaxPool layer, final Operand<TFloat32> x) {
		final Operand<TInt32> two = tf.constant(new int[] { 1, 2, 2, 1 });
		return tf.nn.maxPool(x, two, two, "VALID");
	}

	@Override
	public Operand<TFloat32> pRelu(final PRelu layer, final Operand<TFloat32> x) {
		return tf.math.sub(tf.nn.relu(x), tf.math.mul(weights.apply(layer.slope()), tf.nn.relu(tf.math.neg(x))));
	}

	@Override
	public Operand<TFloat32> pixelShuffle(final PixelShuffle layer, final Operand<TFloat32> x) {
		return tf.nn.depthToSpace(x, (long) layer.factor());
	}

	@Override
	public Operand<TFloat32> residual(final Residual layer, final Operand<TFloat32> x) {
		Operand<TFloat32> body = forward(layer.body(), x);
		if (layer.scaling() != 1) body = tf.math.mul(body, tf.constant((float) layer.scaling()));
		return tf.math.add(x, body);
	}

	/** A convolution that makes all output pixels of a pixel as channels, and a shuffle; the edge is replicated before. */
	@Override
	public Operand<TFloat32> upsample(final Upsample layer, final Operand<TFloat32> x) {
		final int factor = layer.factor();
		final int size = 2 * Upsample.REACH + 1;
		final float[] kernel = new float[size * size * factor * factor];
		for (int i = 0; i < kernel.length; i++) {
			final int phase = i % (factor * factor), column = i / (factor * factor) % size, row = i / (factor * factor) / size;
			kernel[i] = (float) (layer.taps(phase / factor)[row] * layer.taps(phase % factor)[column]);
		}
		Operand<TFloat32> padded = x;
		for (int i = 0; i < Upsample.REACH; i++) // to mirror one pixel is to replicate it
			padded = tf.mirrorPad(padded, tf.constant(new int[][] { { 0, 0 }, { 1, 1 }, { 1, 1 }, { 0, 0 } }), "SYMMETRIC");
		final Operand<TFloat32> phases = tf.constant(Shape.of(size, size, 1, factor * factor), DataBuffers.of(kernel));
		final List<Operand<TFloat32>> channels = new ArrayList<>();
		for (final Operand<TFloat32> channel : tf.split(tf.constant(3), padded, x.shape().get(3)))
			channels.add(tf.nn.depthToSpace(tf.nn.conv2d(channel, phases, List.of(1L, 1L, 1L, 1L), "VALID"), (long) factor));
		return channels.size() == 1 ? channels.get(0) : tf.concat(channels, tf.constant(3));
	}
}
