package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;

import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.sample.CellImage;
import sc.fiji.superres.sample.Stain;

class SampleCommandTest {

	private static ImagePlus sample;
	private static ImagePlus truth;

	/** The two images of the command. */
	private enum Which {

		SAMPLE, TRUTH;

		ImagePlus image() {
			return this == SAMPLE ? sample : truth;
		}

		CellImage cells() {
			final CellImage hr = CellImage.draw(CellImage.SEED);
			return this == SAMPLE ? hr.shrink() : hr;
		}
	}

	@BeforeAll
	static void run() {
		try (Commands commands = new Commands()) {
			final SuperResolutionCommand command = commands.succeed(SampleCommand.class);
			sample = (ImagePlus) command.getOutput("output");
			truth = (ImagePlus) command.getOutput("reference");
		}
	}

	@AfterAll
	static void forget() {
		sample = null;
		truth = null;
	}

	@Test
	void theTruthIsTwiceAsLargeInPixelsHalfAsLarge() {
		assertEquals("Super-Resolution Sample", sample.getTitle());
		assertEquals("Super-Resolution Sample (truth)", truth.getTitle());
		assertEquals(240, sample.getWidth());
		assertEquals(240, sample.getHeight());
		assertEquals(480, truth.getWidth());
		assertEquals(480, truth.getHeight());
		assertEquals(0.2, sample.getCalibration().pixelWidth);
		assertEquals(0.2, sample.getCalibration().pixelHeight);
		assertEquals(0.1, truth.getCalibration().pixelWidth);
		assertEquals(0.1, truth.getCalibration().pixelHeight);
	}

	@ParameterizedTest
	@EnumSource
	void itIsACompositeOfThreeNamedChannelsInMicrometres(final Which which) {
		final CompositeImage image = (CompositeImage) which.image();
		assertArrayEquals(new int[] { image.getWidth(), image.getHeight(), 3, 1, 1 }, image.getDimensions());
		assertEquals(8, image.getBitDepth());
		assertEquals(CompositeImage.COMPOSITE, image.getMode());
		for (final Stain stain : Stain.values())
			assertTrue(image.getActiveChannels()[stain.ordinal()], stain.label());
		assertEquals("µm", image.getCalibration().getUnit());
		for (final Stain stain : Stain.values())
			assertEquals(stain.label(), image.getStack().getSliceLabel(stain.ordinal() + 1));
		assertFalse(image.changes);
	}

	@ParameterizedTest
	@EnumSource
	void thePixelsAreThoseOfTheGenerator(final Which which) {
		final CellImage cells = which.cells();
		for (final Stain stain : Stain.values()) {
			final byte[] pixels = (byte[]) which.image().getStack().getPixels(stain.ordinal() + 1);
			final double[] values = new double[pixels.length];
			for (int i = 0; i < values.length; i++)
				values[i] = pixels[i] & 255;
			assertArrayEquals(TestImages.values(cells.channel(stain)), values);
		}
	}

	@ParameterizedTest
	@EnumSource
	void lutsGoFromBlackToTheColourOfTheStain(final Which which) {
		for (final Stain stain : Stain.values()) {
			final LUT lut = ((CompositeImage) which.image()).getChannelLut(stain.ordinal() + 1);
			assertEquals(0xff000000, lut.getRGB(0));
			assertEquals(ARGBType.rgba(stain.red(), stain.green(), stain.blue(), 255), lut.getRGB(255));
			assertEquals(ARGBType.rgba(stain.red() / 5, stain.green() / 5, stain.blue() / 5, 255), lut.getRGB(51));
			assertEquals(0, lut.min);
			assertEquals(255, lut.max);
		}
	}

	/** ImageJ rounds each channel, the generator their sum. */
	@ParameterizedTest
	@EnumSource
	void imageJShowsItAsTheGeneratorFlattensIt(final Which which) {
		final int[] shown = (int[]) which.image().flatten().getProcessor().convertToRGB().getPixels();
		final int[] expected = which.cells().flatten().stream().mapToInt(ARGBType::get).toArray();
		for (int i = 0; i < expected.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				assertEquals(expected[i] >> shift & 255, shown[i] >> shift & 255, 3, "pixel " + i);
	}

	@Test
	void theInfoSaysWhatItIs() {
		final String both = "sample: synthetic, drawn by a program as a fluorescence microscope shows cells; " +
			"no real cells\nseed: 7\n";
		assertEquals(both + "degradation: \"Super-Resolution Sample (truth)\" shrunk by 2 with MATLAB's bicubic imresize, " +
			"antialiased and rounded; no noise added\n", sample.getInfoProperty());
		assertEquals(both + "degradation: none: this is the truth of \"Super-Resolution Sample\"\n", truth.getInfoProperty());
	}

	@Test
	void eachRunMakesItsOwnImages() {
		try (Commands commands = new Commands()) {
			final ImagePlus second = (ImagePlus) commands.succeed(SampleCommand.class).getOutput("output");
			final byte[] before = ((byte[]) sample.getStack().getPixels(1)).clone();
			second.getStack().getProcessor(1).setColor(255);
			second.getStack().getProcessor(1).fill();
			assertArrayEquals(before, (byte[]) sample.getStack().getPixels(1));
		}
	}
}
