package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.resample.MatlabResize;

class TrainingSetTest {

	@Test
	void lrIsMadeByMatlabsBicubic() {
		final TrainingSet set = set(2, 4);
		set.add("a", TestImages.randomColours(1, 21, 16));
		set.add("b", TestImages.randomColours(2, 16, 16));
		final ImagePair pair = set.training().get(0);
		assertEquals(20, pair.hr().width());
		final byte[] red = new byte[20 * 16];
		for (int i = 0; i < red.length; i++)
			red[i] = (byte) pair.hr().samples().get(3 * i);
		int i = 0;
		for (final UnsignedByteType pixel : MatlabResize.shrink(ArrayImgs.unsignedBytes(red, 20, 16), 2))
			assertEquals(pixel.get(), pair.lr().samples().get(3 * i++));
	}

	@Test
	void heldBackImagesAreNotLearnedFrom() {
		final TrainingSet set = set(2, 4);
		for (int i = 0; i < 50; i++)
			set.add("image" + i, TestImages.randomColours(i, 16 + i, 20));
		assertEquals(2, set.validationNames().size());
		assertEquals(48, set.training().size());
		assertTrue(set.training().stream().noneMatch(image -> set.validationNames().contains(image.name())));
		assertEquals(List.of(set.validation().get(0).lr().width()), set.validation().stream().map(image -> image.lr().width())
			.distinct().toList());
	}

	@Test
	void theMiddleOfHrAndLrFit() {
		final Raster hr = Rasters.of(TestImages.randomColours(1, 40, 30), InputChannels.RGB).get(0);
		final ImagePair middle = new ImagePair("a", hr, Degradation.BICUBIC.shrink(hr, 2)).middle(6, 5);
		assertArrayEquals(hr.crop(14, 10, 12, 10).toFloats(), middle.hr().toFloats());
		assertEquals(6, middle.lr().width());
	}

	@Test
	void tooFewImagesAreRefused() {
		final TrainingSet set = set(3, 10);
		assertMessage("there is none", set);
		set.add("small.png", TestImages.randomColours(1, 29, 100));
		assertMessage("small.png is 29 x 100 pixels", set);
		set.add("large.png", TestImages.randomColours(1, 30, 100));
		assertMessage("there is 1", set);
		set.add("large2.png", TestImages.randomColours(1, 30, 100));
		set.check();
	}

	@Test
	void whatNothingCanBeLearnedFromIsLeftOutWithItsReason() {
		final TrainingSet set = set(2, 8);
		set.add("tiny", TestImages.randomColours(1, 15, 100));
		set.add("flat", ArrayImgs.unsignedBytes(20, 20));
		set.add("nan", nan());
		assertEquals(Map.of("tiny", "is 15 x 100 pixels", "flat", "is flat", "nan", "has NaN or infinite pixels"), set.leftOut());
		assertEquals(0, set.size());
	}

	private static Img<FloatType> nan() {
		final float[] values = new float[400];
		Arrays.fill(values, Float.NaN);
		return ArrayImgs.floats(values, 20, 20);
	}

	/** As fluorescence in two of three colours has it. */
	@Test
	void flatColoursAreLeftOutAlone() {
		final TrainingSet set = new TrainingSet(new Espcn(2, InputChannels.ANY), 4, Degradation.BICUBIC);
		final ArrayImg<ARGBType, IntArray> image = TestImages.randomColours(1, 16, 16);
		image.forEach(pixel -> pixel.set(pixel.get() & 0xffff00ff));
		set.add("cells", image);
		assertEquals(List.of("cells (channel 1)", "cells (channel 3)"), Stream.concat(set.training().stream().map(ImagePair::name), set
			.validationNames().stream()).sorted().toList());
		assertEquals(Map.of(), set.leftOut());
	}

	@Test
	void pairsAreTakenAsTheyAre() {
		final TrainingSet set = set(2, 4);
		final ArrayImg<ARGBType, IntArray> hr = TestImages.randomColours(1, 16, 12), lr = TestImages.randomColours(2, 8, 6);
		set.add("a", hr, lr);
		set.add("b", TestImages.randomColours(3, 16, 12), TestImages.randomColours(4, 8, 6));
		final ImagePair pair = Stream.concat(set.training().stream(), set.validation().stream()).filter(each -> each.name().equals("a"))
			.findFirst().orElseThrow();
		assertArrayEquals(Rasters.of(lr, InputChannels.RGB).get(0).toFloats(), pair.lr().toFloats());
		assertArrayEquals(Rasters.of(hr, InputChannels.RGB).get(0).toFloats(), pair.hr().toFloats());
	}

	@Test
	void pairsThatDoNotFitAreRefused() {
		final TrainingSet set = set(2, 4);
		final ArrayImg<ARGBType, IntArray> hr = TestImages.randomColours(1, 16, 12);
		final String size = assertThrows(IllegalArgumentException.class, () -> set.add("a", hr, TestImages.randomColours(2, 8, 5)))
			.getMessage();
		assertTrue(size.contains("pair a has 16 x 12 and 8 x 5 pixels") && size.contains("2 times"), size);
		final String type = assertThrows(IllegalArgumentException.class, () -> set.add("a", hr, ArrayImgs.unsignedBytes(8, 6)))
			.getMessage();
		assertTrue(type.contains("different types"), type);
	}

	@Test
	void imagesForValidationAreGivenApart() {
		final TrainingSet set = set(2, 4);
		set.add("a", TestImages.randomColours(1, 16, 12));
		assertMessage("there is 1", set);
		set.addForValidation("judge", TestImages.randomColours(2, 12, 16));
		set.check();
		assertEquals(List.of("judge"), set.validationNames());
		assertEquals(List.of("a"), set.training().stream().map(ImagePair::name).toList());
		assertTrue(set.fingerprint().startsWith("1 images, "));
	}

	@Test
	void validationImagesHaveTheNoiseOfTheOthers() {
		final TrainingSet clean = set(2, 4), noisy = new TrainingSet(new Edsr(2, 1, 1, 1), 4, new Degradation(0, new Noise(0, 5)));
		for (final TrainingSet each : List.of(clean, noisy))
			for (int i = 0; i < 2; i++)
				each.add("image" + i, TestImages.randomColours(i, 16, 16));
		final float[] before = clean.validation().get(0).lr().toFloats(), after = noisy.validation().get(0).lr().toFloats();
		assertFalse(Arrays.equals(before, after));
		assertArrayEquals(after, noisy.validation().get(0).lr().toFloats());
		assertArrayEquals(clean.validation().get(0).hr().toFloats(), noisy.validation().get(0).hr().toFloats());
	}

	private static void assertMessage(final String part, final TrainingSet set) {
		final String message = assertThrows(IllegalArgumentException.class, set::check).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static TrainingSet set(final int scale, final int patch) {
		return new TrainingSet(new Edsr(scale, 1, 1, 1), patch, Degradation.BICUBIC);
	}
}
