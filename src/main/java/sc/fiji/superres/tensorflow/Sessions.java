package sc.fiji.superres.tensorflow;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.network.Weight;

/** What inference and training share: sessions, and bulk copies between arrays and tensors. */
final class Sessions {

	private Sessions() {}

	static Session open(final Graph graph, final int threads) {
		return new Session(graph, config(threads));
	}

	static ConfigProto config(final int threads) {
		return ConfigProto.newBuilder().setIntraOpParallelismThreads(threads).setInterOpParallelismThreads(1).build();
	}

	static TFloat32 tensor(final float[] values, final long... shape) {
		return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
	}

	static Shape shape(final Weight weight) {
		return Shape.of(weight.shape().stream().mapToLong(Integer::longValue).toArray());
	}

	static void copy(final Tensor from, final float[] to) {
		((TFloat32) from).copyTo(DataBuffers.of(to));
	}

	/** Sets a variable without a trace of the values in the graph. */
	static void assign(final Ops tf, final Session session, final Variable<TFloat32> variable, final Weight weight,
		final float[] values)
	{
		final Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(Sessions.shape(weight)));
		try (TFloat32 tensor = Sessions.tensor(values, Sessions.shape(weight).asArray())) {
			session.runner().feed(value, tensor).addTarget(tf.assign(variable, value)).run().close();
		}
	}
}
