package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;

import sc.fiji.superres.engine.AvailableMemory;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.network.Network;

/**
 * Trains a network by L1 and Adam, validates it again and again, keeps the best weights, and goes on where an earlier run
 * in the same folder ended: with the same patches and rates as one that was never cut.
 */
public final class Trainer {

	/** Of what is free, a training takes no more than this share: on a CPU the end of the memory ends the process. */
	private static final double MEMORY_SHARE = 0.9;

	private final Engine engine;
	private final TrainingOptions options;
	private final TrainingSet set;
	private final Path folder;

	/** @param folder for checkpoints and curve; made where there is none */
	public Trainer(final Engine engine, final TrainingOptions options, final TrainingSet set, final Path folder) {
		this.engine = engine;
		this.options = options;
		this.set = set;
		this.folder = folder;
	}

	/** Whether there is a checkpoint in a folder, from which a training would go on. */
	public static boolean isBegun(final Path folder) {
		return new Checkpoint(folder).exists();
	}

	/**
	 * Trains to the last step, or until cancelled; an interruption is a cancellation, and is used up.
	 *
	 * @return the best weights so far and how they were found; also where the training was cancelled after a validation
	 * @throws IOException if a checkpoint cannot be read or written
	 * @throws IllegalArgumentException if there are too few images, or too little memory
	 * @throws IllegalStateException if loss or weights are no longer numbers
	 * @throws CancellationException if cancelled before the first validation
	 */
	public TrainingResult train(final Progress progress) throws IOException {
		set.check();
		final Network network = options.architecture().network();
		final TrainingSetup setup = new TrainingSetup(options.batch(), options.patch(), options.precision());
		checkMemory(network, setup);
		Files.createDirectories(folder);
		final Map<String, String> identity = options.identity(set.fingerprint());
		final Checkpoint checkpoint = new Checkpoint(folder);
		final TrainingState state = checkpoint.exists() ? checkpoint.loadLast(network, identity)
			: TrainingState.start(Initialiser.weights(network, options.seed()));
		final Curve curve = new Curve(folder.resolve("curve.csv"), state.step());
		final Validation validation = new Validation(set.validation(), network, engine);
		try (Training training = engine.training(network, state, setup)) {
			new TrainingLoop(training, options, identity, validation, checkpoint, curve, progress).run(state.step(), set.training());
		}
		return result(network, checkpoint, curve);
	}

	private void checkMemory(final Network network, final TrainingSetup setup) {
		final long needed = engine.memory(network, setup);
		final long allowed = (long) (MEMORY_SHARE * AvailableMemory.bytes());
		if (needed > allowed)
			throw new IllegalArgumentException("A batch of " + setup.batch() + " patches of " + setup.patch() + " x " + setup.patch() +
				" pixels needs " + needed / 1_000_000 + " MB of memory, but only " + allowed / 1_000_000 +
				" MB may be taken. Use a smaller batch or patch, or a smaller network.");
	}

	private TrainingResult result(final Network network, final Checkpoint checkpoint, final Curve curve) throws IOException {
		final Curve.Row best = curve.best();
		if (best == null && checkpoint.exists())
			throw new IOException("The training in " + folder + " has a checkpoint, but its curve.csv is missing. Train on to the next " +
				"validation, or begin anew in another folder.");
		if (best == null) throw new CancellationException("The training was cancelled before its first validation.");
		return new TrainingResult(checkpoint.loadBest(network), best.step(), curve.last().step(), best.psnr(), best.bicubic(), curve
			.seconds());
	}
}
