package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileSaver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Srcnn;
import sc.fiji.superres.training.Degradation;
import sc.fiji.superres.training.Noise;

class TrainCommandTest extends TrainingFolder {

	@Test
	void theResultIsAModelThatUpscales() throws IOException {
		final String report = train("author", "A. Author", "licence", "CC0-1.0", "trained_on", "waves", "notes", "a test");
		assertTrue(report.matches("-?[0-9.]+ dB, SSIM -?0\\.\\d{4} on 1 validation image \\(bicubic [0-9.]+ dB\\) after " +
			"step [24], 4 of 4 steps done: .*model"), report);
		final Model model = trained();
		assertEquals("EDSR x2", model.card().title());
		assertEquals(List.of("A. Author"), model.card().authors());
		assertEquals("CC0-1.0", model.card().licence());
		assertEquals("waves", model.card().trainedOn());
		assertEquals("a test", model.card().training().get("notes"));
		assertEquals(4, model.card().training().get("steps"));
		assertTrue(model.test(Engines.tensorflow()) < 1e-3);
		final ImagePlus result = (ImagePlus) commands.succeed(EdsrCommand.class, "input", TestInputs.image(24, 12, 10), "model", output
			.toString()).getOutput("output");
		assertEquals(24, result.getWidth());
	}

	@Test
	void theSameCommandGoesOn() throws IOException {
		train();
		final List<String> first = Files.readAllLines(folder.resolve("model.training/curve.csv"));
		train("steps", 8);
		final List<String> second = Files.readAllLines(folder.resolve("model.training/curve.csv"));
		assertEquals(first, second.subList(0, first.size()));
		assertEquals(first.size() + 2, second.size());
		assertEquals(8, trained().card().training().get("steps"));
	}

	@Test
	void checkpointsGoWhereTheyAreWanted() throws IOException {
		train("checkpoints", folder.resolve("elsewhere").toFile());
		assertEquals(List.of("elsewhere", "images", "model"), TestInputs.names(folder));
		assertEquals(List.of("best.safetensors", "curve.csv", "last.safetensors"), TestInputs.names(folder.resolve("elsewhere")));
	}

	@Test
	void aTrainingWithOtherSettingsIsNotGoneOnWith() {
		train();
		assertRefused(List.of("model.training", "patch 8, not 10"), "patch", 10);
	}

	@Test
	void whatIsNoModelIsNotReplaced() throws IOException {
		Files.createDirectory(output);
		Files.writeString(output.resolve("thesis.txt"), "years of work");
		assertRefused(List.of(output.toString(), "is not replaced"));
		assertEquals(List.of("thesis.txt"), TestInputs.names(output));
	}

	@Test
	void aModelOfAnotherTrainingIsNotReplaced() throws IOException {
		final String hash = TestInputs.model(output).hash();
		assertRefused(List.of("There is a model package " + output + " already"));
		Files.createDirectory(folder.resolve("empty"));
		assertRefused(List.of("There is a model package " + output + " already"), "checkpoints", folder.resolve("empty").toFile());
		assertEquals(hash, trained().hash());
	}

	@Test
	void aFolderWithoutImagesIsRefused() throws IOException {
		images = Files.createDirectory(folder.resolve("none"));
		Files.writeString(images.resolve("notes.txt"), "no image");
		assertRefused(List.of("at least 2 images", "there is none"));
		images = folder.resolve("nowhere");
		assertRefused(List.of("There is no folder " + images));
	}

	@Test
	void imagesSmallerThanAPatchAreNamed() {
		assertRefused(List.of("image0.png is 40 x 40 pixels", "at least 60 pixels", "smaller patch"), "patch", 30);
	}

	@Test
	void someImagesSmallerThanAPatchAreLeftOutAndCounted() throws IOException {
		TestInputs.save(TestInputs.image(24, 10, 10), images.resolve("small.png"));
		assertTrue(train().contains("without 1 image (small.png is 10 x 10 pixels)"));
	}

	@Test
	void anImageThatCannotBeReadIsNamed() throws IOException {
		final Path broken = TestInputs.half(images.resolve("image0.png"), images.resolve("image9.png"));
		assertRefused(List.of(broken.toString(), "cut off"));
	}

