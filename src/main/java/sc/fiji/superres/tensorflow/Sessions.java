package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.loader.GpuMemoryLimit;
import sc.fiji.superres.network.Weight;

/** What inference and training share: sessions, and bulk copies between arrays and tensors. */
final class Sessions {

	private Sessions() {}

	static Session open(final Graph graph, final int threads, final Placement placement) {
		return new Session(graph, config(threads, placement, placement.isGpu() ? GpuMemoryLimit.megabytes() : 0));
	}

	/** For what only reads and writes weights. */
	static Session onCpu(final Graph graph, final int threads) {
		return open(graph, threads, Placement.CPU);
	}

	/**
	 * On the CPU no graphics processor is touched; on one, the others are not. Operations are not placed one by one: TensorFlow
	 * puts them on the graphics processor, and on the CPU what has no kernel there, so soft placement, which would let them run
	 * elsewhere than asked for, stays off.
	 *
	 * @param limit of the graphics processor's memory in megabytes; 0 for none
	 */
	static ConfigProto config(final int threads, final Placement placement, final int limit) {
		final ConfigProto.Builder config = ConfigProto.newBuilder().setIntraOpParallelismThreads(threads)
			.setInterOpParallelismThreads(1).setAllowSoftPlacement(false);
		if (!placement.isGpu()) return config.putDeviceCount("GPU", 0).build();
		final GPUOptions.Builder gpu = config.getGpuOptionsBuilder().setAllowGrowth(true).setVisibleDeviceList(String.valueOf(
			placement.gpu()));
		if (limit > 0) gpu.getExperimentalBuilder().addVirtualDevicesBuilder().addMemoryLimitMb(limit);
		return config.build();
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

	/** Sets variables without a trace of the values in the graph; in one run, as each run looks at the whole graph again. */
	static void assign(final Ops tf, final Session session, final Map<Variable<TFloat32>, float[]> values) {
		final Map<Placeholder<TFloat32>, TFloat32> feeds = new LinkedHashMap<>();
		final List<Op> assignments = new ArrayList<>();
		try {
			values.forEach((variable, value) -> {
				final Shape shape = variable.ref().shape();
				final Placeholder<TFloat32> placeholder = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
				feeds.put(placeholder, tensor(value, shape.asArray()));
				assignments.add(tf.assign(variable, placeholder));
			});
			final Session.Runner runner = session.runner();
			feeds.forEach(runner::feed);
			assignments.forEach(runner::addTarget);
			runner.run().close();
		}
		finally {
			feeds.values().forEach(TFloat32::close);
		}
	}
}
