package sc.fiji.superres;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.sample.CellImage;

/**
 * The sample as RGB: the truth in colours, and MATLAB's shrinking of it. Its {@code main} writes
 * {@code src/sample/cells-hr.png} and {@code src/sample/cells.png}.
 */
public final class SampleImage {

	private SampleImage() {}

	public static void main(final String[] args) throws IOException {
		final Img<ARGBType> hr = truth();
		write(hr, Path.of("src/sample/cells-hr.png"));
		write(shrink(hr), Path.of("src/sample/cells.png"));
	}

	static Img<ARGBType> truth() {
		return CellImage.draw(CellImage.SEED).flatten();
	}

	static Img<ARGBType> shrink(final Img<ARGBType> hr) {
		return eachBand(hr, band -> MatlabResize.shrink(band, CellImage.SCALE));
	}

	/** Makes an image of what becomes of each 8-bit band of another. */
	static Img<ARGBType> eachBand(final Img<ARGBType> image, final UnaryOperator<Img<UnsignedByteType>> operator) {
		Img<ARGBType> result = null;
		for (int shift = 16; shift >= 0; shift -= 8) {
			final byte[] samples = new byte[(int) image.size()];
			int i = 0;
			for (final ARGBType pixel : image)
				samples[i++] = (byte) (pixel.get() >> shift);
			final Img<UnsignedByteType> band = operator.apply(ArrayImgs.unsignedBytes(samples, image.dimensionsAsLongArray()));
			if (result == null) result = ArrayImgs.argbs(band.dimensionsAsLongArray());
			final int position = shift;
			LoopBuilder.setImages(band, result).forEachPixel((from, to) -> to.set(to.get() | from.get() << position));
		}
		return result;
	}

	private static void write(final Img<ARGBType> image, final Path file) throws IOException {
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				picture.setRGB(x, y, image.getAt(x, y).get());
		ImageIO.write(picture, "png", file.toFile());
	}
}
