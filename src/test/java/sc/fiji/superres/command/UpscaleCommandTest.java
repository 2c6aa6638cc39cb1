package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.module.Module;

import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.UpscaleOptions;

/** Any model and any baseline through their commands, and what Info, dialog and title say of them. */
class UpscaleCommandTest {

	@TempDir
	static Path folder;

	@RegisterExtension
	final Commands commands = new Commands();

	@BeforeAll
	static void writeModels() throws IOException {
		TestInputs.model(folder.resolve("tiny"));
		TestInputs.generative(folder.resolve("painter"));
		TestInputs.model(folder.resolve("luma"), new Espcn(2, InputChannels.Y).network());
	}

	private static String model(final String name) {
		return folder.resolve(name).toString();
	}

	private ImagePlus upscale(final ImagePlus input, final Object... others) {
		return (ImagePlus) commands.succeed(UpscaleCommand.class, inputs(input, others)).getOutput("output");
	}

	private String refusal(final ImagePlus input, final Object... others) {
		return commands.refusal(UpscaleCommand.class, inputs(input, others));
	}

	private static Object[] inputs(final ImagePlus input, final Object... others) {
		final Object[] inputs = new Object[2 + others.length];
		inputs[0] = "input";
		inputs[1] = input;
		System.arraycopy(others, 0, inputs, 2, others.length);
		return inputs;
	}

	private String message(final Class<? extends ModelCommand> type, final Object... others) throws Exception {
		final Module module = commands.module(type, inputs(TestInputs.image(8, 20, 16), others));
		module.initialize();
		return (String) module.getInput("message");
	}

