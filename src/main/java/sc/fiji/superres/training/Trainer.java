package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.network.Initialiser;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/**
 * Trains a network by Adam, validates it again and again, keeps the best weights, and goes on where an earlier run in the
 * same folder ended: with the same patches and rates as one that was never cut. In bfloat16 it has the same weights, too (16
 * of 16 measured trainings, cut and uncut); in float32 TensorFlow does not always do the first step of a session alike to
 * the bit (4 of 16 differed).
 */
public final class Trainer {

	/** Of what is free, a training takes no more than this share: on a CPU the end of the memory ends the process. */
	private static final double MEMORY_SHARE = 0.9;

	private final Engine engine;
	private final TrainingOptions options;
	private final Start start;
	private final TrainingSet set;
	private final Path folder;

	/**
	 * @param start what the first step starts from
	 * @param folder for checkpoints and curve; made where there is none
	 */
	public Trainer(final Engine engine, final TrainingOptions options, final Start start, final TrainingSet set,
		final Path folder)
	{
		this.engine = engine;
		this.options = options;
		this.start = start;
		this.set = set;
		this.folder = folder;
	}

	/** Whether there is a checkpoint in a folder, from which a training would go on. */
	public static boolean isBegun(final Path folder) {
		return new Checkpoint(folder).exists();
	}

	/**
	 * Trains to the last step, or until cancelled or diverged; an interruption is a cancellation, and is used up.
	 *
	 * @return the best weights so far and how they were found; also where the training was cancelled, or diverged, after a
	 *		 validation
	 * @throws IOException if a checkpoint cannot be read or written
	 * @throws IllegalArgumentException if there are too few images, or too little memory
	 * @throws DivergedException if it diverged before the first validation
	 * @throws CancellationException if cancelled before the first validation
	 */
	public TrainingResult train(final Progress progress) throws IOException {
		set.check();
		final Network network = options.architecture().network();
		checkMemory(engine, options);
		Files.createDirectories(folder);
		WholeFile.sweep(folder);
		final Map<String, String> identity = options.identity(set.fingerprint());
		identity.put("start", start.origin());
		final Checkpoint checkpoint = new Checkpoint(folder);
		final TrainingState state = checkpoint.exists() ? checkpoint.loadLast(options, identity) : firstState();
		final long firstStep = options.firstStep() + state.step();
		final Curve curve = Curve.in(folder, firstStep);
		final Validation validation = new Validation(set.validation(), network, engine);
		DivergedException diverged = null;
		try (Training training = engine.training(network, state, options.setup())) {
			new TrainingLoop(training, options, identity, validation, checkpoint, curve, progress).run(firstStep, set.training());
		}
		catch (final DivergedException e) {
			if (curve.isEmpty()) throw e;
			diverged = e;
		}
		return result(network, checkpoint, curve, diverged);
	}

	private TrainingState firstState() {
		final Objective objective = options.setup().objective();
		final Weights discriminator = objective.isAdversarial()
			? Initialiser.weights(objective.discriminator().weights(), options.seed()) : null;
		return TrainingState.start(start.weights(), options.setup(), discriminator);
	}

	/** @throws IllegalArgumentException if a training needs more memory than there is */
	public static void checkMemory(final Engine engine, final TrainingOptions options) {
		final long needed = engine.memory(options.architecture().network(), options.setup());
		final long allowed = (long) (MEMORY_SHARE * engine.placement().freeBytes());
		final int patch = options.setup().patch();
		final String memory = engine.placement().isGpu() ? "GPU memory" : "memory";
		if (needed > allowed)
			throw new IllegalArgumentException("A batch of " + options.setup().batch() + " patches of " + patch + " x " + patch +
				" pixels needs " + needed / 1_000_000 + " MB of " + memory + ", but only " + allowed / 1_000_000 +
				" MB may be taken. Use a smaller batch or patch, or a smaller network.");
	}

	private TrainingResult result(final Network network, final Checkpoint checkpoint, final Curve curve,
		final DivergedException diverged) throws IOException
	{
		if (curve.isEmpty() && checkpoint.exists())
			throw new IOException("The training in " + folder + " has a checkpoint, but its curve.csv is missing. Train on to " +
				"the next validation, or begin anew in another folder.");
		if (curve.isEmpty()) throw new CancellationException("The training was cancelled before its first validation.");
		final boolean adversarial = options.setup().objective().isAdversarial();
		final Curve.Row kept = adversarial ? curve.lastBalanced() : curve.best();
		return new TrainingResult(checkpoint.loadBest(network), kept.step(), curve.last().step(), kept.psnr(), kept.ssim(), kept
			.bicubic(), curve.seconds(), adversarial ? Balance.of(curve.last()) : null, diverged);
	}
}
