package sc.fiji.superres.tensorflow;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.network.FoldedNetwork;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** An inference graph with constant weights and one fixed window shape: any other shape would fragment the memory. */
final class TensorFlowInference implements Inference {

	private final Graph graph = new Graph();
	private final Session session;
	private final Placeholder<TFloat32> input;
	private final Operand<TFloat32> output;
	private final long[] shape;
	private final int inputSize;
	private final int outputSize;

	TensorFlowInference(final Network network, final Weights weights, final int height, final int width, final int threads,
		final Placement placement)
	{
		shape = new long[] { 1, height, width, network.channels() };
		inputSize = Math.toIntExact(Shape.of(shape).size());
		outputSize = Math.multiplyExact(inputSize, network.scale() * network.scale());
		final Ops tf = Ops.create(graph);
		input = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
		final FoldedNetwork folded = FoldedNetwork.of(network, weights);
		output = GraphBuilder.inference(tf, weight -> tf.constant(Sessions.shape(weight),
			DataBuffers.of(folded.weights().get(weight.name()))), Precision.FLOAT32).build(folded.network().layers(), input);
		session = Sessions.open(graph, threads, placement);
	}

	@Override
	public void run(final float[] lr, final float[] hr) {
		if (lr.length != inputSize || hr.length != outputSize)
			throw new IllegalArgumentException("A window has " + inputSize + " values and its result " + outputSize + ", not " +
				lr.length + " and " + hr.length + ".");
		try (TFloat32 window = Sessions.tensor(lr, shape);
				Result result = session.runner().feed(input, window).fetch(output).run()) {
			Sessions.copy(result.get(0), hr);
		}
		catch (final TFResourceExhaustedException e) {
			throw new EngineMemoryException("TensorFlow's memory is full: " + e.getMessage(), e);
		}
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
