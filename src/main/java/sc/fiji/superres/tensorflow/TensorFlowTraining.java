package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;

/** A training graph: the network, its losses, the discriminator where there is one, and a step of Adam for both. */
final class TensorFlowTraining implements Training {

	private static final String AVERAGE = ".average";

	private final Network network;
	private final TrainingSetup setup;
	private final Graph graph = new Graph();
	private final Session session;
	private final AdamLearner learner;
	private final AdamLearner discriminator;
	private final List<Op> updates = new ArrayList<>();
	private final Placeholder<TFloat32> lr, hr, rate, beta1Power, beta2Power, averageShare;
	private final Map<Loss, Operand<TFloat32>> losses;
	private long step;

	TensorFlowTraining(final Network network, final TrainingState state, final TrainingSetup setup, final int threads,
		final Placement placement)
	{
		this.network = network;
		this.setup = setup;
		final Ops tf = Ops.create(graph);
		lr = tf.placeholder(TFloat32.class, Placeholder.shape(batchShape(1)));
		hr = tf.placeholder(TFloat32.class, Placeholder.shape(batchShape(network.scale())));
		rate = scalar(tf);
		beta1Power = scalar(tf);
		beta2Power = scalar(tf);
		averageShare = scalar(tf);
		final Objective objective = setup.objective();
		learner = new AdamLearner(tf, "", network.weights());
		discriminator = objective.isAdversarial() ? new AdamLearner(tf, "discriminator.", objective.discriminator().weights())
			: null;
		final GraphBuilder builder = GraphBuilder.training(tf, learner::variable, setup.precision());
		final Operand<TFloat32> sr = builder.build(network.layers(), lr);
		final LossGraph lossGraph = new LossGraph(tf, objective, sr, hr, setup.precision());
		final List<Op> statistics = new ArrayList<>(builder.updates());
		if (discriminator != null) statistics.addAll(addDiscriminator(tf, lossGraph, sr));
		final Operand<TFloat32> total = lossGraph.addTotal();
		losses = lossGraph.terms();
		addSteps(tf, total, statistics);
		session = Sessions.open(graph, threads, placement);
		restore(tf, state);
		step = state.step();
	}

	private static Placeholder<TFloat32> scalar(final Ops tf) {
		return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
	}

	private Shape batchShape(final int scale) {
		final long side = (long) scale * setup.patch();
		return Shape.of(setup.batch(), side, side, network.channels());
	}

	/** @return updates of its statistics: those of the real patches */
	private List<Op> addDiscriminator(final Ops tf, final LossGraph lossGraph, final Operand<TFloat32> sr) {
		final List<Layer> layers = setup.objective().discriminator().layers();
		final GraphBuilder real = GraphBuilder.training(tf, discriminator::variable, setup.precision());
		final GraphBuilder fake = GraphBuilder.training(tf, discriminator::variable, setup.precision());
		lossGraph.addAdversarial(real.build(layers, hr), fake.build(layers, sr));
		return real.updates();
	}

	/** No variable changes before all gradients are there: some of them are still to be read for others. */
	private void addSteps(final Ops tf, final Operand<TFloat32> total, final List<Op> statistics) {
		final List<Operand<TFloat32>> gradients = learner.gradients(total, setup.clipNorm());
		final List<Operand<TFloat32>> opposed = discriminator == null ? List.of() : discriminator.gradients(losses.get(
			Loss.DISCRIMINATOR), setup.clipNorm());
		final List<Op> first = new ArrayList<>(gradients);
		first.addAll(opposed);
		first.addAll(losses.values());
		final Ops then = tf.withControlDependencies(first);
		updates.addAll(learner.updates(then, gradients, rate, beta1Power, beta2Power));
		if (discriminator != null) updates.addAll(discriminator.updates(then, opposed, rate, beta1Power, beta2Power));
		updates.addAll(statistics);
		if (setup.averages()) addAverages(tf);
	}

	private void addAverages(final Ops tf) {
		learner.addSlot(AVERAGE);
		final Ops last = tf.withControlDependencies(List.copyOf(updates));
		for (final Weight weight : network.weights()) {
			final Variable<TFloat32> average = learner.variable(weight, AVERAGE);
			updates.add(last.assignSub(average, last.math.mul(averageShare, last.math.sub(average, learner.variable(weight)))));
		}
	}

	private void restore(final Ops tf, final TrainingState state) {
		final Map<Variable<TFloat32>, float[]> values = new LinkedHashMap<>();
		learner.restore(state.network(), values);
		if (setup.averages()) learner.restore(AVERAGE, state.average(), values);
		if (discriminator != null) discriminator.restore(state.discriminator(), values);
		Sessions.assign(tf, session, values);
	}

	@Override
	public Map<Loss, Double> step(final float[] lrPatches, final float[] hrPatches, final double learningRate) {
		step++;
		final Session.Runner runner = session.runner();
		updates.forEach(runner::addTarget);
		losses.values().forEach(runner::fetch);
		try (TFloat32 lrTensor = Sessions.tensor(lrPatches, batchShape(1).asArray());
				TFloat32 hrTensor = Sessions.tensor(hrPatches, batchShape(network.scale()).asArray());
				TFloat32 rateTensor = TFloat32.scalarOf((float) learningRate);
				TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(AdamLearner.BETA_1, step));
				TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(AdamLearner.BETA_2, step));
				TFloat32 share = TFloat32.scalarOf((float) (1 - averageDecay()));
				Result result = runner.feed(lr, lrTensor).feed(hr, hrTensor).feed(rate, rateTensor).feed(beta1Power, power1)
					.feed(beta2Power, power2).feed(averageShare, share).run()) {
			return values(result);
		}
		catch (final TFResourceExhaustedException e) {
			throw new EngineMemoryException("TensorFlow's memory is full: " + e.getMessage(), e);
		}
	}

	/** Less in the beginning, so that the average does not hold on to the first weights. */
	private double averageDecay() {
		return Math.min(setup.averageDecay(), (1.0 + step) / (10.0 + step));
	}

	private Map<Loss, Double> values(final Result result) {
		final Map<Loss, Double> values = new EnumMap<>(Loss.class);
		int i = 0;
		for (final Loss loss : losses.keySet()) {
			final float[] value = new float[1];
			Sessions.copy(result.get(i++), value);
			values.put(loss, (double) value[0]);
		}
		return values;
	}

	@Override
	public TrainingState state() {
		return new TrainingState(step, learner.state(session), setup.averages() ? learner.values(session, AVERAGE) : null,
			discriminator == null ? null : discriminator.state(session));
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
