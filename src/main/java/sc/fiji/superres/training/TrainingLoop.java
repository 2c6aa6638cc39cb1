package sc.fiji.superres.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingState;

/** The steps of a training, with a validation and a checkpoint every so many of them. */
final class TrainingLoop {

	private static final int PROGRESS_EVERY = 10;

	private final Training training;
	private final TrainingOptions options;
	private final Map<String, String> identity;
	private final Validation validation;
	private final Checkpoint checkpoint;
	private final Curve curve;
	private final Progress progress;

	private final double bicubic;
	private final double secondsBefore;
	private final long start = System.nanoTime();
	private double lossSum;
	private long losses;

	TrainingLoop(final Training training, final TrainingOptions options, final Map<String, String> identity,
		final Validation validation, final Checkpoint checkpoint, final Curve curve, final Progress progress)
	{
		this.training = training;
		this.options = options;
		this.identity = identity;
		this.validation = validation;
		this.checkpoint = checkpoint;
		this.curve = curve;
		this.progress = progress;
		bicubic = validation.bicubic();
		secondsBefore = curve.seconds();
	}

	/** @param firstStep steps that are done already */
	void run(final long firstStep, final List<ImagePair> images) throws IOException {
		final Patches patches = new Patches(images, options.architecture().scale(), options.patch(), options.batch(), options.seed());
		for (long step = firstStep; step < options.steps() && !isCancelled(); step++) {
			final Patches.Batch batch = patches.batch(step);
			final float loss = training.step(batch.lr(), batch.hr(), options.schedule().rate(step));
			if (!Float.isFinite(loss)) throw diverged(step);
			lossSum += loss;
			losses++;
			final long done = step + 1;
			if (done % PROGRESS_EVERY == 0) progress.update(progressLine(done), done, options.steps());
			if (done % options.validateEvery() == 0 || done == options.steps()) validate(done);
		}
	}

	private void validate(final long done) throws IOException {
		final TrainingState state = training.state();
		if (!state.weights().areFinite()) throw diverged(done - 1);
		final double psnr = validation.psnr(state.weights());
		final boolean better = curve.best() == null || psnr > curve.best().psnr();
		final double seconds = secondsBefore + (System.nanoTime() - start) / 1e9;
		// in this order: rows of the curve beyond the last checkpoint are dropped and made again
		if (better) checkpoint.saveBest(state, identity);
		curve.add(new Curve.Row(done, options.schedule().rate(done - 1), lossSum / losses, psnr, bicubic, seconds));
		checkpoint.saveLast(state, identity);
		lossSum = 0;
		losses = 0;
	}

	/** An interruption is used up: files could not be read or written any more. */
	private boolean isCancelled() {
		return progress.isCancelled() || Thread.interrupted();
	}

	private String progressLine(final long step) {
		final String validated = curve.best() == null ? "" : String.format(Locale.ROOT, ", best PSNR %.3f dB (bicubic %.3f)", curve
			.best().psnr(), bicubic);
		return String.format(Locale.ROOT, "Training: step %d, loss %.3f%s", step, lossSum / losses, validated);
	}

	private IllegalStateException diverged(final long step) {
		return new IllegalStateException("The loss is no longer a number at step " + (step + 1) + ": the training has diverged. " +
			(checkpoint.exists() ? "The last checkpoint before it is kept. " : "") + "Begin anew with a smaller learning rate.");
	}
}
