package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sc.fiji.superres.TestImages.SHARED_DATA;
import static sc.fiji.superres.TestImages.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The low-resolution images of Set5 and Set14 were made by MATLAB; ours are the same to the bit.
 */
public class BenchmarkImagesTest {

	@ParameterizedTest
	@CsvSource({ "Set5, 2", "Set5, 3", "Set5, 4", "Set14, 2", "Set14, 3", "Set14, 4" })
	public void shrinkingGivesTheImagesOfMatlab(final String set, final int scale) throws IOException {
		final Path folder = SHARED_DATA.resolve("test").resolve(set);
		assumeTrue(Files.isDirectory(folder), "needs " + folder);
		for (final Path hr : files(folder.resolve("HR_x" + scale))) {
			final RandomAccessibleInterval<ARGBType> lr = read(folder.resolve("LR_x" + scale).resolve(hr.getFileName()));
			for (int channel = 1; channel <= 3; channel++)
				assertEquals(0, differing(Converters.argbChannel(lr, channel),
					MatlabResize.shrink(bytes(read(hr), channel), scale)), hr + ", channel " + channel);
		}
	}

	private static RandomAccessibleInterval<UnsignedByteType> bytes(final RandomAccessibleInterval<ARGBType> image, final int channel) {
		return Converters.argbChannel(image, channel);
	}

	private static long differing(final RandomAccessibleInterval<UnsignedByteType> expected,
		final RandomAccessibleInterval<UnsignedByteType> actual)
	{
		assertEquals(expected.dimensionsAsPoint(), actual.dimensionsAsPoint());
		final Cursor<UnsignedByteType> pixels = actual.view().flatIterable().cursor();
		return expected.view().flatIterable().stream().filter(pixel -> pixel.get() != pixels.next().get()).count();
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().collect(Collectors.toList());
		}
	}
}
