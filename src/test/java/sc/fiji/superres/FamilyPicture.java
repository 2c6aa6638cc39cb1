package sc.fiji.superres;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Upscaler;

/**
 * Makes {@code docs/family.png}, from the truth of the sample: shrunk as much as a method enlarges, and
 * enlarged again by it. Its {@code main} needs {@code target/app}.
 */
public final class FamilyPicture {

	private static final List<String> METHODS = List.of("bicubic-x4", "espcn-x4", "edsr-x4", "srgan-x4");

	private static final int LEFT = 184, TOP = 160, SIDE = 96, ZOOM = 2, CAPTION = 24, GAP = 6;

	private FamilyPicture() {}

	public static void main(final String... args) throws IOException {
		final Img<ARGBType> hr = TestImages.read(Path.of("src/sample/cells-hr.png"));
		final int panels = METHODS.size() + 1;
		final BufferedImage picture = new BufferedImage(panels * SIDE * ZOOM + (panels - 1) * GAP, SIDE * ZOOM + CAPTION,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D canvas = picture.createGraphics();
		canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		canvas.setColor(Color.WHITE);
		canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		for (int i = 0; i < METHODS.size(); i++)
			panel(canvas, i, Methods.standard().open(METHODS.get(i), Engines::tensorflow), hr);
		panel(canvas, METHODS.size(), hr, "truth");
		write(picture, Path.of("docs/family.png"));
	}

	/** As small as it can be. */
	private static void write(final BufferedImage picture, final Path file) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (OutputStream stream = Files.newOutputStream(file);
			ImageOutputStream out = ImageIO.createImageOutputStream(stream))
		{
			final ImageWriteParam smallest = writer.getDefaultWriteParam();
			smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			smallest.setCompressionQuality(0);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), smallest);
		}
		finally {
			writer.dispose();
		}
	}

	/** @param hr of a size that all scales divide */
	private static void panel(final Graphics2D canvas, final int column, final Method method, final Img<ARGBType> hr) {
		final int scale = method.scale();
		final Img<ARGBType> result = Upscaler.of(method).upscale(SampleImage.eachBand(hr, band -> MatlabResize.shrink(band, scale)));
		final double psnr = Psnr.of(MetricOptions.benchmark(scale)).compute(hr, result).psnr();
		panel(canvas, column, result, String.format(Locale.ROOT, "%s, %.2f dB", method.title(), psnr));
	}

	private static void panel(final Graphics2D canvas, final int column, final Img<ARGBType> image, final String caption) {
		final int x = column * (SIDE * ZOOM + GAP);
		final BufferedImage part = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		for (int py = 0; py < SIDE; py++)
			for (int px = 0; px < SIDE; px++)
				part.setRGB(px, py, image.getAt(LEFT + px, TOP + py).get());
		canvas.drawImage(part, x, 0, SIDE * ZOOM, SIDE * ZOOM, null); // nearest: pixels stay visible
		canvas.setColor(Color.BLACK);
		canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
		final int indent = (SIDE * ZOOM - canvas.getFontMetrics().stringWidth(caption)) / 2;
		canvas.drawString(caption, x + indent, SIDE * ZOOM + CAPTION - 7);
	}
}
