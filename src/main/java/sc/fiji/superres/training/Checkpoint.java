package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.superres.engine.AdamState;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * The folder in which a training keeps what it needs to go on, {@code last.safetensors}, and its {@code best.safetensors}.
 */
final class Checkpoint {

	private static final String FIRST_MOMENT = "adam_m.";
	private static final String SECOND_MOMENT = "adam_v.";
	private static final String AVERAGE = "average.";
	private static final String DISCRIMINATOR = "discriminator.";
	private static final String STEP = "step";

	private final Path last;
	private final Path best;

	Checkpoint(final Path folder) {
		last = folder.resolve("last.safetensors");
		best = folder.resolve("best.safetensors");
	}

	boolean exists() {
		return Files.exists(last);
	}

	void saveLast(final TrainingState state, final Map<String, String> identity) throws IOException {
		final Weights all = new Weights();
		copy(state.network(), "", all);
		if (state.average() != null) copy(state.average(), AVERAGE, all);
		if (state.discriminator() != null) copy(state.discriminator(), DISCRIMINATOR, all);
		save(last, state.step(), identity, all);
	}

	void saveBest(final TrainingState state, final Map<String, String> identity) throws IOException {
		save(best, state.step(), identity, state.result());
	}

	private static void save(final Path file, final long step, final Map<String, String> identity, final Weights weights)
		throws IOException
	{
		final Map<String, String> metadata = new LinkedHashMap<>(identity);
		metadata.put(STEP, String.valueOf(step));
		new SafeTensors(metadata, weights).write(file);
	}

	private static void copy(final AdamState from, final String prefix, final Weights to) {
		copy(from.weights(), prefix, to);
		copy(from.firstMoment(), prefix + FIRST_MOMENT, to);
		copy(from.secondMoment(), prefix + SECOND_MOMENT, to);
	}

	private static void copy(final Weights from, final String prefix, final Weights to) {
		for (final Weight weight : from.list())
			to.put(new Weight(prefix + weight.name(), weight.shape()), from.get(weight.name()));
	}

	/**
	 * The state to go on from.
	 *
	 * @throws IOException if the checkpoint is damaged, or of a training with other settings
	 */
	TrainingState loadLast(final TrainingOptions options, final Map<String, String> identity) throws IOException {
		final SafeTensors file = SafeTensors.read(last);
		for (final Map.Entry<String, String> setting : identity.entrySet()) {
			final String found = file.metadata().get(setting.getKey());
			if (!setting.getValue().equals(found))
				throw new IOException("The training in " + last.getParent() + " was begun with " + setting.getKey() + " " + found +
					", not " + setting.getValue() + ". Use the same settings to go on, or another folder to begin anew.");
		}
		try {
			final List<Weight> network = options.architecture().network().weights();
			final TrainingSetup setup = options.setup();
			final Objective objective = setup.objective();
			return new TrainingState(Long.parseLong(file.metadata().get(STEP)), adam(file, "", network),
				setup.averages() ? part(file, AVERAGE, network) : null,
				objective.isAdversarial() ? adam(file, DISCRIMINATOR, objective.discriminator().weights()) : null);
		}
		catch (final IllegalArgumentException e) {
			throw new IOException("The checkpoint " + last + " is damaged: " + e.getMessage(), e);
		}
	}

	private static AdamState adam(final SafeTensors file, final String prefix, final List<Weight> weights) {
		return new AdamState(part(file, prefix, weights), part(file, prefix + FIRST_MOMENT, weights), part(file, prefix +
			SECOND_MOMENT, weights));
	}

	private static Weights part(final SafeTensors file, final String prefix, final List<Weight> weights) {
		final Weights part = new Weights();
		for (final Weight weight : weights) {
			final float[] values = file.weights().get(prefix + weight.name());
			if (values == null) throw new IllegalArgumentException(prefix + weight.name() + " is missing.");
			part.put(weight, values);
		}
		return part.select(weights, "this training");
	}

	/** @throws IOException if there are none, or they are damaged */
	Weights loadBest(final Network network) throws IOException {
		try {
			return SafeTensors.read(best).weights().select(network);
		}
		catch (final IllegalArgumentException e) {
			throw new IOException("The checkpoint " + best + " is damaged: " + e.getMessage(), e);
		}
	}
}
