package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Progress;

class SettingsTest {

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "abc", "1.5", "", "99999999999" })
	void wrongTileSizes(final String text) {
		assertMessage("tile_size", text, () -> TileSize.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "full", "" })
	void wrongHalos(final String text) {
		assertMessage("halo", text, () -> Halo.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "NaN", "-Infinity", "1,5", "any", "0 1" })
	void wrongNoData(final String text) {
		assertMessage("no_data", text, () -> NoData.parse(text));
	}

	@Test
	void noDataIsNoneOrANumber() {
		assertEquals(NoData.NONE, NoData.parse("none"));
		assertEquals(new NoData(-9999), NoData.parse(" -9999"));
		assertEquals(new NoData(-3.4e38), NoData.parse("-3.4e38"));
		assertEquals("none -9999 0.5", NoData.NONE + " " + new NoData(-9999) + " " + new NoData(0.5));
	}

	@Test
	void wrongNumbersFromJava() {
		assertThrows(IllegalArgumentException.class, () -> new NoData(Double.NEGATIVE_INFINITY));
		assertThrows(IllegalArgumentException.class, () -> new TileSize(-3));
		assertThrows(IllegalArgumentException.class, () -> new Halo(-5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "5,5", "6,5", "1", "1,2,3", "a,b", "0,Infinity", "NaN,1", ",", ";", "1,2;", "1,2,", "" })
	void wrongIntensities(final String text) {
		assertMessage("intensity", text, () -> Intensity.parse(text));
	}

	@Test
	void haloIsAtMostTheRadius() {
		assertEquals(36, Halo.parse("auto").of(36));
		assertEquals(36, Halo.parse("100").of(36));
		assertEquals(12, Halo.parse("12").of(36));
	}

	@Test
	void intensityOfEachType() throws IOException {
		final RandomAccessibleInterval<UnsignedByteType> bytes = ArrayImgs.unsignedBytes(new byte[] { 10, 20, 30, 40 }, 2, 2);
		final RandomAccessibleInterval<UnsignedShortType> shorts = ArrayImgs.unsignedShorts(new short[] { 10, 20, 30, (short) 50_000 }, 2, 2);
		final RandomAccessibleInterval<FloatType> floats = ArrayImgs.floats(new float[] { -1, Float.NaN, 3, Float.POSITIVE_INFINITY }, 2, 2);
		assertEquals("0,255", map("auto", bytes));
		assertEquals("10,40", map("min-max", bytes));
		assertEquals("10,50000", map("auto", shorts));
		assertEquals("0,65535", map("type", shorts));
		assertEquals("5,7.5", map("5,7.5", shorts));
		assertEquals("-1,3", map("auto", floats));
		assertEquals("0,255", map("auto", ArrayImgs.argbs(2, 2)));
		assertMessage("intensity", "type", () -> map("type", floats));
		assertMessage("intensity", "min-max", () -> map("min-max", ArrayImgs.argbs(2, 2)));
		assertMessage("intensity", "percentile", () -> map("percentile", ArrayImgs.argbs(2, 2)));
	}

	@Test
	void percentilesOf1000Values() throws IOException {
		final short[] values = new short[1001];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) (7 * i);
		assertEquals("7,6993", map("percentile", ArrayImgs.unsignedShorts(values, 1001, 1)));
	}

	@Test
	void aMapIsItsOwnWayBack() {
		final IntensityMap map = new IntensityMap(-200, 65_000);
		final float[] values = { -200, 65_000, 100 };
		map.toGreyLevels(values);
		assertEquals(0, values[0], 1e-5);
		assertEquals(255, values[1], 1e-4);
		assertEquals(100, map.toValue(values[2]), 1e-2);
	}

	private static <T extends NumericType<T>> String map(final String text, final RandomAccessibleInterval<T> image)
		throws IOException
	{
		final SeriesReader<T> series = new SeriesReader<>(PlaneSeries.of(image));
		final BadValues bad = BadValues.of(image.getType(), NoData.NONE);
		return IntensityMaps.of(series, Intensity.parse(text), bad, Progress.NONE).toString();
	}

	private static void assertMessage(final String name, final String value, final Executable code) {
		final String message = assertThrows(IllegalArgumentException.class, code).getMessage();
		assertTrue(message.startsWith(name) && message.contains('"' + value + '"'), message);
	}
}
