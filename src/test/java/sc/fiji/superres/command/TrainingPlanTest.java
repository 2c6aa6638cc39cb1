package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Discriminator;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.training.Degradation;
import sc.fiji.superres.training.Schedule;
import sc.fiji.superres.training.Start;
import sc.fiji.superres.training.TrainingOptions;
import sc.fiji.superres.training.TrainingSet;

/** Where a training in two phases is stopped, what it has come to is kept, and the next run goes on in the right phase. */
class TrainingPlanTest {

	private static final Srgan SRGAN = new Srgan(2, 1, 4, InputChannels.RGB);
	private static final int PATCH = 8;
	private static final int FIRST = 20;
	private static final int SECOND = 40;

	private final Engine engine = Engines.tensorflow();

	@TempDir
	private Path folder;

	private TrainingPlan plan(final int validateEvery) {
		final Objective pixels = Objective.of(Objective.Pixel.MSE);
		final Objective opposed = new Objective(Objective.Pixel.MSE, 1e-4, null, 0, 0, new Discriminator(2 * PATCH, 4, 3), 1e-3);
		return new TrainingPlan(List.of(TrainingPhase.pretraining(folder, options(SRGAN.pretrained(), pixels, FIRST, validateEvery)),
			TrainingPhase.adversarial(folder, options(SRGAN, opposed, SECOND, validateEvery))), Start.random(SRGAN.network(), 1));
	}

	private static TrainingOptions options(final Architecture architecture, final Objective objective, final int steps,
		final int validateEvery)
	{
		return new TrainingOptions(architecture, new TrainingSetup(2, PATCH, Precision.FLOAT32, objective, 0.9, 0), steps, 0, new Schedule(
			1e-4, 1000), 1, validateEvery, Degradation.BICUBIC);
	}

	private TrainingPlan.Outcome run(final int validateEvery, final Progress progress) throws IOException {
		final TrainingSet set = new TrainingSet(SRGAN, PATCH, Degradation.BICUBIC);
		for (int i = 0; i < 3; i++)
			set.add("image" + i, TestImages.randomColours(i, 32, 32));
		return plan(validateEvery).run(engine, set, progress);
	}

	/** Cancels after so many steps of a phase, which its number of steps tells. */
	private static Progress stop(final int phase, final int after) {
		return new Progress() {

			private boolean cancelled;

			@Override
			public void update(final String task, final long done, final long total) {
				cancelled |= total == phase && done == after;
			}

			@Override
			public boolean isCancelled() {
				return cancelled;
			}
		};
	}

	@Test
	void bothPhasesToTheirEnd() throws IOException {
		final TrainingPlan.Outcome outcome = run(10, Progress.NONE);
		assertTrue(outcome.complete());
		assertEquals(SRGAN, outcome.options().architecture());
		assertEquals(FIRST, outcome.before().steps());
		assertEquals(SECOND, outcome.result().steps());
	}

	@Test
	void stoppedInTheFirstItIsSrResNet() throws IOException {
		final TrainingPlan.Outcome outcome = run(10, stop(FIRST, 10));
		assertFalse(outcome.complete());
		assertEquals(SRGAN.pretrained(), outcome.options().architecture());
		assertNull(outcome.before());
		assertEquals(10, outcome.result().steps());
		assertTrue(run(10, Progress.NONE).complete());
	}

	@Test
	void stoppedBeforeTheSecondHasComeToAnythingTheFirstIsKept() throws IOException {
		final TrainingPlan.Outcome outcome = run(20, stop(SECOND, 10));
		assertFalse(outcome.complete());
		assertEquals(SRGAN.pretrained(), outcome.options().architecture());
		assertEquals(FIRST, outcome.result().steps());
	}

	@Test
	void stoppedInTheSecondItIsSrganAndGoesOn() throws IOException {
		final TrainingPlan.Outcome outcome = run(10, stop(SECOND, 20));
		assertTrue(outcome.complete());
		assertEquals(20, outcome.result().steps());
		final TrainingPlan.Outcome rest = run(10, Progress.NONE);
		assertEquals(SECOND, rest.result().steps());
	}

	@Test
	void stoppedBeforeAnythingThereIsNothing() {
		assertThrows(CancellationException.class, () -> run(20, stop(FIRST, 10)));
	}
}
