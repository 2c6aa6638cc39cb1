package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.resample.MatlabResize;

class RastersTest {

	private static final int[] COLOURS = { ARGBType.rgba(10, 20, 30, 255), ARGBType.rgba(255, 0, 128, 255) };

	@Test
	void coloursStayColours() {
		final List<Raster> rasters = Rasters.of(ArrayImgs.argbs(COLOURS, 2, 1), InputChannels.RGB);
		assertEquals(1, rasters.size());
		assertArrayEquals(new float[] { 10, 20, 30, 255, 0, 128 }, rasters.get(0).toFloats());
		assertEquals(6, rasters.get(0).samples().bytes());
	}

	/** Poynton's Y of ITU-R BT.601: white is 235. */
	@Test
	void lumaIsThatOfTheBenchmarks() {
		final int[] grey = { 0xff000000, 0xffffffff, COLOURS[0] };
		final Raster luma = Rasters.of(ArrayImgs.argbs(grey, 3, 1), InputChannels.Y).get(0);
		assertArrayEquals(new float[] { 16, 235, Math.round(16 + (65.481f * 10 + 128.553f * 20 + 24.966f * 30) / 255) }, luma.toFloats());
	}

	@Test
	void coloursAreThreeImagesForANetworkOfAnyChannel() {
		final List<Raster> rasters = Rasters.of(ArrayImgs.argbs(COLOURS, 2, 1), InputChannels.ANY);
		assertEquals(3, rasters.size());
		assertArrayEquals(new float[] { 30, 128 }, rasters.get(2).toFloats());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Y", "ANY" })
	void eightBitsAreTakenAsTheyAre(final InputChannels channels) {
		final Raster raster = Rasters.of(ArrayImgs.unsignedBytes(new byte[] { 7, (byte) 200 }, 2, 1), channels).get(0);
		assertArrayEquals(new float[] { 7, 200 }, raster.toFloats());
		assertInstanceOf(Samples.Bytes.class, raster.samples());
	}

	@Test
	void greyIsGivenThreeTimesToANetworkOfColours() {
		final Raster raster = Rasters.of(ArrayImgs.unsignedBytes(new byte[] { 7, (byte) 200 }, 2, 1), InputChannels.RGB).get(0);
		assertEquals(3, raster.channels());
		assertArrayEquals(new float[] { 7, 7, 7, 200, 200, 200 }, raster.toFloats());
	}

	@Test
	void sixteenBitsGoFromMinimumToMaximum() {
		final Raster raster = Rasters.of(ArrayImgs.unsignedShorts(new short[] { 1000, 2000, (short) 61000 }, 3, 1), InputChannels.ANY).get(
			0);
		assertArrayEquals(new float[] { 0, 255 * 1000f / 60000, 255 }, raster.toFloats(), 1e-4f);
	}

	@Test
	void thirtyTwoBitsToo() {
		final Raster raster = Rasters.of(ArrayImgs.floats(new float[] { -1, 0, 3 }, 1, 3), InputChannels.Y).get(0);
		assertArrayEquals(new float[] { 0, 63.75f, 255 }, raster.toFloats(), 1e-4f);
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void pixelsThatAreNoNumbersAreRefused(final float bad) {
		final Img<?> image = ArrayImgs.floats(new float[] { 1, bad, 3 }, 3, 1);
		assertEquals("has NaN or infinite pixels", assertThrows(IllegalArgumentException.class, () -> Rasters.of(image, InputChannels.ANY))
			.getMessage());
	}

	@Test
	void flatOnesAreTold() {
		assertTrue(Rasters.of(ArrayImgs.unsignedBytes(new byte[] { 9, 9 }, 2, 1), InputChannels.RGB).get(0).isFlat());
		assertTrue(Rasters.of(ArrayImgs.floats(new float[] { 5, 5 }, 2, 1), InputChannels.ANY).get(0).isFlat());
		assertTrue(Rasters.of(ArrayImgs.argbs(new int[] { COLOURS[0], COLOURS[0] }, 2, 1), InputChannels.RGB).get(0).isFlat());
		assertFalse(Rasters.of(ArrayImgs.argbs(COLOURS, 2, 1), InputChannels.RGB).get(0).isFlat());
	}

	@Test
	void aRasterIsCroppedAndResizedChannelByChannel() {
		final Raster colours = Rasters.of(TestImages.randomColours(3, 8, 6), InputChannels.RGB).get(0);
		final Raster cropped = colours.crop(2, 1, 4, 4);
		for (int y = 0; y < 4; y++)
			for (int x = 0; x < 4; x++)
				for (int c = 0; c < 3; c++)
					assertEquals(colours.samples().get(((y + 1) * 8 + x + 2) * 3 + c), cropped.samples().get((y * 4 + x) * 3 + c));
		final Raster small = Degradation.BICUBIC.shrink(colours, 2);
		for (int c = 0; c < 3; c++) {
			final byte[] channel = new byte[48];
			for (int i = 0; i < channel.length; i++)
				channel[i] = (byte) colours.samples().get(3 * i + c);
			int i = c;
			for (final UnsignedByteType pixel : MatlabResize.shrink(ArrayImgs.unsignedBytes(channel, 8, 6), 2).view().flatIterable()) {
				assertEquals(pixel.get(), small.samples().get(i));
				i += 3;
			}
		}
	}

	@Test
	void whatIsMeasuredIsRoundedAndClipped() {
		final Img<?> grey = Raster.of(new float[] { -3, 2.5f, 300, 99.4f }, 2, 2, 1).toImg();
		assertEquals(List.of(0, 3, 255, 99), grey.stream().map(pixel -> ((UnsignedByteType) pixel).get()).toList());
		final Img<?> colour = Raster.of(new float[] { -3, 2.5f, 300 }, 1, 1, 3).toImg();
		assertEquals(ARGBType.rgba(0, 3, 255, 255), ((ARGBType) colour.firstElement()).get());
	}
}
