package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.upscale.Upscaler;

class EdsrCommandTest {

	@TempDir
	static Path folder;

	private static Model model;

	@RegisterExtension
	final Commands commands = new Commands();

	@BeforeAll
	static void writeModel() throws IOException {
		model = TestInputs.model(folder.resolve("tiny"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void enlargesImagesOfEachKind(final int bitDepth) {
		final ImagePlus result = upscale(TestInputs.image(bitDepth, 30, 20));
		assertEquals("wave (EDSR x2)", result.getTitle());
		assertEquals(bitDepth, result.getBitDepth());
		assertEquals(60, result.getWidth());
		assertEquals(40, result.getHeight());
		assertEquals(1, result.getStackSize());
	}

	@Test
	@SuppressWarnings("unchecked")
	void theResultIsThatOfTheUpscaler() {
		final ImagePlus input = TestInputs.image(8, 30, 20);
		final ImagePlus expected = new ImagePlus("", Planes.processor(Upscaler.of(model).upscale(
			(RandomAccessibleInterval<UnsignedByteType>) Planes.of(input))));
		assertArrayEquals((byte[]) expected.getProcessor().getPixels(), (byte[]) upscale(input).getProcessor().getPixels());
	}

	@Test
	void tilesDoNotShow() {
		final ImagePlus input = TestInputs.image(24, 30, 20);
		assertArrayEquals((int[]) upscale(input).getProcessor().getPixels(), (int[]) upscale(input, "tile_size", "7").getProcessor()
			.getPixels());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void theInputStaysAsItIs(final int bitDepth) {
		final ImagePlus input = TestInputs.image(bitDepth, 30, 20);
		input.setProperty("Info", "seen by a microscope");
		final ImagePlus before = input.duplicate();
		upscale(input);
		assertTrue(Objects.deepEquals(before.getProcessor().getPixels(), input.getProcessor().getPixels()));
		assertEquals("wave", input.getTitle());
		assertEquals("seen by a microscope", input.getInfoProperty());
	}

	@Test
	void thePixelSizeIsDividedByTheScale() {
		final ImagePlus input = TestInputs.image(16, 30, 20);
		final Calibration calibration = input.getCalibration();
		calibration.setUnit("um");
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.xOrigin = 3;
		final Calibration result = upscale(input).getCalibration();
		assertEquals("um", result.getUnit().replace('µ', 'u'));
		assertEquals(0.25, result.pixelWidth);
		assertEquals(0.125, result.pixelHeight);
		assertEquals(6, result.xOrigin);
	}

	@Test
	void theInfoSaysHowTheResultWasMade() {
		final ImagePlus input = TestInputs.image(16, 30, 20);
		input.setProperty("Info", "seen by a microscope");
		final String info = upscale(input, "tile_size", "16", "halo", "3", "intensity", "500,6000").getInfoProperty();
		assertTrue(info.startsWith("seen by a microscope\n"), info);
		for (final String fact : new String[] { "model: tiny (" + folder.resolve("tiny") + ")", "weights: " + model.hash(), "scale: 2",
			"windows: 2 of 22 x 20", "halo: 3", "precision: float32" })
			assertTrue(info.contains(fact + "\n"), info);
		assertTrue(info.matches("(?s).*\nintensity: .*500.*6000.*\ndevice: CPU.*\nseconds: [0-9.]+\n"), info);
	}

	@Test
	void anImageThatAHostCouldNotFindIsRefused() {
		final String reason = refusal("input", new ImagePlus(), "model", folder.resolve("tiny").toString());
		assertTrue(reason.contains("There is no image"), reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"tile_size | 0     | tile_size is \"0\", but must be a whole number from 1 on, or auto.",
		"tile_size | -1    | tile_size is \"-1\", but must be",
		"tile_size | abc   | tile_size is \"abc\", but must be",
		"tile_size | 1.5   | tile_size is \"1.5\", but must be",
		"halo      | -1    | halo is \"-1\", but must be a whole number from 0 on, or exact or auto.",
		"halo      | wide  | halo is \"wide\", but must be",
		"intensity | 9,1   | intensity is \"9,1\", but must be auto, type, min-max, percentile, or two numbers LOW,HIGH",
		"intensity | 1     | intensity is \"1\", but must be",
		"no_data   | x     | no_data is \"x\", but must be a number, or none.",
		"channels  | 2     | channels is \"2\", but the image has",
		"slices    | 0     | slices is \"0\", but the image has",
		"frames    | 1-    | frames is \"1-\", but",
		"threads   | 0     | threads is \"0\", but must be a whole number from 1 to 1024, or auto.",
		"device    | tpu   | device is \"tpu\", but must be auto, cpu, gpu, or gpu:N with the number of a GPU, counted from 0.",
		"device    | gpu   | device is gpu, but TensorFlow found none that it can use. ",
		"device    | gpu:1 | device is gpu:1, but TensorFlow found none that it can use. ",
		"threads   | many  | threads is \"many\", but must be",
		"model     | none  | There is no model \"none\"",
		"model     | ./none | There is no model package ./none",
	})
	void wrongValuesAreRefused(final String name, final String value, final String message) {
		final String reason = refusal("input", TestInputs.image(8, 10, 10), "model", folder.resolve("tiny").toString(), name, value);
		assertTrue(reason.contains(message), reason);
	}

	@Test
	void aValueThatIsNullIsRefused() {
		final String reason = refusal("input", TestInputs.image(8, 10, 10), "model", null);
		assertTrue(reason.contains("\"model\" is missing"), reason);
	}

	@Test
	void a32BitImageHasNoRangeOfItsType() {
		final String reason = refusal("input", TestInputs.image(32, 10, 10), "model", folder.resolve("tiny").toString(), "intensity",
			"type");
		assertTrue(reason.contains("intensity is \"type\""), reason);
	}

	@Test
	void aHalfCopiedModelIsRefused() throws IOException {
		final Path broken = folder.resolve("broken");
		TestInputs.model(broken);
		Files.delete(broken.resolve("saved_model.zip"));
		final String reason = refusal("input", TestInputs.image(8, 10, 10), "model", broken.toString());
		assertTrue(reason.contains(broken + " has no file saved_model.zip"), reason);
	}

	@Test
	void aModelMayBeAZipFile() throws IOException {
		final Path zip = folder.resolve("zipped.zip");
		TestInputs.model(zip);
		final ImagePlus result = upscale(TestInputs.image(8, 30, 20), "model", zip.toString());
		assertTrue(result.getInfoProperty().contains("model: zipped ("), result.getInfoProperty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "cpu" })
	void theInfoSaysWhatComputed(final String device) {
		final String info = upscale(TestInputs.image(8, 30, 20), "device", device).getInfoProperty();
		assertTrue(info.contains("\ndevice: CPU, TensorFlow 2.18.0\n"), info);
	}

	private ImagePlus upscale(final ImagePlus input, final Object... others) {
		final Object[] inputs = new Object[4 + others.length];
		System.arraycopy(new Object[] { "input", input, "model", folder.resolve("tiny").toString() }, 0, inputs, 0, 4);
		System.arraycopy(others, 0, inputs, 4, others.length);
		return (ImagePlus) commands.succeed(EdsrCommand.class, inputs).getOutput("output");
	}

	private String refusal(final Object... inputs) {
		final SuperResolutionCommand command = commands.refused(EdsrCommand.class, inputs);
		assertNull(command.getOutput("output"));
		return command.getCancelReason();
	}
}
