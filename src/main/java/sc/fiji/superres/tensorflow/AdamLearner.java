package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.AdamState;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * The variables of a network in training, with their moments: Adam (Kingma and Ba 2015, algorithm 1; β₁ = 0.9,
 * β₂ = 0.999, ε = 1e-8). Powers of β and the rate are fed at each step, so that nothing but weights and moments is kept
 * in the session.
 */
final class AdamLearner {

	static final float BETA_1 = 0.9f;
	static final float BETA_2 = 0.999f;
	private static final float EPSILON = 1e-8f;

	private static final String FIRST = ".adam_m";
	private static final String SECOND = ".adam_v";

	private final Ops tf;
	private final String prefix;
	private final List<Weight> weights;
	private final List<Weight> learned;
	private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();

	/** @param prefix of the variables' names, as two networks may have weights of one name */
	AdamLearner(final Ops tf, final String prefix, final List<Weight> weights) {
		this.tf = tf;
		this.prefix = prefix;
		this.weights = weights;
		learned = weights.stream().filter(Weight::learned).toList();
		for (final String slot : List.of("", FIRST, SECOND))
			addSlot(slot);
	}

	/** Adds a variable beside each weight. */
	void addSlot(final String slot) {
		for (final Weight weight : weights)
			variables.put(weight.name() + slot, tf.withName(prefix + weight.name() + slot).variable(Sessions.shape(weight),
				TFloat32.class));
	}

	Variable<TFloat32> variable(final Weight weight) {
		return variable(weight, "");
	}

	Variable<TFloat32> variable(final Weight weight, final String slot) {
		return variables.get(weight.name() + slot);
	}

	/**
	 * The gradients of a loss, by the learned weights.
	 *
	 * @param clipNorm largest norm of all together; 0 for no limit
	 */
	List<Operand<TFloat32>> gradients(final Operand<TFloat32> loss, final double clipNorm) {
		final Gradients gradients = Gradients.create(tf.scope(), List.of(loss), learned.stream().map(this::variable).toList());
		final List<Operand<TFloat32>> all = new ArrayList<>();
		for (int i = 0; i < learned.size(); i++)
			all.add(gradients.<TFloat32>dy(i));
		return clipNorm > 0 ? clip(all, (float) clipNorm) : all;
	}

	/** Pascanu et al. 2013, algorithm 1, over all gradients together. */
	private List<Operand<TFloat32>> clip(final List<Operand<TFloat32>> gradients, final float limit) {
		final List<Operand<TFloat32>> halfSquares = new ArrayList<>();
		for (final Operand<TFloat32> gradient : gradients)
			halfSquares.add(tf.nn.l2Loss(gradient));
		final Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(halfSquares)));
		final Operand<TFloat32> factor = tf.math.div(tf.constant(limit), tf.math.maximum(norm, tf.constant(limit)));
		return gradients.stream().<Operand<TFloat32>>map(gradient -> tf.math.mul(gradient, factor)).toList();
	}

	/** The step of Adam; {@code ops} wait for what has to come before. */
	List<Op> updates(final Ops ops, final List<Operand<TFloat32>> gradients, final Operand<TFloat32> rate,
		final Operand<TFloat32> beta1Power, final Operand<TFloat32> beta2Power)
	{
		final List<Op> updates = new ArrayList<>();
		for (int i = 0; i < gradients.size(); i++) {
			final Weight weight = learned.get(i);
			updates.add(ops.train.applyAdam(variable(weight), variable(weight, FIRST), variable(weight, SECOND), beta1Power,
				beta2Power, rate, tf.constant(BETA_1), tf.constant(BETA_2), tf.constant(EPSILON), gradients.get(i)));
		}
		return updates;
	}

	/** Notes values for the variables of a slot. */
	void restore(final String slot, final Weights values, final Map<Variable<TFloat32>, float[]> into) {
		for (final Weight weight : weights)
			into.put(variable(weight, slot), values.get(weight.name()));
	}

	void restore(final AdamState state, final Map<Variable<TFloat32>, float[]> into) {
		restore("", state.weights(), into);
		restore(FIRST, state.firstMoment(), into);
		restore(SECOND, state.secondMoment(), into);
	}

	AdamState state(final Session session) {
		return new AdamState(values(session, ""), values(session, FIRST), values(session, SECOND));
	}

	/** In one run, as each run looks at the whole graph again. */
	Weights values(final Session session, final String slot) {
		final Session.Runner runner = session.runner();
		weights.forEach(weight -> runner.fetch(variable(weight, slot)));
		final Weights fetched = new Weights();
		try (Result result = runner.run()) {
			for (int i = 0; i < weights.size(); i++) {
				final float[] values = new float[weights.get(i).size()];
				Sessions.copy(result.get(i), values);
				fetched.put(weights.get(i), values);
			}
		}
		return fetched;
	}
}
