package sc.fiji.superres.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.zip.CRC32;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.resample.MatlabResize;

class CellImageTest {

	private static final CellImage TRUTH = CellImage.draw(CellImage.SEED);
	private static final CellImage SAMPLE = TRUTH.shrink();

	/** Results on the sample stand in papers and posts: its pixels never change. */
	@ParameterizedTest
	@CsvSource({ "NUCLEI, 149c42c2, f13fc29a", "FILAMENTS, 289e527, 62927550", "VESICLES, a7476aa0, 88fab770" })
	void thePixelsArePinned(final Stain stain, final String truth, final String sample) {
		assertEquals(truth + " " + sample, checksum(TRUTH.channel(stain)) + " " + checksum(SAMPLE.channel(stain)));
	}

	private static String checksum(final Img<UnsignedByteType> image) {
		final CRC32 checksum = new CRC32();
		image.forEach(pixel -> checksum.update(pixel.get()));
		return Long.toHexString(checksum.getValue());
	}

	@ParameterizedTest
	@EnumSource
	void theSeedDecides(final Stain stain) {
		assertArrayEquals(values(TRUTH, stain), values(CellImage.draw(CellImage.SEED), stain));
		assertFalse(Arrays.equals(values(TRUTH, stain), values(CellImage.draw(CellImage.SEED + 1), stain)));
	}

	@ParameterizedTest
	@EnumSource
	void theSampleIsTheTruthShrunkAsMatlabDoes(final Stain stain) {
		assertEquals(480, TRUTH.channel(stain).dimension(0));
		assertEquals(480, TRUTH.channel(stain).dimension(1));
		assertEquals(240, SAMPLE.channel(stain).dimension(0));
		assertEquals(240, SAMPLE.channel(stain).dimension(1));
		assertArrayEquals(TestImages.values(MatlabResize.shrink(TRUTH.channel(stain), 2)), values(SAMPLE, stain));
	}

	@ParameterizedTest
	@EnumSource
	void theRangeIsUsedAndHardlyClipped(final Stain stain) {
		final double[] values = values(TRUTH, stain);
		assertEquals(255, Arrays.stream(values).max().getAsDouble());
		assertTrue(Arrays.stream(values).min().getAsDouble() > 0, "the background is clipped");
		final double clipped = Arrays.stream(values).filter(value -> value == 255).count() / (double) values.length;
		assertTrue(clipped < 0.02, clipped + " of the pixels are clipped");
		assertTrue(Arrays.stream(values).average().getAsDouble() > 8, "hardly anything is there");
	}

	@ParameterizedTest
	@CsvSource({ "NUCLEI, FILAMENTS", "FILAMENTS, VESICLES", "VESICLES, NUCLEI" })
	void eachChannelShowsSomethingElse(final Stain one, final Stain other) {
		final double correlation = correlation(values(TRUTH, one), values(TRUTH, other));
		assertTrue(Math.abs(correlation) < 0.3, "correlation " + correlation);
	}

	private static double correlation(final double[] a, final double[] b) {
		final double meanA = Arrays.stream(a).average().getAsDouble(), meanB = Arrays.stream(b).average().getAsDouble();
		double ab = 0, aa = 0, bb = 0;
		for (int i = 0; i < a.length; i++) {
			ab += (a[i] - meanA) * (b[i] - meanB);
			aa += (a[i] - meanA) * (a[i] - meanA);
			bb += (b[i] - meanB) * (b[i] - meanB);
		}
		return ab / Math.sqrt(aa * bb);
	}

	/** Else there were nothing for a network to gain. */
	@ParameterizedTest
	@CsvSource({ "FILAMENTS, 28", "VESICLES, 36" })
	void shrinkingLosesDetail(final Stain stain, final double most) {
		final Img<UnsignedByteType> enlarged = MatlabResize.enlarge(SAMPLE.channel(stain), 2);
		final double psnr = Psnr.of(MetricOptions.benchmark(2)).compute(TRUTH.channel(stain), enlarged).psnr();
		assertTrue(psnr < most, psnr + " dB");
	}

	@Test
	void inOnePictureTheColoursAreAddedAndClipped() {
		final Img<ARGBType> picture = SAMPLE.flatten();
		for (int y = 0; y < 240; y++)
			for (int x = 0; x < 240; x++) {
				final int nuclei = SAMPLE.channel(Stain.NUCLEI).getAt(x, y).get();
				final int filaments = SAMPLE.channel(Stain.FILAMENTS).getAt(x, y).get();
				final int vesicles = SAMPLE.channel(Stain.VESICLES).getAt(x, y).get();
				final int red = Math.min(255, (nuclei * 70 + filaments * 50 + vesicles * 255) / 255);
				final int green = Math.min(255, (nuclei * 120 + filaments * 235 + vesicles * 70) / 255);
				final int blue = Math.min(255, (nuclei * 255 + filaments * 90 + vesicles * 160) / 255);
				assertEquals(ARGBType.rgba(red, green, blue, 255), picture.getAt(x, y).get());
			}
	}

	private static double[] values(final CellImage image, final Stain stain) {
		return TestImages.values(image.channel(stain));
	}
}
