package sc.fiji.superres.tensorflow;

import java.util.List;
import java.util.function.Function;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.network.Affine;
import sc.fiji.superres.network.Convolution;
import sc.fiji.superres.network.Fold;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.PixelShuffle;
import sc.fiji.superres.network.Relu;
import sc.fiji.superres.network.Residual;
import sc.fiji.superres.network.Weight;

/**
 * The graph of a network, for inference or training: which of both it is lies only in what stands for the weights,
 * constants or variables. Tensors are NHWC, float32 between the layers.
 */
final class GraphBuilder implements Fold<Operand<TFloat32>> {

	private static final List<Long> STRIDE_1 = List.of(1L, 1L, 1L, 1L);

	private final Ops tf;
	private final Function<Weight, Operand<TFloat32>> weights;
	private final Precision precision;

	/** @param weights gives the operand that stands for a weight */
	GraphBuilder(final Ops tf, final Function<Weight, Operand<TFloat32>> weights, final Precision precision) {
		this.tf = tf;
		this.weights = weights;
		this.precision = precision;
	}

	/** Adds the network behind {@code input}, grey levels of shape (batch, height, width, channels), and gives its output. */
	Operand<TFloat32> build(final Network network, final Operand<TFloat32> input) {
		return forward(network.layers(), input);
	}

	@Override
	public Operand<TFloat32> affine(final Affine layer, final Operand<TFloat32> x) {
		final float[] offset = new float[layer.offset().size()];
		for (int c = 0; c < offset.length; c++)
			offset[c] = layer.offset().get(c).floatValue();
		return tf.math.add(tf.math.mul(x, tf.constant((float) layer.gain())), tf.constant(offset));
	}

	@Override
	public Operand<TFloat32> convolution(final Convolution layer, final Operand<TFloat32> x) {
		final Operand<TFloat32> kernel = weights.apply(layer.kernel());
		final Operand<TFloat32> products = precision == Precision.FLOAT32 ? tf.nn.conv2d(x, kernel, STRIDE_1, "SAME")
			: tf.dtypes.cast(tf.nn.conv2d(tf.dtypes.cast(x, TBfloat16.class), tf.dtypes.cast(kernel, TBfloat16.class), STRIDE_1,
				"SAME"), TFloat32.class);
		return tf.nn.biasAdd(products, weights.apply(layer.bias()));
	}

	@Override
	public Operand<TFloat32> pixelShuffle(final PixelShuffle layer, final Operand<TFloat32> x) {
		return tf.nn.depthToSpace(x, (long) layer.factor());
	}

	@Override
	public Operand<TFloat32> relu(final Relu layer, final Operand<TFloat32> x) {
		return tf.nn.relu(x);
	}

	@Override
	public Operand<TFloat32> residual(final Residual layer, final Operand<TFloat32> x) {
		Operand<TFloat32> body = forward(layer.body(), x);
		if (layer.scaling() != 1) body = tf.math.mul(body, tf.constant((float) layer.scaling()));
		return tf.math.add(x, body);
	}
}
