package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.Test;

class SampleImageTest {

	@Test
	void theFilesAreWhatTheProgramDraws() {
		final Img<ARGBType> hr = SampleImage.truth();
		assertArrayEquals(pixels(hr), pixels(TestImages.read(Path.of("src/sample/cells-hr.png"))));
		assertArrayEquals(pixels(SampleImage.shrink(hr)), pixels(TestImages.read(Path.of("src/sample/cells.png"))));
	}

	private static int[] pixels(final Img<ARGBType> image) {
		return image.stream().mapToInt(pixel -> pixel.get() & 0xffffff).toArray();
	}
}
