package sc.fiji.superres.training;

import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Architectures;

/**
 * How to train. All of it but the number of steps is fixed when a training begins.
 *
 * @param architecture of the network
 * @param steps of the whole training
 * @param batch patches of a step
 * @param patch side of a patch in LR pixels
 * @param schedule of the learning rate
 * @param seed of the first weights and of the patches
 * @param validateEvery steps from one validation and checkpoint to the next
 * @param precision of the convolutions
 */
public record TrainingOptions(Architecture architecture, int steps, int batch, int patch, Schedule schedule, long seed,
	int validateEvery, Precision precision)
{

	/** @throws IllegalArgumentException if a number is out of its range */
	public TrainingOptions {
		require(steps >= 1, "steps", steps, "at least 1");
		require(batch >= 1, "batch", batch, "at least 1");
		require(patch >= 4, "patch", patch, "at least 4 LR pixels");
		require(schedule.start() > 0 && schedule.start() < 1, "learning_rate", schedule.start(), "above 0 and below 1");
		require(schedule.halveEvery() >= 1, "halve_every", schedule.halveEvery(), "at least 1");
		require(validateEvery >= 1, "validate_every", validateEvery, "at least 1");
	}

	private static void require(final boolean fine, final String name, final Number value, final String allowed) {
		if (!fine) throw new IllegalArgumentException(name + " is " + value + ", but must be " + allowed + ".");
	}

	/**
	 * What must not change when a training goes on, as words.
	 *
	 * @param images tells what it learns from
	 */
	Map<String, String> identity(final String images) {
		final Map<String, String> identity = new LinkedHashMap<>();
		identity.put("images", images);
		Architectures.settings(architecture).forEach((key, value) -> identity.put(key, String.valueOf(value)));
		identity.put("batch", String.valueOf(batch));
		identity.put("patch", String.valueOf(patch));
		identity.put("learning_rate", String.valueOf(schedule.start()));
		identity.put("halve_every", String.valueOf(schedule.halveEvery()));
		identity.put("seed", String.valueOf(seed));
		identity.put("precision", precision.name());
		return identity;
	}
}
