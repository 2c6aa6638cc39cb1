package sc.fiji.superres.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** Networks as TensorFlow SavedModels: an inference graph for any image size, its variables named as the weights. */
final class SavedModels {

	private SavedModels() {}

	static void write(final Network network, final Weights weights, final Path folder, final int threads)
		throws IOException
	{
		try (Graph graph = new Graph(); Session session = Sessions.onCpu(graph, threads)) {
			final Ops tf = Ops.create(graph);
			final Map<Weight, Variable<TFloat32>> variables = new LinkedHashMap<>();
			for (final Weight weight : network.weights())
				variables.put(weight, tf.withName(weight.name()).variable(Sessions.shape(weight), TFloat32.class));
			final Placeholder<TFloat32> input = tf.withName("input").placeholder(TFloat32.class,
				Placeholder.shape(Shape.of(-1, -1, -1, network.channels())));
			final Operand<TFloat32> output = GraphBuilder.inference(tf, variables::get, Precision.FLOAT32).build(network.layers(),
				input);
			final Map<Variable<TFloat32>, float[]> values = new LinkedHashMap<>();
			variables.forEach((weight, variable) -> values.put(variable, weights.get(weight.name())));
			Sessions.assign(tf, session, values);
			SavedModelBundle.exporter(folder.toString()).withSession(session).withSignature(
				Signature.builder().input("input", input).output("output", output).build()).export();
		}
		catch (final TensorFlowException e) {
			throw new IOException("TensorFlow cannot write the model to " + folder + ": " + e.getMessage(), e);
		}
	}

	static Weights read(final Network network, final Path folder, final int threads) throws IOException {
		if (!Files.isRegularFile(folder.resolve("saved_model.pb")))
			throw new IOException("There is no saved_model.pb in the weights.");
		try (SavedModelBundle bundle = SavedModelBundle.loader(folder.toString()).withConfigProto(Sessions
			.config(threads, Placement.CPU, 0)).load()) {
			final Weights weights = new Weights();
			for (final Weight weight : network.weights())
				weights.put(weight, read(bundle, weight));
			return weights;
		}
		catch (final TensorFlowException e) {
			throw new IOException("TensorFlow cannot read the weights: " + firstLine(e), e);
		}
	}

	private static float[] read(final SavedModelBundle bundle, final Weight weight) throws IOException {
		if (bundle.graph().operation(weight.name()) == null)
			throw new IOException("The weights have no variable " + weight.name() + ".");
		try (Result result = bundle.session().runner().fetch(weight.name()).run()) {
			final Shape shape = result.get(0).shape();
			if (!(result.get(0) instanceof TFloat32) || !shape.equals(Sessions.shape(weight)))
				throw new IOException("The variable " + weight.name() + " has the shape " + shape + ", but must be float32 of " +
					"shape " +
					weight.shape() + ".");
			final float[] values = new float[weight.size()];
			Sessions.copy(result.get(0), values);
			return values;
		}
	}

	private static String firstLine(final Exception e) {
		return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
	}
}
