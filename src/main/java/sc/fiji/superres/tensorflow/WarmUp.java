package sc.fiji.superres.tensorflow;

import java.util.List;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.Placement;

/**
 * A first convolution. It loads what a device needs to compute, and where that does not fit the machine it ends the process:
 * better here than in the middle of an image.
 */
final class WarmUp {

	private static final int SIDE = 8;

	private WarmUp() {}

	static void run(final int threads, final Placement placement) {
		try (Graph graph = new Graph(); Session session = Sessions.open(graph, threads, placement)) {
			final Ops tf = Ops.create(graph);
			final Operand<TFloat32> image = tf.zeros(tf.constant(new long[] { 1, SIDE, SIDE, 1 }), TFloat32.class);
			final Operand<TFloat32> kernel = tf.zeros(tf.constant(new long[] { 3, 3, 1, 1 }), TFloat32.class);
			session.runner().fetch(tf.nn.conv2d(image, kernel, List.of(1L, 1L, 1L, 1L), "SAME")).run().close();
		}
	}
}