	@ParameterizedTest
	@CsvSource({ "nearest-x2, Nearest neighbour x2, 2", "bilinear-x3, Bilinear x3, 3", "bicubic-x2, Bicubic x2, 2",
		"bicubic-ij-x4, Bicubic (ImageJ) x4, 4", "lanczos-x4, Lanczos x4, 4", "ibp-x2, Iterative back-projection x2, 2" })
	void theTitleSaysTheMethodAndTheScale(final String name, final String title, final int scale) {
		final ImagePlus result = upscale(TestInputs.image(8, 20, 16), "model", name);
		assertEquals("wave (" + title + ")", result.getTitle());
		assertEquals(20 * scale, result.getWidth());
		assertEquals(16 * scale, result.getHeight());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void baselinesKeepThePixelType(final int bitDepth) {
		assertEquals(bitDepth, upscale(TestInputs.image(bitDepth, 20, 16), "model", "bicubic-x2").getBitDepth());
	}

	@Test
	@SuppressWarnings("unchecked")
	void bicubicIsMatlabs() {
		final ImagePlus input = TestInputs.image(8, 30, 20);
		final ImagePlus expected = new ImagePlus("", Planes.processor(MatlabResize.enlarge(
			(RandomAccessibleInterval<UnsignedByteType>) Planes.of(input), 3)));
		assertArrayEquals((byte[]) expected.getProcessor().getPixels(), (byte[]) upscale(input, "model", "bicubic-x3").getProcessor()
			.getPixels());
	}

	@Test
	void theOtherCommandsTakeBaselinesToo() {
		for (final Class<? extends ModelCommand> type : List.of(EdsrCommand.class, SrganCommand.class))
			assertEquals("wave (Lanczos x4)", ((ImagePlus) commands.succeed(type, inputs(TestInputs.image(8, 20, 16), "model",
				"lanczos-x4")).getOutput("output")).getTitle());
	}

	@Test
	void theInfoOfABaselineSaysHowItWasMade() {
		final String info = upscale(TestInputs.image(16, 20, 16), "model", "bicubic-x2").getInfoProperty();
		assertTrue(info.startsWith("model: bicubic-x2 (Bicubic (MATLAB))\nscale: 2\n"), info);
		assertTrue(info.contains("\ndevice: CPU, Java\n"), info);
		assertFalse(info.contains("weights") || info.contains("warning") || info.contains("ensemble"), info);
		assertTrue(info.matches("(?s).*\nconsistency: [0-9.]+ dB\n.*"), info);
	}

	@Test
	void germansReadTheSameInfo() {
		final Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			final String info = upscale(TestInputs.image(8, 20, 16), "model", "bilinear-x2").getInfoProperty();
			assertTrue(info.matches("(?s).*\nconsistency: \\d+\\.\\d\\d dB\n.*\nseconds: \\d+\\.\\d\\d\n"), info);
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	@Test
	void texturesThatAreInventedAreWarnedOf() throws Exception {
		final ImagePlus result = (ImagePlus) commands.succeed(SrganCommand.class, inputs(TestInputs.image(24, 20, 16), "model", model(
			"painter"))).getOutput("output");
		assertEquals("wave (SRGAN x4)", result.getTitle());
		assertEquals(80, result.getWidth());
		assertTrue(result.getInfoProperty().contains("\nwarning: " + Method.INVENTED + "\n"), result.getInfoProperty());
		assertTrue(message(SrganCommand.class, "model", model("painter")).contains(Method.INVENTED));
		assertTrue(message(UpscaleCommand.class, "model", model("painter")).contains(Method.INVENTED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "luma" })
	void otherModelsAreNot(final String name) throws Exception {
		assertFalse(upscale(TestInputs.image(24, 20, 16), "model", model(name)).getInfoProperty().contains("warning"));
		assertFalse(message(UpscaleCommand.class, "model", model(name)).contains("invented"));
	}

	@Test
	void theDialogSaysThatABaselineIsNoNetworkAndWhatAnEnsembleTakes() throws Exception {
		assertTrue(message(UpscaleCommand.class, "model", "bicubic-x2").startsWith("Result: 40 x 32 pixels, 8-bit (0.00 MB), " +
			"in 1 window of 20 x 16 pixels, on the CPU. No network: a baseline to compare with."));
		assertTrue(message(UpscaleCommand.class, "model", model("tiny"), "ensemble", true).contains(", 8 times each, on the " +
			"CPU."));
		assertTrue(message(UpscaleCommand.class, "model", "bicubic-x2", "deviation_map", true).startsWith(
			"deviation_map is true, but there is no deviation where ensemble is false."));
	}

	@Test
	void theDialogSaysWhereItWillCompute() throws Exception {
		assertTrue(message(UpscaleCommand.class, "model", model("tiny"), "device", "cpu").contains(", on the CPU."));
		assertTrue(message(UpscaleCommand.class, "model", model("tiny"), "device", "gpu").startsWith("device is gpu, but there is no " +
			"GPU to compute on. "));
		assertTrue(message(UpscaleCommand.class, "model", model("tiny"), "device", "tpu").startsWith("device is \"tpu\", but must be"));
		assertTrue(message(UpscaleCommand.class, "model", "bicubic-x2", "device", "gpu").contains(", on the CPU. No network"));
	}

	@Test
	void ofAGpuItSaysTheName() throws IOException {
		final ImagePlus image = TestInputs.image(8, 20, 16);
		final Placement gpu = new Placement(0, "GPU 0 (NVIDIA A100, 40960 MB)", 40_000_000_000L);
		final PlaneSelection all = PlaneSelection.of(image, "all", "all", "all");
		final UpscaleOptions options = UpscaleOptions.defaults();
		assertEquals("Result: 40 x 32 pixels, 8-bit (0.00 MB), in 1 window of 20 x 16 pixels, on GPU 0 (NVIDIA A100, 40960 MB).",
			new Upscaling(image, all, model("tiny"), () -> gpu, options).describe());
		assertTrue(new Upscaling(image, all, "bicubic-x2", () -> gpu, options).describe().contains(", on the CPU."));
	}

	@Test
	void baselinesNeedNoDevice() {
		assertTrue(upscale(TestInputs.image(8, 20, 16), "model", "bicubic-x2", "device", "gpu").getInfoProperty().contains(
			"\ndevice: CPU, Java\n"));
	}

	@Test
	void anEnsembleIsTheMeanOfEightAndSaysSo() {
		final ImagePlus input = TestInputs.image(32, 20, 16);
		final ImagePlus one = upscale(input, "model", model("tiny"));
		final ImagePlus eight = upscale(input, "model", model("tiny"), "ensemble", true);
		assertTrue(eight.getInfoProperty().contains("\nensemble: 8\n"), eight.getInfoProperty());
		assertFalse(Objects.deepEquals(one.getProcessor().getPixels(), eight.getProcessor().getPixels()));
		final ImagePlus turned = new ImagePlus("wave", input.getProcessor().rotateRight());
		turned.getProcessor().resetMinAndMax();
		final ImagePlus turnedEight = upscale(turned, "model", model("tiny"), "ensemble", true);
		final float[] back = (float[]) turnedEight.getProcessor().rotateLeft().getPixels();
		assertArrayEquals((float[]) eight.getProcessor().getPixels(), back, 1e-4f);
	}

	/** Cb and Cr of the result are those of the bicubic result, to the rounding of R, G and B. */
	@Test
	void aLumaModelLeavesTheColoursToBicubic() {
		final ImagePlus input = TestInputs.image(24, 20, 16);
		for (int i = 0; i < input.getProcessor().getPixelCount(); i++) // no channel is clipped, of 60 to 195
			input.getProcessor().set(i, 0x3c3c3c + (input.getProcessor().get(i) >> 1 & 0x7f7f7f));
		final int[] bicubic = (int[]) upscale(input, "model", "bicubic-x2").getProcessor().getPixels();
		final int[] luma = (int[]) upscale(input, "model", model("luma")).getProcessor().getPixels();
		assertNotEquals(0, differences(bicubic, luma));
		for (int i = 0; i < luma.length; i++) {
			final int[] rgb = { luma[i] >> 16 & 255, luma[i] >> 8 & 255, luma[i] & 255 };
			if (rgb[0] % 255 == 0 || rgb[1] % 255 == 0 || rgb[2] % 255 == 0) continue; // clipped
			assertEquals(cb(bicubic[i]), cb(luma[i]), 1.5);
			assertEquals(cr(bicubic[i]), cr(luma[i]), 1.5);
		}
	}

	private static long differences(final int[] one, final int[] other) {
		long count = 0;
		for (int i = 0; i < one.length; i++)
			if (one[i] != other[i]) count++;
		return count;
	}

	private static double cb(final int rgb) {
		return 128 + (-37.797 * (rgb >> 16 & 255) - 74.203 * (rgb >> 8 & 255) + 112 * (rgb & 255)) / 255;
	}

	private static double cr(final int rgb) {
		return 128 + (112 * (rgb >> 16 & 255) - 93.786 * (rgb >> 8 & 255) - 18.214 * (rgb & 255)) / 255;
	}

	@Test
	void whatDoesNotFitIsRefused() {
		final ImagePlus input = TestInputs.image(8, 20, 16);
		assertEquals("deviation_map is true, but there is no deviation where ensemble is false. Set ensemble to true, or " +
			"deviation_map to false.", refusal(input, "model", "bicubic-x2", "deviation_map", true));
		final String unknown = refusal(input, "model", "bicubic-x5");
		assertTrue(unknown.startsWith("There is no model \"bicubic-x5\"; there are ") && unknown.contains("bicubic-x4"), unknown);
	}

	@Test
	void thereAreNoMapsUnlessAskedFor() {
		final SuperResolutionCommand command = commands.succeed(UpscaleCommand.class, "input", TestInputs.image(8, 20, 16), "model",
			"bicubic-x2");
		assertNull(command.getOutput("consistency"));
		assertNull(command.getOutput("deviation"));
	}

	/** So that a replay of the recorder's line never changes. */
	@Test
	void theModelThatWasTakenIsLeftInTheInput() {
		final SuperResolutionCommand command = commands.succeed(UpscaleCommand.class, "input", TestInputs.image(8, 20, 16), "model",
			"bicubic-x2");
		assertEquals("bicubic-x2", command.getInput("model"));
	}
}
