package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class TrainerTest {

	private static final Edsr TINY = new Edsr(2, 2, 8, 1);

	private final Engine engine = Engines.tensorflow();
	private final TrainingSet set = stripes();

	@TempDir
	private Path folder;

	@Test
	void learns() throws IOException {
		final TrainingResult result = train(options(200, 1e-3, 1, Precision.FLOAT32), folder);
		final List<String> curve = Files.readAllLines(folder.resolve("curve.csv"));
		assertEquals(1 + 200 / 20, curve.size());
		assertTrue(loss(curve.get(10)) < 0.7 * loss(curve.get(1)), curve.toString());
		assertTrue(result.psnr() > psnr(curve.get(1)) + 1, curve.toString());
		assertEquals(200, result.steps());
	}

	@Test
	void bfloat16LearnsToo() throws IOException {
		train(options(100, 1e-3, 1, Precision.BFLOAT16), folder);
		final List<String> curve = Files.readAllLines(folder.resolve("curve.csv"));
		assertTrue(loss(curve.get(5)) < 0.8 * loss(curve.get(1)), curve.toString());
	}

	/** The same patches and rates; and the same weights to the bit, unless the threads of this machine add in any order. */
	@Test
	void cutInTwoIsTheSameTraining() throws IOException {
		final RecordingEngine whole = new RecordingEngine(engine);
		final TrainingResult uncut = trainer(whole, options(60, 1e-3, 25, Precision.FLOAT32), folder.resolve("whole")).train(
			Progress.NONE);
		final TrainingResult again = train(options(60, 1e-3, 25, Precision.FLOAT32), folder.resolve("again"));

		final RecordingEngine parts = new RecordingEngine(engine);
		trainer(parts, options(40, 1e-3, 25, Precision.FLOAT32), folder.resolve("parts")).train(Progress.NONE);
		final TrainingResult resumed = trainer(parts, options(60, 1e-3, 25, Precision.FLOAT32), folder.resolve("parts")).train(
			Progress.NONE);

		assertEquals(whole.steps(), parts.steps());
		assertEquals(uncut.psnr(), resumed.psnr(), 0.3);
		if (uncut.weights().hash().equals(again.weights().hash())) assertEquals(uncut.weights().hash(), resumed.weights().hash());
	}

	/** As after a kill: the steps since the last checkpoint are done again. */
	@Test
	void stepsAfterTheLastCheckpointAreDoneAgain() throws IOException {
		final RecordingEngine recording = new RecordingEngine(engine);
		final TrainingOptions options = options(60, 1e-3, 25, Precision.FLOAT32);
		trainer(recording, options, folder).train(stopAfter(recording, 35));
		assertEquals(35, recording.steps().size());
		trainer(recording, options, folder).train(Progress.NONE);
		assertEquals(recording.steps().subList(20, 35), recording.steps().subList(35, 50));
		assertEquals(35 + 40, recording.steps().size());
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
	void otherImagesDoNotGoOn() throws IOException {
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		set.add("another", TestImages.randomColours(1, 50, 50));
		final String message = assertThrows(IOException.class, () -> train(options(40, 1e-3, 1, Precision.FLOAT32), folder))
			.getMessage();
		assertTrue(message.contains("6 images") && message.contains("7 images"), message);
	}

	@Test
	void otherSettingsDoNotGoOn() throws IOException {
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		final String message = assertThrows(IOException.class, () -> train(options(40, 2e-3, 1, Precision.FLOAT32), folder))
			.getMessage();
		assertTrue(message.contains("learning_rate 0.001, not 0.002"), message);
	}

	@Test
	void damagedCheckpointsAreRefused() throws IOException {
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		final Path last = folder.resolve("last.safetensors");
		final byte[] bytes = Files.readAllBytes(last);
		Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
		assertThrows(IOException.class, () -> train(options(40, 1e-3, 1, Precision.FLOAT32), folder));
	}

	@Test
	void aDivergingTrainingKeepsItsBestWeights() throws IOException {
		final TrainingResult good = train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		final RecordingEngine diverging = new RecordingEngine(engine).telling(step -> step == 10 ? Double.NaN : null);
		final TrainingResult kept = trainer(diverging, options(60, 1e-3, 1, Precision.FLOAT32), folder).train(Progress.NONE);
		final String message = kept.diverged().getMessage();
		assertTrue(message.contains("step 30") && message.contains("learning rate"), message);
		assertEquals(good.weights().hash(), kept.weights().hash());
		assertEquals(good.weights().hash(), train(options(20, 1e-3, 1, Precision.FLOAT32), folder).weights().hash());
	}

	@Test
	void aLossThatGrowsBeyondAllMeasureIsADivergence() {
		final RecordingEngine growing = new RecordingEngine(engine).telling(step -> step > 110 ? 1e6 : null);
		final String message = assertThrows(DivergedException.class, () -> trainer(growing, options(200, 1e-5, 1, Precision.FLOAT32,
			500), folder).train(Progress.NONE)).getMessage();
		assertTrue(message.contains("step 111") && message.contains("grown to 1.00e+06"), message);
	}

	/** Batches of plain background have hardly any loss. */
	@Test
	void aFirstStepOnBackgroundIsNoMeasure() throws IOException {
		final RecordingEngine dark = new RecordingEngine(engine).telling(step -> step <= 105 ? 1e-6 : null);
		assertNull(trainer(dark, options(120, 1e-3, 1, Precision.FLOAT32), folder).train(Progress.NONE).diverged());
	}

	/** The disk holds one checkpoint, but not the next beside it. */
	@Test
	void onAFullDiskTheLastCheckpointStaysWhole() throws IOException {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		final TrainingOptions options = options(60, 1e-3, 1, Precision.FLOAT32);
		try (Mount mount = Mount.disk(disk, 140)) {
			final String message = assertThrows(IOException.class, () -> train(options, disk)).getMessage();
			assertTrue(message.contains("safetensors cannot be written") && message.contains("No space left"), message);
			assertEquals(List.of("best.safetensors", "curve.csv", "last.safetensors"), names(disk));
			for (final String name : names(disk))
				Files.copy(disk.resolve(name), folder.resolve(name));
		}
		Files.delete(disk);
		final RecordingEngine recording = new RecordingEngine(engine);
		assertEquals(60, trainer(recording, options, folder).train(Progress.NONE).steps());
		assertEquals(40, recording.steps().size());
	}

	@Test
	void anotherNetworkOrScaleDoesNotGoOn() throws IOException {
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		final TrainingOptions options = options(40, 1e-3, 1, Precision.FLOAT32);
		for (final Map.Entry<Architecture, String> other : Map.<Architecture, String>of(new Edsr(2, 3, 8, 1), "blocks 2, not 3", new Edsr(
			3, 2, 8, 1), "scale 2, not 3", new SrResNet(2, 2, 8, InputChannels.RGB), "architecture edsr, not srresnet").entrySet()) {
			final TrainingOptions changed = new TrainingOptions(other.getKey(), options.setup(), 40, 0, options.schedule(), 1, 20, options
				.degradation());
			final String message = assertThrows(IOException.class, () -> train(changed, folder)).getMessage();
			assertTrue(message.contains(other.getValue()) && message.contains("another folder"), message);
		}
	}

	/** As a download that broke off, or a disk that lost a block. */
	@Test
	void checkpointsThatLackAWeightAreRefused() throws IOException {
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		final Path last = folder.resolve("last.safetensors");
		final SafeTensors file = SafeTensors.read(last);
		final Weights part = new Weights();
		for (final Weight weight : file.weights().list())
			if (!weight.name().equals("adam_v.conv_in.kernel")) part.put(weight, file.weights().get(weight.name()));
		new SafeTensors(file.metadata(), part).write(last);
		final String message = assertThrows(IOException.class, () -> train(options(40, 1e-3, 1, Precision.FLOAT32), folder)).getMessage();
		assertTrue(message.contains("is damaged") && message.contains("adam_v.conv_in.kernel"), message);
	}

	@Test
	void whatAKilledProcessLeftIsSweptAway() throws IOException {
		Files.writeString(folder.resolve(".1-a2b-last.safetensors"), "half");
		Files.writeString(folder.resolve(".hidden"), "of the user");
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		assertEquals(List.of(".hidden", "best.safetensors", "curve.csv", "last.safetensors"), names(folder));
	}

	/** The steps that the start has done count for rate and number of steps; Adam begins anew. */
	@Test
	void aTrainingGoesOnWithTheScheduleOfItsStart() throws IOException {
		final TrainingOptions all = options(60, 1e-3, 25, Precision.FLOAT32);
		final TrainingOptions rest = new TrainingOptions(TINY, all.setup(), 60, 30, all.schedule(), 1, 20, all.degradation());
		final RecordingEngine recording = new RecordingEngine(engine);
		final TrainingResult result = trainer(recording, rest, folder).train(Progress.NONE);
		assertEquals(30, recording.steps().size());
		assertEquals(5e-4, recording.steps().get(0).rate());
		assertEquals(60, result.steps());
		assertEquals(60, trainer(recording, rest, folder).train(Progress.NONE).steps());
		assertEquals(30, recording.steps().size());
	}

	@ParameterizedTest
	@CsvSource({ "60, start_step", "61, start_step", "-1, start_step" })
	void stepsOfTheStartMustBeBelowAll(final int firstStep, final String name) {
		final TrainingOptions all = options(60, 1e-3, 25, Precision.FLOAT32);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new TrainingOptions(TINY, all.setup(), 60, firstStep, all.schedule(),
			1, 20, all.degradation())).getMessage().startsWith(name));
	}

	private static List<String> names(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
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
	void nothingButWholeFilesIsLeft() throws IOException {
		train(options(20, 1e-3, 1, Precision.FLOAT32), folder);
		assertEquals(List.of("best.safetensors", "curve.csv", "last.safetensors"), names(folder));
	}

	@Test
	void anotherSeedIsAnotherTraining() throws IOException {
		final TrainingOptions one = options(20, 1e-3, 1, Precision.FLOAT32);
		final TrainingOptions other = new TrainingOptions(one.architecture(), one.setup(), one.steps(), 0, one.schedule(), 99, one
			.validateEvery(), one.degradation());
		assertNotEquals(train(one, folder.resolve("one")).weights().hash(), train(other, folder.resolve("other")).weights().hash());
		assertFalse(Files.exists(folder.resolve("last.safetensors")));
	}

	private TrainingResult train(final TrainingOptions options, final Path to) throws IOException {
		return trainer(engine, options, to).train(Progress.NONE);
	}

	private Trainer trainer(final Engine with, final TrainingOptions options, final Path to) {
		return new Trainer(with, options, Start.random(options.architecture().network(), options.seed()), set, to);
	}

	private static TrainingOptions options(final int steps, final double rate, final int halveEvery, final Precision precision) {
		return options(steps, rate, halveEvery, precision, 20);
	}

	private static TrainingOptions options(final int steps, final double rate, final int halveEvery, final Precision precision,
		final int validateEvery)
	{
		return new TrainingOptions(TINY, new TrainingSetup(4, 12, precision), steps, 0, new Schedule(rate, halveEvery == 1 ? 1000
			: halveEvery), 1, validateEvery, Degradation.BICUBIC);
	}

	private static Progress stopAfter(final RecordingEngine engine, final int steps) {
		return new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return engine.steps().size() >= steps;
			}
		};
	}

	private static double loss(final String row) {
		return Double.parseDouble(row.split(",")[6]);
	}

	private static double psnr(final String row) {
		return Double.parseDouble(row.split(",")[2]);
	}

	/** Images of slanted stripes of some widths and colours. */
	private static TrainingSet stripes() {
		final TrainingSet set = new TrainingSet(TINY, 12, Degradation.BICUBIC);
		for (int i = 0; i < 6; i++)
			set.add("stripes" + i, stripes(i));
		return set;
	}

	private static Img<ARGBType> stripes(final int i) {
		final int side = 48 + 2 * i;
		final int[] pixels = new int[side * side];
		for (int p = 0; p < pixels.length; p++) {
			final double wave = Math.sin((p % side + 0.5 * (p / side)) * 2 * Math.PI / (5 + i));
			final int grey = wave > 0 ? 200 : 60;
			pixels[p] = ARGBType.rgba(grey, grey / 2 + 10 * i, 255 - grey, 255);
		}
		return ArrayImgs.argbs(pixels, side, side);
	}
}
