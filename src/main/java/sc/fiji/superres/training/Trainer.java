package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;

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

	private static final int PROGRESS_EVERY = 10;

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
	 * Trains to the last step, or until cancelled.
	 *
	 * @return the best weights so far and how they were found; also where the training was cancelled after a validation
	 * @throws IOException if a checkpoint cannot be read or written
	 * @throws IllegalStateException if the loss is no longer a number
	 * @throws CancellationException if cancelled before the first validation
	 */
	public TrainingResult train(final Progress progress) throws IOException {
		set.check();
		Files.createDirectories(folder);
		final Network network = options.architecture().network();
		final Checkpoint checkpoint = new Checkpoint(folder);
		final TrainingState state = checkpoint.exists() ? checkpoint.loadLast(network, options.identity())
			: TrainingState.start(Initialiser.weights(network, options.seed()));
		final Curve curve = new Curve(folder.resolve("curve.csv"), state.step());
		try (Training training = engine.training(network, state, new TrainingSetup(options.batch(), options.patch(), options
			.precision())))
		{
			run(training, state.step(), network, checkpoint, curve, progress);
		}
		final Curve.Row best = curve.best();
		if (best == null && checkpoint.exists())
			throw new IOException("The training in " + folder + " has a checkpoint, but its curve.csv is missing. Train a step more, or " +
				"begin anew in another folder.");
		if (best == null) throw new CancellationException("The training was cancelled before its first validation.");
		return new TrainingResult(checkpoint.loadBest(network), best.step(), curve.last().step(), best.psnr(), best.bicubic(), curve
			.seconds());
	}

	private void run(final Training training, final long firstStep, final Network network, final Checkpoint checkpoint,
		final Curve curve, final Progress progress) throws IOException
	{
		final Validation validation = new Validation(set.validation(), network, engine);
		final double bicubic = validation.bicubic();
		final Patches patches = new Patches(set.training(), network.scale(), options.patch(), options.batch(), options.seed());
		final double secondsBefore = curve.seconds();
		final long start = System.nanoTime();
		double lossSum = 0;
		long losses = 0;
		for (long step = firstStep; step < options.steps() && !isCancelled(progress); step++) {
			final Patches.Batch batch = patches.batch(step);
			final float loss = training.step(batch.lr(), batch.hr(), options.schedule().rate(step));
			if (!Float.isFinite(loss)) throw diverged(step, checkpoint);
			lossSum += loss;
			losses++;
			final long done = step + 1;
			if (done % PROGRESS_EVERY == 0) progress.update(progressLine(done, lossSum / losses, curve, bicubic), done, options.steps());
			if (done % options.validateEvery() == 0 || done == options.steps()) {
				final TrainingState state = training.state();
				final double psnr = validation.psnr(state.weights());
				final boolean better = curve.best() == null || psnr > curve.best().psnr();
				final double seconds = secondsBefore + (System.nanoTime() - start) / 1e9;
				// in this order: rows of the curve beyond the last checkpoint are dropped and made again
				if (better) checkpoint.saveBest(state, options.identity());
				curve.add(new Curve.Row(done, options.schedule().rate(step), lossSum / losses, psnr, bicubic, seconds));
				checkpoint.saveLast(state, options.identity());
				lossSum = 0;
				losses = 0;
			}
		}
	}

	private static boolean isCancelled(final Progress progress) {
		return progress.isCancelled() || Thread.currentThread().isInterrupted();
	}

	private static String progressLine(final long step, final double loss, final Curve curve, final double bicubic) {
		final String validated = curve.best() == null ? "" : String.format(Locale.ROOT, ", best PSNR %.3f dB (bicubic %.3f)", curve
			.best().psnr(), bicubic);
		return String.format(Locale.ROOT, "Training: step %d, loss %.3f%s", step, loss, validated);
	}

	private static IllegalStateException diverged(final long step, final Checkpoint checkpoint) {
		return new IllegalStateException("The loss is no longer a number at step " + (step + 1) + ": the training has diverged. " +
			(checkpoint.exists() ? "The last checkpoint before it is kept. " : "") + "Begin anew with a smaller learning rate.");
	}
}
