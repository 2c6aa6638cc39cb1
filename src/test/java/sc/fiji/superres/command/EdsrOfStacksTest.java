package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.module.Module;

/** Hyperstacks, selections, regions and bad pixels, through the command and the real engine. */
class EdsrOfStacksTest {

	@TempDir
	static Path folder;

	@RegisterExtension
	final Commands commands = new Commands();

	@BeforeAll
	static void writeModel() throws IOException {
		TestInputs.model(folder.resolve("tiny"));
	}

	/** Planes of a channel are brighter than those of the channel before. */
	private static ImagePlus hyperstack(final int bitDepth, final int channels, final int slices, final int frames) {
		final ImageStack stack = new ImageStack(20, 16);
		for (int i = 0; i < channels * slices * frames; i++) {
			final ImageProcessor plane = TestInputs.image(bitDepth, 20, 16, i).getProcessor();
			if (bitDepth != 24) plane.multiply(1 + i % channels);
			stack.addSlice("plane " + i, plane);
		}
		final ImagePlus image = new ImagePlus("waves", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(true);
		return channels > 1 && bitDepth != 24 ? new CompositeImage(image, CompositeImage.COMPOSITE) : image;
	}

	private static ImagePlus plane(final ImagePlus image, final int channel, final int slice, final int frame) {
		return new ImagePlus("plane", image.getStack().getProcessor(image.getStackIndex(channel, slice, frame)));
	}

	private Object[] with(final ImagePlus input, final Object... others) {
		final List<Object> inputs = new ArrayList<>(List.of("input", input, "model", folder.resolve("tiny").toString()));
		inputs.addAll(List.of(others));
		return inputs.toArray();
	}

	private ImagePlus upscale(final ImagePlus input, final Object... others) {
		return (ImagePlus) commands.succeed(EdsrCommand.class, with(input, others)).getOutput("output");
	}

	private String refusal(final ImagePlus input, final Object... others) {
		final SuperResolutionCommand command = commands.refused(EdsrCommand.class, with(input, others));
		assertNull(command.getOutput("output"));
		assertFalse(input.isLocked());
		return command.getCancelReason();
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void eachPlaneIsUpscaledAsItselfWithTheRangeOfItsChannel(final int bitDepth) {
		final ImagePlus input = hyperstack(bitDepth, bitDepth == 24 ? 1 : 3, 2, 4);
		final ImagePlus result = upscale(input, "intensity", "0,5000");
		assertArrayEquals(new int[] { 40, 32, bitDepth == 24 ? 1 : 3, 2, 4 }, result.getDimensions());
		assertEquals(bitDepth, result.getBitDepth());
		for (int i = 1; i <= input.getStackSize(); i++) {
			final ImagePlus alone = upscale(new ImagePlus("plane", input.getStack().getProcessor(i)), "intensity", "0,5000");
			assertTrue(Objects.deepEquals(alone.getProcessor().getPixels(), result.getStack().getPixels(i)), "plane " + i);
			assertEquals("plane " + (i - 1), result.getStack().getSliceLabel(i));
		}
	}

	@Test
	void theIntensityRangeIsThatOfAChannelOverAllSlicesAndFrames() {
		final String info = upscale(hyperstack(16, 2, 2, 3)).getInfoProperty();
		double[] extremes = { Double.MAX_VALUE, 0, Double.MAX_VALUE, 0 };
		final ImagePlus input = hyperstack(16, 2, 2, 3);
		for (int i = 0; i < input.getStackSize(); i++) {
			final int c = 2 * (i % 2);
			final ImageProcessor plane = input.getStack().getProcessor(i + 1);
			for (int p = 0; p < 320; p++) {
				extremes[c] = Math.min(extremes[c], plane.get(p));
				extremes[c + 1] = Math.max(extremes[c + 1], plane.get(p));
			}
		}
		assertTrue(info.contains(String.format(Locale.ROOT, "intensity: %.0f,%.0f (channel 1); %.0f,%.0f (channel 2)\n",
			extremes[0], extremes[1], extremes[2], extremes[3])), info);
	}

	@Test
	void onlyWhatIsChosenIsUpscaled() {
		final ImagePlus input = hyperstack(8, 3, 4, 5);
		final ImagePlus result = upscale(input, "channels", "1,3", "slices", "2-4", "frames", "5");
		assertArrayEquals(new int[] { 40, 32, 2, 3, 1 }, result.getDimensions());
		final ImagePlus alone = upscale(plane(input, 3, 4, 5));
		assertArrayEquals((byte[]) alone.getProcessor().getPixels(), (byte[]) plane(result, 2, 3, 1).getProcessor().getPixels());
	}

	/** Counts how often each plane is read. */
	private static final class CountedStack extends VirtualStack {

		private final int[] reads = new int[2001];

		private CountedStack() {
			super(20, 16, null, null);
			setBitDepth(16);
		}

		@Override
		public int getSize() {
			return 2000;
		}

		@Override
		public int size() {
			return 2000;
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			reads[n]++;
			return TestInputs.image(16, 20, 16, n).getProcessor();
		}

		@Override
		public String getSliceLabel(final int n) {
			return "z" + n;
		}
	}

	@ParameterizedTest
	@CsvSource({ "auto,2", "'1000,6000',1" })
	void ofAVirtualStackOnlyTheWantedPlanesAreReadOnceInEachPass(final String intensity, final int passes) {
		final CountedStack stack = new CountedStack();
		final ImagePlus input = new ImagePlus("long", stack);
		final int[] before = stack.reads.clone();
		final ImagePlus result = upscale(input, "slices", "100-119,2000", "intensity", intensity);
		assertEquals(21, result.getStackSize());
		for (int n = 1; n <= 2000; n++)
			assertEquals(n >= 100 && n < 120 || n == 2000 ? passes : 0, stack.reads[n] - before[n], "plane " + n);
	}

	@Test
	void aSelectionGivesTheSameCropOfTheWholeResult() {
		final ImagePlus input = hyperstack(16, 1, 2, 1);
		final ImagePlus whole = upscale(input);
		input.setRoi(new OvalRoi(3, 5, 9, 7));
		final ImagePlus part = upscale(input);
		assertEquals(18, part.getWidth());
		assertEquals(14, part.getHeight());
		for (int slice = 1; slice <= 2; slice++) {
			final ImageProcessor crop = whole.getStack().getProcessor(slice);
			crop.setRoi(6, 10, 18, 14);
			assertArrayEquals((short[]) crop.crop().getPixels(), (short[]) part.getStack().getPixels(slice));
		}
		assertEquals(new Roi(3, 5, 9, 7).getBounds(), input.getRoi().getBounds());
	}

	@Test
	void whereAPixelIsNoNumberItsBlockIsNone() {
		final ImagePlus input = TestInputs.image(32, 20, 16);
		input.getProcessor().setf(7, 5, Float.NaN);
		input.getProcessor().setf(0, 15, Float.POSITIVE_INFINITY);
		final ImagePlus result = upscale(input);
		for (int y = 0; y < 32; y++)
			for (int x = 0; x < 40; x++) {
				final boolean bad = x / 2 == 7 && y / 2 == 5 || x / 2 == 0 && y / 2 == 15;
				assertEquals(bad, Float.isNaN(result.getProcessor().getf(x, y)), x + ", " + y);
				assertTrue(bad || Float.isFinite(result.getProcessor().getf(x, y)));
			}
		assertTrue(result.getInfoProperty().contains("no_data: 2 pixels"), result.getInfoProperty());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void aConstantPlaneStaysThatConstant(final int bitDepth) {
		final ImageStack stack = new ImageStack(20, 16);
		stack.addSlice(TestInputs.image(bitDepth, 20, 16).getProcessor());
		final ImageProcessor constant = TestInputs.image(bitDepth, 20, 16).getProcessor();
		for (int i = 0; i < 320; i++)
			constant.setf(i, 77);
		stack.addSlice(constant);
		final ImageProcessor result = upscale(new ImagePlus("stack", stack)).getStack().getProcessor(2);
		for (int i = 0; i < 40 * 32; i++)
			assertEquals(77, result.getf(i));
	}

	@Test
	void theValueOfNoDataIsKept() {
		final ImagePlus input = TestInputs.image(16, 20, 16);
		input.getProcessor().set(4, 4, 65535);
		final ImagePlus result = upscale(input, "no_data", "65535");
		assertEquals(65535, result.getProcessor().get(8, 9));
		assertTrue(result.getProcessor().get(7, 8) < 10_000);
	}

	/** A user knows the values that ImageJ shows, not those that it keeps. */
	@Test
	void signedValuesAreMeantAsTheyAreShown() {
		final ImagePlus input = TestInputs.image(16, 20, 16);
		input.getProcessor().add(32768);
		input.getProcessor().set(4, 4, 32768 - 9999);
		input.getCalibration().setSigned16BitCalibration();
		final ImagePlus result = upscale(input, "no_data", "-9999", "intensity", "1000,5080");
		assertEquals(32768 - 9999, result.getProcessor().get(9, 8));
		assertTrue(result.getCalibration().isSigned16Bit());
		final ImagePlus unsigned = TestInputs.image(16, 20, 16);
		unsigned.getProcessor().set(4, 4, 65535);
		final ImagePlus expected = upscale(unsigned, "no_data", "65535", "intensity", "1000,5080");
		assertEquals(expected.getProcessor().get(20, 20), result.getProcessor().get(20, 20) - 32768, 1);
		assertTrue(result.getInfoProperty().contains("intensity: 33768,37848\n"), result.getInfoProperty());
		assertTrue(result.getInfoProperty().contains("signed: raw values"), result.getInfoProperty());
	}

	@Test
	void whatCannotBeIsRefused() {
		final ImagePlus image = hyperstack(8, 3, 4, 5);
		assertTrue(refusal(image, "channels", "4").startsWith("channels is \"4\", but the image has channels 1 to 3"));
		image.setRoi(new Roi(100, 100, 5, 5));
		assertTrue(refusal(image).contains("lies outside its 20 x 16 pixels"), refusal(image));
		image.setRoi(new Line(1, 1, 5, 1));
		assertTrue(refusal(image).contains("has no area"), refusal(image));
		assertTrue(refusal(TestInputs.image(24, 20, 16), "no_data", "3").contains("no_data"));
		final ImagePlus nothing = new ImagePlus("nothing", new FloatProcessor(3, 3, new float[] { Float.NaN, Float.NaN, Float.NaN,
			Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN }));
		assertTrue(refusal(nothing).contains("finite"), refusal(nothing));
		final ImagePlus closed = TestInputs.image(8, 20, 16);
		closed.flush();
		assertTrue(refusal(closed).contains("was closed"), refusal(closed));
	}

	@Test
	void aLockedImageIsRefused() {
		final ImagePlus image = TestInputs.image(8, 20, 16);
		assertTrue(image.lock());
		final SuperResolutionCommand command = commands.refused(EdsrCommand.class, with(image));
		assertTrue(command.getCancelReason().contains("'wave' is in use by another command"), command.getCancelReason());
		assertTrue(image.isLocked());
	}

	/** So many windows that it would take minutes. */
	private Future<Module> start(final ImagePlus input, final CountDownLatch working) {
		final Module module = commands.module(EdsrCommand.class, with(input, "tile_size", "1", "halo", "1"));
		((SuperResolutionCommand) module.getDelegateObject()).listen(new SuperResolutionCommand.Listener() {

			@Override
			public void progress(final String task, final long done, final long total) {
				if (task.startsWith("Window") && done > 0) working.countDown();
			}
		});
		return commands.start(module);
	}

	private static void awaitUnlocked(final ImagePlus image) throws InterruptedException {
		for (int i = 0; i < 3000 && image.isLocked(); i++)
			Thread.sleep(10);
		assertFalse(image.isLocked());
	}

	@Test
	void itStopsWhereItsFutureIsCancelled() throws Exception {
		final ImagePlus input = TestInputs.image(8, 600, 600);
		final CountDownLatch working = new CountDownLatch(1);
		final Future<Module> run = start(input, working);
		assertTrue(working.await(1, TimeUnit.MINUTES));
		assertTrue(run.cancel(true));
		awaitUnlocked(input);
	}

	@Test
	void aSecondRunOnTheSameImageIsRefused() throws Exception {
		final ImagePlus input = TestInputs.image(8, 600, 600);
		final CountDownLatch working = new CountDownLatch(1);
		final Future<Module> run = start(input, working);
		assertTrue(working.await(1, TimeUnit.MINUTES));
		assertTrue(commands.refusal(EdsrCommand.class, with(input)).contains("in use by another command"));
		run.cancel(true);
		awaitUnlocked(input);
		assertEquals(1200, upscale(input).getWidth());
	}

	@Test
	void itStopsWhereItsImageIsClosed() throws Exception {
		final ImagePlus input = TestInputs.image(8, 600, 600);
		final CountDownLatch working = new CountDownLatch(1);
		final Future<Module> run = start(input, working);
		assertTrue(working.await(1, TimeUnit.MINUTES));
		input.flush(); // as a closed window does
		final SuperResolutionCommand command = (SuperResolutionCommand) run.get(1, TimeUnit.MINUTES).getDelegateObject();
		assertEquals("The image 'wave' was closed while it was in use. Open it again.", command.getCancelReason());
		assertNull(command.getOutput("output"));
		assertFalse(input.isLocked());
	}

	@Test
	void aResultBeyondTheMemoryIsRefusedBeforeTheWork() {
		final VirtualStack huge = new VirtualStack(400, 400, null, null) {

			@Override
			public int getSize() {
				return 200_000;
			}

			@Override
			public int size() {
				return 200_000;
			}

			@Override
			public String getSliceLabel(final int n) {
				return null;
			}
		};
		huge.setBitDepth(8);
		final String reason = refusal(new ImagePlus("huge", huge));
		assertTrue(reason.startsWith("The result needs 128000 MB (200000 planes of 800 x 800 pixels, 8-bit), but Java has " +
			"only "), reason);
	}

	@Test
	void theDialogSaysWhatWillHappen() throws Exception {
		final Module module = commands.module(EdsrCommand.class, with(hyperstack(16, 3, 1, 5), "tile_size", "5", "halo", "1"));
		module.initialize();
		assertEquals("Result: 15 planes of 40 x 32 pixels, 16-bit (0.04 MB), in 180 windows of 7 x 7 pixels, on the CPU. Not " +
			"for this image: slices.", module.getInput("message"));
		module.setInput("frames", "6");
		((EdsrCommand) module.getDelegateObject()).changed();
		assertTrue(((String) module.getInput("message")).startsWith("frames is \"6\", but the image has frames 1 to 5"), module.getInput(
			"message").toString());
	}
}
