package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.network.Edsr;
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

	private static void assertMessage(final String part, final TrainingSet set) {
		final String message = assertThrows(IllegalArgumentException.class, set::check).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static TrainingSet set(final int scale, final int patch) {
		return new TrainingSet(new Edsr(scale, 1, 1, 1), patch, Degradation.BICUBIC);
	}
}