	@Test
	void everyPlaneOfAStackIsLearnedFrom() throws IOException {
		final Path stack = images.resolve("sub/stack.tif");
		Files.createDirectory(stack.getParent());
		assertTrue(new FileSaver(TestInputs.stack(3)).saveAsTiffStack(stack.toString()));
		train();
		assertEquals(4 + 3, trained().card().training().get("images"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void imagesOfOneChannelAreLearnedFrom(final int bits) throws IOException {
		images = Files.createDirectory(folder.resolve("grey"));
		for (int i = 0; i < 3; i++)
			TestInputs.save(TestInputs.image(bits, 40, 40, i), images.resolve("deep" + i + ".tif"));
		train("channels", "any");
		final Model model = trained();
		assertEquals(InputChannels.ANY, model.network().architecture().channels());
		assertEquals(3, model.card().training().get("images"));
	}

	@Test
	void checkpointsCannotBeAFile() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "text");
		assertRefused(List.of(file.toString(), "cannot be"), "checkpoints", file.toFile());
	}

	@Test
	void shallowNetworksLearnLumaUnlessTold() throws IOException {
		train("architecture", "espcn");
		assertEquals(new Espcn(2, InputChannels.Y), trained().network().architecture());
		assertTrue(trained().card().training().get("loss").toString().startsWith("MSE"));
	}

	@Test
	void srcnnTakesItsMiddleKernel() throws IOException {
		train("architecture", "srcnn", "middle", 1, "scale", 3, "channels", "rgb", "loss", "l1", "psf_sigma", 1.0, "photons", 500.0,
			"noise", 2.0);
		assertEquals(new Srcnn(3, 1, InputChannels.RGB), trained().network().architecture());
		assertEquals("L1", trained().card().training().get("loss"));
		assertEquals(new Degradation(1, new Noise(500, 2)).toString(), trained().card().training().get("degradation"));
	}

	@Test
	void theDegradationIsPartOfTheTraining() {
		train();
		assertRefused(List.of("degradation MATLAB's bicubic, not MATLAB's bicubic, Gaussian noise"), "noise", 3.0);
	}

	/** The best model before it lies there; status and message tell. */
	@Test
	void aTrainingThatDivergesLaterKeepsItsModel() throws IOException {
		train("validate_every", 1);
		final String before = trained().hash();
		final SafeTensors last = SafeTensors.read(folder.resolve("model.training/last.safetensors"));
		Arrays.fill(last.weights().get("conv_out.kernel"), 1e38f);
		last.write(folder.resolve("model.training/last.safetensors"));
		final String reason = commands.refusal(TrainCommand.class, inputs("validate_every", 1, "steps", 8));
		assertTrue(reason.contains("diverged at step 5") && reason.contains("learning rate") && reason.endsWith(
			"The model from before lies in " + output + "."), reason);
		assertEquals(before, trained().hash());
	}

	/** So wide and fast that the values overflow within a few steps. */
	@Test
	void aLossThatIsNotANumberEndsTheTraining() {
		assertRefused(List.of("loss is no longer a number", "smaller learning rate"), "learning_rate", 0.1, "blocks", 8, "filters", 64,
			"steps", 20, "validate_every", 20, "batch", 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"scale            | 5     | scale is 5, but must be from 2 to 4.",
		"scale            | 1     | scale is 1, but",
		"blocks           | 0     | blocks is 0, but must be from 1 to 256.",
		"filters          | 1025  | filters is 1025, but must be from 1 to 1024.",
		"steps            | 0     | steps is 0, but must be at least 1.",
		"batch            | 0     | batch is 0, but must be from 1 to 1000.",
		"patch            | 3     | patch is 3, but must be from 4 to 1000.",
		"halve_every      | 0     | halve_every is 0, but must be at least 1.",
		"validate_every   | 0     | validate_every is 0, but must be at least 1.",
		"residual_scaling | 0.0   | residual_scaling is 0.0, but must be from 0.001 to 1.0.",
		"learning_rate    | 1.0   | learning_rate is 1.0, but must be from 1.0E-7 to 0.1.",
		"learning_rate    | NaN   | learning_rate is NaN, but",
		"precision        | half  | precision is \"half\", but must be one of auto, float32, bfloat16.",
		"ema              | 1.0   | ema is 1.0, but must be from 0.0 to 0.99999.",
		"clip_norm        | -0.5  | clip_norm is -0.5, but must be at least 0.0.",
		"photons          | -1.0  | photons is -1.0, but must be at least 0.0.",
		"noise            | NaN   | noise is NaN, but",
		"psf_sigma        | 101.0 | psf_sigma is 101.0, but must be from 0.0 to 100.0.",
		"middle           | 6     | middle is 6, but must be from 1 to 5.",
		"architecture     | vdsr  | architecture is \"vdsr\", but must be one of edsr, srresnet, srgan, espcn, srcnn.",
		"channels         | cmyk  | channels is \"cmyk\", but must be one of auto, rgb, y, any.",
		"loss             | l2    | loss is \"l2\", but must be one of auto, l1, mse.",
		"pixel_weight     | few   | pixel_weight is \"few\", but must be a number from 0 on, or auto.",
		"content_weight   | -1    | content_weight is \"-1\", but must be",
		"content_weight   | 1     | need the weights of VGG19",
		"texture_weight   | 1.0   | need the weights of VGG19",
		"pixel_weight     | 0     | The weights of pixel, content and texture loss are all 0, but one must be above",
		"vgg_layer        | conv9 | VGG19 has no layer \"conv9\"",
		"device           | fpga  | device is \"fpga\", but must be auto, cpu, gpu, or gpu:N",
		"device           | gpu   | device is gpu, but TensorFlow found none that it can use.",
		"threads          | 0     | threads is \"0\", but must be",
	})
	void wrongValuesAreRefused(final String name, final String value, final String message) {
		final boolean text = List.of("threads", "pixel_weight", "content_weight").contains(name);
		assertRefused(List.of(message), name, value.matches("\\d+") && !text ? (Object) Integer.valueOf(value) : value.matches(
			"-?[\\d.]+|NaN") && !text ? (Object) Double.valueOf(value) : value);
	}
}
