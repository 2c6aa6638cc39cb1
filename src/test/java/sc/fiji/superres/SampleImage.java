package sc.fiji.superres;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import sc.fiji.superres.resample.MatlabResize;

/**
 * Draws the project's sample: cells in three colours, as a fluorescence microscope shows them, reduced by 2. Its
 * {@code main} writes {@code src/sample/cells.png} and the truth {@code src/sample/cells-hr.png}.
 */
public final class SampleImage {

	private static final int SIDE = 480;

	private SampleImage() {}

	public static void main(final String[] args) throws IOException {
		final BufferedImage hr = draw(7);
		ImageIO.write(hr, "png", Path.of("src/sample/cells-hr.png").toFile());
		ImageIO.write(shrink(hr), "png", Path.of("src/sample/cells.png").toFile());
	}

	private static BufferedImage draw(final long seed) {
		final Random random = new Random(seed);
		final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		final Graphics2D canvas = image.createGraphics();
		canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		canvas.setColor(new Color(8, 8, 14));
		canvas.fillRect(0, 0, SIDE, SIDE);
		for (int row = 0; row < 4; row++)
			for (int column = 0; column < 4; column++)
				cell(canvas, random, 60 + 120 * column + 25 * random.nextGaussian(), 60 + 120 * row + 25 * random.nextGaussian());
		canvas.dispose();
		return image;
	}

	private static void cell(final Graphics2D canvas, final Random random, final double x, final double y) {
		for (int i = 0; i < 26; i++)
			filament(canvas, random, x, y);
		final AffineTransform before = canvas.getTransform();
		canvas.rotate(random.nextDouble() * Math.PI, x, y);
		final double length = 30 + 14 * random.nextDouble();
		final double width = 20 + 10 * random.nextDouble();
		canvas.setColor(new Color(30, 60, 190));
		canvas.fill(new Ellipse2D.Double(x - length / 2, y - width / 2, length, width));
		for (int i = 0; i < 22; i++) {
			final double angle = 2 * Math.PI * random.nextDouble();
			final double radius = 0.4 * Math.sqrt(random.nextDouble());
			final double size = 1.5 + 4 * random.nextDouble();
			canvas.setColor(new Color(70 + random.nextInt(60), 110 + random.nextInt(70), 255));
			canvas.fill(new Ellipse2D.Double(x + radius * length * Math.cos(angle) - size / 2, y + radius * width * Math.sin(angle) -
				size / 2, size, size));
		}
		canvas.setTransform(before);
		for (int i = 0; i < 18; i++) {
			final double size = 2 + 2 * random.nextDouble();
			canvas.setColor(new Color(255, 90 + random.nextInt(80), 60));
			canvas.fill(new Ellipse2D.Double(x + 32 * random.nextGaussian(), y + 32 * random.nextGaussian(), size, size));
		}
	}

	private static void filament(final Graphics2D canvas, final Random random, final double x, final double y) {
		final double angle = 2 * Math.PI * random.nextDouble();
		final Path2D.Double path = new Path2D.Double();
		path.moveTo(x + 14 * Math.cos(angle), y + 14 * Math.sin(angle));
		path.curveTo(x + 40 * Math.cos(angle + 0.4 * random.nextGaussian()), y + 40 * Math.sin(angle + 0.4 * random.nextGaussian()), x +
			60 * Math.cos(angle + 0.4 * random.nextGaussian()), y + 60 * Math.sin(angle + 0.4 * random.nextGaussian()), x + 85 * Math.cos(
				angle + 0.3 * random.nextGaussian()), y + 85 * Math.sin(angle + 0.3 * random.nextGaussian()));
		canvas.setStroke(new BasicStroke((float) (1 + 1.2 * random.nextDouble())));
		canvas.setColor(new Color(20 + random.nextInt(50), 120 + random.nextInt(110), 50 + random.nextInt(50)));
		canvas.draw(path);
	}

	private static BufferedImage shrink(final BufferedImage hr) {
		final BufferedImage lr = new BufferedImage(SIDE / 2, SIDE / 2, BufferedImage.TYPE_INT_RGB);
		for (int band = 0; band < 3; band++) {
			final byte[] samples = new byte[SIDE * SIDE];
			final int[] values = hr.getRaster().getSamples(0, 0, SIDE, SIDE, band, (int[]) null);
			for (int i = 0; i < samples.length; i++)
				samples[i] = (byte) values[i];
			final Img<UnsignedByteType> small = MatlabResize.shrink(ArrayImgs.unsignedBytes(samples, SIDE, SIDE), 2);
			int i = 0;
			for (final UnsignedByteType pixel : small)
				lr.getRaster().setSample(i % (SIDE / 2), i++ / (SIDE / 2), band, pixel.get());
		}
		return lr;
	}
}
