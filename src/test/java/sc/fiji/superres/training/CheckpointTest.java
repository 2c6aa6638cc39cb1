package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** Trainings that go on where an earlier one ended, or must not. */
class CheckpointTest extends SmallTraining {

	/** The same patches and rates; and the same weights to the bit, but in float32 not even two uncut trainings always have them. */
	@ParameterizedTest
	@EnumSource
	void cutInTwoIsTheSameTraining(final Precision precision) throws IOException {
		final RecordingEngine whole = new RecordingEngine(engine);
		final TrainingResult uncut = trainer(whole, options(60, 1e-3, 25, precision), folder.resolve("whole")).train(Progress.NONE);
		final RecordingEngine parts = new RecordingEngine(engine);
		trainer(parts, options(40, 1e-3, 25, precision), folder.resolve("parts")).train(Progress.NONE);
		final TrainingResult resumed = trainer(parts, options(60, 1e-3, 25, precision), folder.resolve("parts")).train(Progress.NONE);
		assertEquals(whole.steps(), parts.steps());
		assertEquals(uncut.psnr(), resumed.psnr(), 0.3);
		if (precision == Precision.BFLOAT16) assertEquals(uncut.weights().hash(), resumed.weights().hash());
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
	void otherImagesDoNotGoOn() throws IOException {
		train(options(20), folder);
		set.add("another", TestImages.randomColours(1, 50, 50));
		final String message = assertThrows(IOException.class, () -> train(options(40), folder))
			.getMessage();
		assertTrue(message.contains("6 images") && message.contains("7 images"), message);
	}

	@Test
	void otherSettingsDoNotGoOn() throws IOException {
		train(options(20), folder);
		final String message = assertThrows(IOException.class, () -> train(options(40, 2e-3, 1000, Precision.FLOAT32), folder))
			.getMessage();
		assertTrue(message.contains("learning_rate 0.001, not 0.002"), message);
	}

	@Test
	void damagedCheckpointsAreRefused() throws IOException {
		train(options(20), folder);
		final Path last = folder.resolve("last.safetensors");
		final byte[] bytes = Files.readAllBytes(last);
		Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
		assertThrows(IOException.class, () -> train(options(40), folder));
	}

	/** The disk holds one checkpoint, but not the next beside it. */
	@Test
	void onAFullDiskTheLastCheckpointStaysWhole() throws IOException {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		final TrainingOptions options = options(60);
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
		train(options(20), folder);
		final TrainingOptions options = options(40);
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
		train(options(20), folder);
		final Path last = folder.resolve("last.safetensors");
		final SafeTensors file = SafeTensors.read(last);
		final Weights part = new Weights();
		for (final Weight weight : file.weights().list())
			if (!weight.name().equals("adam_v.conv_in.kernel")) part.put(weight, file.weights().get(weight.name()));
		new SafeTensors(file.metadata(), part).write(last);
		final String message = assertThrows(IOException.class, () -> train(options(40), folder)).getMessage();
		assertTrue(message.contains("is damaged") && message.contains("adam_v.conv_in.kernel"), message);
	}

	@Test
	void whatAKilledProcessLeftIsSweptAway() throws IOException {
		Files.writeString(folder.resolve(".1-a2b-last.safetensors"), "half");
		Files.writeString(folder.resolve(".hidden"), "of the user");
		train(options(20), folder);
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

	@Test
	void nothingButWholeFilesIsLeft() throws IOException {
		train(options(20), folder);
		assertEquals(List.of("best.safetensors", "curve.csv", "last.safetensors"), names(folder));
	}
}
