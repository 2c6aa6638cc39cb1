package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.engine.Progress;

class CommonIntensityTest {

	private final CommonIntensity common = new CommonIntensity();

	@Test
	void theRangeSpansAllImages() throws IOException {
		add(100, 200, 300, 400);
		add(50, 60, 70, 80);
		add(390, 391, 500, 392);
		assertEquals("50,500", common.intensity().toString());
	}

	@Test
	void eachChannelHasItsOwn() throws IOException {
		final List<short[]> planes = List.of(new short[] { 1, 2, 3, 4 }, new short[] { 10, 20, 30, 40 }, new short[] { 5, 2, 3, 4 },
			new short[] { 9, 20, 30, 40 });
		final TestSeries<UnsignedShortType> series = new TestSeries<>(4, plane -> plane % 2, plane -> ArrayImgs.unsignedShorts(planes.get(
			plane), 2, 2));
		common.add(series, NoData.NONE, 0, Progress.NONE);
		assertEquals("1,5;9,40", common.intensity().toString());
	}

	@Test
	void imagesOf8BitsAreUsedAsTheyAre() throws IOException {
		common.add(TestSeries.of(List.of(ArrayImgs.unsignedBytes(new byte[] { 7, 8, 9, 3 }, 2, 2))), NoData.NONE, 0, Progress.NONE);
		assertEquals("auto", common.intensity().toString());
		assertTrue(CommonIntensity.isAsItIs(new UnsignedByteType()));
	}

	@Test
	void badValuesDoNotCount() throws IOException {
		final float[] values = { Float.NaN, -9999, 1, 2.5f, Float.POSITIVE_INFINITY, 2 };
		common.add(TestSeries.of(List.of(ArrayImgs.floats(values, 3, 2))), NoData.parse("-9999"), 0, Progress.NONE);
		assertEquals("1,2.5", common.intensity().toString());
	}

	@Test
	void anOffsetIsTakenOff() throws IOException {
		common.add(TestSeries.of(List.of(ArrayImgs.unsignedShorts(new short[] { (short) 32668, (short) 32868 }, 2, 1))), NoData.NONE, 32768,
			Progress.NONE);
		add(5, 7);
		assertEquals("-100,100", common.intensity().toString());
	}

	@Test
	void anImageThatCannotBeReadDoesNotCount() throws IOException {
		add(10, 20);
		final TestSeries<UnsignedShortType> broken = new TestSeries<>(2, plane -> {
			if (plane == 1) throw new IOException("broken");
			return ArrayImgs.unsignedShorts(new short[] { 1, 1000 }, 2, 1);
		});
		assertThrows(IOException.class, () -> common.add(broken, NoData.NONE, 0, Progress.NONE));
		assertEquals("10,20", common.intensity().toString());
	}

	@Test
	void theTextOfARangeCanBeRead() throws IOException {
		add(7, 7); // one value
		final String text = common.intensity().toString();
		assertEquals(text, Intensity.parse(text).toString());
	}

	@Test
	void rangesOfChannelsAreUsedForThem() {
		final Intensity intensity = Intensity.parse("1,5;9,40");
		assertEquals(new IntensityMap(1, 5), intensity.fixed(new FloatType(), 0));
		assertEquals(new IntensityMap(9, 40), intensity.fixed(new FloatType(), 1));
		assertEquals(new IntensityMap(19, 50), intensity.plus(10).fixed(new FloatType(), 1));
		final String message = assertThrows(IllegalArgumentException.class, () -> intensity.fixed(new FloatType(), 2)).getMessage();
		assertTrue(message.contains("has 2 ranges, but the image has a channel 3"), message);
	}

	private void add(final int... values) throws IOException {
		final short[] pixels = new short[values.length];
		for (int i = 0; i < values.length; i++)
			pixels[i] = (short) values[i];
		common.add(TestSeries.of(List.of(ArrayImgs.unsignedShorts(pixels, values.length, 1))), NoData.NONE, 0, Progress.NONE);
	}
}
