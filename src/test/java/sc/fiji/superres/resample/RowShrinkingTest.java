package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;

/** Rows that are shrunk one after the other are those of the whole image. */
class RowShrinkingTest {

	@ParameterizedTest
	@CsvSource({ "1, 1, 1, 2", "24, 18, 1, 2", "23, 19, 1, 2", "30, 27, 3, 3", "31, 5, 3, 4", "3, 40, 1, 4", "9, 9, 2, 1" })
	void rowsAreThoseOfTheWhole(final int width, final int height, final int channels, final int factor) {
		final float[] values = TestNetworks.randomGreyLevels(width * height * channels, 1);
		final List<Integer> asked = new ArrayList<>();
		final RowShrinking shrinking = new RowShrinking(width, height, channels, factor, (y, row) -> {
			asked.add(y);
			System.arraycopy(values, y * row.length, row, 0, row.length);
		});
		final int lrWidth = (width + factor - 1) / factor;
		final double[] shrunk = new double[lrWidth * channels * shrinking.height()];
		for (int y = 0; y < shrinking.height(); y++) {
			final double[] row = new double[lrWidth * channels];
			shrinking.shrink(y, row);
			System.arraycopy(row, 0, shrunk, y * row.length, row.length);
		}
		assertEquals((height + factor - 1) / factor, shrinking.height());
		assertEquals(IntStream.range(0, asked.size()).boxed().toList(), asked);
		for (int c = 0; c < channels; c++) {
			final int channel = c;
			final double[] plane = IntStream.range(0, width * height).mapToDouble(i -> values[channels * i + channel]).toArray();
			assertArrayEquals(TestImages.values(MatlabResize.shrink(ArrayImgs.doubles(plane, width, height), factor)), IntStream.range(0,
				shrunk.length / channels).mapToDouble(i -> shrunk[channels * i + channel]).toArray(), 1e-10);
		}
	}

	@Test
	void emptyImagesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new RowShrinking(0, 5, 1, 2, (y, row) -> {}));
		assertThrows(IllegalArgumentException.class, () -> new RowShrinking(5, 5, 1, 0, (y, row) -> {}));
	}
}
