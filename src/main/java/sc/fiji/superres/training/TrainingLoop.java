package sc.fiji.superres.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingState;

/** The steps of a training, with a validation and a checkpoint every so many of them. */
final class TrainingLoop {

	private static final int PROGRESS_EVERY = 10;

	/** A loss so many times the largest of the first steps is no fluctuation ... */
	private static final double BEYOND_MEASURE = 100;

	/** ... which are so many, as a single batch may have been of plain background. */
	private static final int FIRST_STEPS = 100;

	private static final double WHITE = 255;

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
	private final LossMean losses = new LossMean();
	private double largest;
	private int steps;

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

	/**
	 * @param firstStep steps that are done already
	 * @throws DivergedException if it does
	 */
	void run(final long firstStep, final List<ImagePair> images) throws IOException {
		final Patches patches = new Patches(images, options);
		for (long step = firstStep; step < options.steps() && !isCancelled(); step++) {
			final Patches.Batch batch = patches.batch(step);
			final Map<Loss, Double> loss = training.step(batch.lr(), batch.hr(), options.schedule().rate(step));
			check(loss, step);
			losses.add(loss);
			final long done = step + 1;
			if (done % PROGRESS_EVERY == 0) progress.update(progressLine(done), done, options.steps());
			if (done % options.validateEvery() == 0 || done == options.steps()) validate(done);
		}
	}

	private void check(final Map<Loss, Double> loss, final long step) {
		for (final Map.Entry<Loss, Double> term : loss.entrySet())
			if (!Double.isFinite(term.getValue())) throw diverged(step, "the " + term.getKey() + " loss is no longer a number");
		final double total = loss.get(Loss.TOTAL);
		if (steps++ < FIRST_STEPS) largest = Math.max(largest, total);
		else if (total > Math.max(BEYOND_MEASURE * largest, whiteForBlack())) throw diverged(step, String.format(Locale.ROOT,
			"the loss has grown to %.3g", total));
	}

	/** The loss of a white image in place of a black one. */
	private double whiteForBlack() {
		final Objective objective = options.setup().objective();
		return objective.pixelWeight() * (objective.pixel() == Objective.Pixel.L1 ? WHITE : WHITE * WHITE);
	}

	private void validate(final long done) throws IOException {
		final TrainingState state = training.state();
		if (!state.network().weights().areFinite()) throw diverged(done - 1, "a weight is no longer a number");
		final Validation.Score score = validation.score(state.result());
		final double seconds = secondsBefore + (System.nanoTime() - start) / 1e9;
		final Curve.Row row = new Curve.Row(done, options.schedule().rate(done - 1), score.psnr(), score.ssim(), bicubic, seconds,
			losses.means());
		// in this order: rows of the curve beyond the last checkpoint are dropped and made again
		if (isBetter(row)) checkpoint.saveBest(state, identity);
		curve.add(row);
		checkpoint.saveLast(state, identity);
		losses.clear();
	}

	/** With a discriminator PSNR says little: the newest is taken, as long as the two learn from each other. */
	private boolean isBetter(final Curve.Row row) {
		if (curve.isEmpty()) return true;
		if (!options.setup().objective().isAdversarial()) return row.psnr() > curve.best().psnr();
		return !Balance.of(row).collapsed() || Balance.of(curve.lastBalanced()).collapsed();
	}

	/** An interruption is used up: files could not be read or written any more. */
	private boolean isCancelled() {
		return progress.isCancelled() || Thread.interrupted();
	}

	private String progressLine(final long step) {
		final String validated = curve.isEmpty() ? ""
			: String.format(Locale.ROOT, ", best %.2f dB (bicubic %.2f)", curve.best().psnr(), bicubic);
		return String.format(Locale.ROOT, "Training: step %d, loss %.2f%s", step, losses.total(), validated);
	}

	private DivergedException diverged(final long step, final String how) {
		return new DivergedException("The training has diverged at step " + (step + 1) + " (" + how + "), most likely " +
			"because its learning rate of " +
			String.format(Locale.ROOT, "%.3g", options.schedule().rate(step)) + " is too large" +
			(options.setup().clipNorm() > 0 ? "" : " and no clip_norm limits its gradients") +
			". Begin anew with a smaller learning rate (" +
			(options.setup().objective().isAdversarial() ? "rate_phase2" : "learning_rate") + ").");
	}
}
