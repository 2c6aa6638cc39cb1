package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;

class TrainerTest extends SmallTraining {

	@Test
	void learns() throws IOException {
		final TrainingResult result = train(options(200), folder);
		final List<String> curve = Files.readAllLines(folder.resolve("curve.csv"));
		assertEquals(1 + 200 / 20, curve.size());
		assertTrue(loss(curve.get(10)) < 0.7 * loss(curve.get(1)), curve.toString());
		assertTrue(result.psnr() > psnr(curve.get(1)) + 1, curve.toString());
		assertEquals(200, result.steps());
	}

	@Test
	void bfloat16LearnsToo() throws IOException {
		train(options(100, 1e-3, 1000, Precision.BFLOAT16), folder);
		final List<String> curve = Files.readAllLines(folder.resolve("curve.csv"));
		assertTrue(loss(curve.get(5)) < 0.8 * loss(curve.get(1)), curve.toString());
	}

	@Test
	void cancelledBeforeTheFirstValidationThereIsNothing() {
		final RecordingEngine recording = new RecordingEngine(engine);
		assertThrows(CancellationException.class, () -> trainer(recording, options(60, 1e-3, 25, Precision.FLOAT32), folder)
			.train(stopAfter(recording, 5)));
	}

	/** As when SciJava cancels a command: files can still be read and written after it. */
	@Test
	void anInterruptionKeepsTheBestWeights() throws IOException {
		final RecordingEngine recording = new RecordingEngine(engine);
		final Progress interrupting = (task, done, total) -> {
			if (done == 30) Thread.currentThread().interrupt();
		};
		final TrainingResult result = trainer(recording, options(60, 1e-3, 25, Precision.FLOAT32), folder).train(interrupting);
		assertEquals(20, result.bestStep());
		assertEquals(30, recording.steps().size());
		assertFalse(Thread.interrupted());
	}

	@Test
	void aTrainingThatDoesNotFitIntoTheMemoryIsRefused() {
		final TrainingOptions large = new TrainingOptions(new Edsr(2, 16, 64, 1), new TrainingSetup(1000, 1000, Precision.FLOAT32), 10, 0,
			new Schedule(1e-4, 10), 1, 20, Degradation.BICUBIC);
		final String message = assertThrows(IllegalArgumentException.class, () -> train(large, folder)).getMessage();
		assertTrue(message.contains("1000 patches of 1000 x 1000"), message);
	}

	@Test
	void aDivergingTrainingKeepsItsBestWeights() throws IOException {
		final TrainingResult good = train(options(20), folder);
		final RecordingEngine diverging = new RecordingEngine(engine).telling(step -> step == 10 ? Double.NaN : null);
		final TrainingResult kept = trainer(diverging, options(60), folder).train(Progress.NONE);
		final String message = kept.diverged().getMessage();
		assertTrue(message.contains("step 30") && message.contains("learning rate"), message);
		assertEquals(good.weights().hash(), kept.weights().hash());
		assertEquals(good.weights().hash(), train(options(20), folder).weights().hash());
	}

	@Test
	void aLossThatGrowsBeyondAllMeasureIsADivergence() {
		final RecordingEngine growing = new RecordingEngine(engine).telling(step -> step > 110 ? 1e6 : null);
		final String message = assertThrows(DivergedException.class, () -> trainer(growing, options(200, 1e-5, 1000, Precision.FLOAT32,
			500), folder).train(Progress.NONE)).getMessage();
		assertTrue(message.contains("step 111") && message.contains("grown to 1.00e+06"), message);
	}

	/** Batches of plain background have hardly any loss. */
	@Test
	void aFirstStepOnBackgroundIsNoMeasure() throws IOException {
		final RecordingEngine dark = new RecordingEngine(engine).telling(step -> step <= 105 ? 1e-6 : null);
		assertNull(trainer(dark, options(120), folder).train(Progress.NONE).diverged());
	}

	/** Sharp edges are what bicubic interpolation blurs: a network of the size of ESPCN beats it within seconds. */
	@Test
	void espcnBeatsBicubic() throws IOException {
		final Espcn espcn = new Espcn(2, InputChannels.ANY);
		final TrainingSet edges = new TrainingSet(espcn, 16, Degradation.BICUBIC);
		for (int i = 0; i < 6; i++)
			edges.add("stripes" + i, stripes(i));
		final TrainingOptions options = new TrainingOptions(espcn, new TrainingSetup(8, 16, Precision.FLOAT32, Objective.of(
			Objective.Pixel.MSE), 0.99, 0), 400, 0, new Schedule(2e-3, 200), 1, 100, Degradation.BICUBIC);
		final TrainingResult result = new Trainer(engine, options, Start.random(espcn.network(), 1), edges, folder).train(Progress.NONE);
		assertTrue(result.psnr() > result.bicubic() + 1, result.psnr() + " against " + result.bicubic());
	}

	@Test
	void anotherSeedIsAnotherTraining() throws IOException {
		final TrainingOptions one = options(20);
		final TrainingOptions other = new TrainingOptions(one.architecture(), one.setup(), one.steps(), 0, one.schedule(), 99, one
			.validateEvery(), one.degradation());
		assertNotEquals(train(one, folder.resolve("one")).weights().hash(), train(other, folder.resolve("other")).weights().hash());
		assertFalse(Files.exists(folder.resolve("last.safetensors")));
	}

	private static double loss(final String row) {
		return Double.parseDouble(row.split(",")[6]);
	}

	private static double psnr(final String row) {
		return Double.parseDouble(row.split(",")[2]);
	}
}
