package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * A training graph with Adam (Kingma and Ba 2015, algorithm 1; β₁ = 0.9, β₂ = 0.999, ε = 1e-8). Rate and powers of β are
 * fed at each step, so that nothing but weights and moments is kept in the session.
 */
final class TensorFlowTraining implements Training {

	private static final float BETA_1 = 0.9f;
	private static final float BETA_2 = 0.999f;
	private static final float EPSILON = 1e-8f;

	private static final String FIRST = ".adam_m";
	private static final String SECOND = ".adam_v";

	private final Network network;
	private final TrainingSetup setup;
	private final Graph graph = new Graph();
	private final Session session;
	private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
	private final List<Op> updates = new ArrayList<>();
	private final Placeholder<TFloat32> lr, hr, rate, beta1Power, beta2Power;
	private final Operand<TFloat32> loss;
	private long step;

	TensorFlowTraining(final Network network, final TrainingState state, final TrainingSetup setup,
		final int threads)
	{
		this.network = network;
		this.setup = setup;
		final Ops tf = Ops.create(graph);
		lr = tf.placeholder(TFloat32.class, Placeholder.shape(batchShape(1)));
		hr = tf.placeholder(TFloat32.class, Placeholder.shape(batchShape(network.scale())));
		rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
		beta1Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
		beta2Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));

		final Operand<TFloat32> output = new GraphBuilder(tf, weight -> variable(tf, weight, ""), setup.precision())
			.build(network, lr);
		loss = tf.math.mean(tf.math.abs(tf.math.sub(output, hr)), tf.array(0, 1, 2, 3));
		addAdam(tf);

		session = Sessions.open(graph, threads);
		restore(tf, state);
		step = state.step();
	}

	private Shape batchShape(final int scale) {
		final long side = (long) scale * setup.patch();
		return Shape.of(setup.batch(), side, side, network.channels());
	}

	private Variable<TFloat32> variable(final Ops tf, final Weight weight, final String slot) {
		final Variable<TFloat32> variable = tf.withName(weight.name() + slot).variable(Sessions.shape(weight), TFloat32.class);
		variables.put(weight.name() + slot, variable);
		return variable;
	}

	private void addAdam(final Ops tf) {
		final List<Weight> weights = network.weights();
		final Gradients gradients = Gradients.create(tf.scope(), List.of(loss),
			weights.stream().map(weight -> variables.get(weight.name())).toList());
		for (int i = 0; i < weights.size(); i++) {
			final Weight weight = weights.get(i);
			updates.add(tf.train.applyAdam(variables.get(weight.name()), variable(tf, weight, FIRST), variable(tf, weight, SECOND),
				beta1Power, beta2Power, rate, tf.constant(BETA_1), tf.constant(BETA_2), tf.constant(EPSILON),
				gradients.<TFloat32>dy(i)));
		}
	}

	private void restore(final Ops tf, final TrainingState state) {
		final Map<Variable<TFloat32>, float[]> values = new LinkedHashMap<>();
		for (final Weight weight : network.weights()) {
			values.put(variables.get(weight.name()), state.weights().get(weight.name()));
			values.put(variables.get(weight.name() + FIRST), state.firstMoment().get(weight.name()));
			values.put(variables.get(weight.name() + SECOND), state.secondMoment().get(weight.name()));
		}
		Sessions.assign(tf, session, values);
	}

	@Override
	public float step(final float[] lrPatches, final float[] hrPatches, final double learningRate) {
		step++;
		final Session.Runner runner = session.runner();
		updates.forEach(runner::addTarget);
		final float[] value = new float[1];
		try (TFloat32 lrTensor = Sessions.tensor(lrPatches, batchShape(1).asArray());
				TFloat32 hrTensor = Sessions.tensor(hrPatches, batchShape(network.scale()).asArray());
				TFloat32 rateTensor = TFloat32.scalarOf((float) learningRate);
				TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(BETA_1, step));
				TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(BETA_2, step));
				Result result = runner.feed(lr, lrTensor).feed(hr, hrTensor).feed(rate, rateTensor).feed(beta1Power, power1)
					.feed(beta2Power, power2).fetch(loss).run()) {
			Sessions.copy(result.get(0), value);
		}
		catch (final TFResourceExhaustedException e) {
			throw new EngineMemoryException("TensorFlow's memory is full: " + e.getMessage(), e);
		}
		return value[0];
	}

	@Override
	public TrainingState state() {
		return new TrainingState(step, fetch(""), fetch(FIRST), fetch(SECOND));
	}

	private Weights fetch(final String slot) {
		final Weights fetched = new Weights();
		for (final Weight weight : network.weights()) {
			final float[] values = new float[weight.size()];
			try (Result result = session.runner().fetch(variables.get(weight.name() + slot)).run()) {
				Sessions.copy(result.get(0), values);
			}
			fetched.put(weight, values);
		}
		return fetched;
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
