package sc.fiji.superres;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.resample.MatlabResize;
import sc.fiji.superres.upscale.Upscaler;

/** Makes {@code docs/cells.png}, the README's picture, from the sample: its {@code main} needs {@code target/app}. */
public final class ReadmePicture {

	private static final int LEFT = 180, TOP = 140, SIDE = 130, ZOOM = 2, CAPTION = 24, GAP = 6;

	private ReadmePicture() {}

	public static void main(final String[] args) throws IOException {
		final Img<ARGBType> lr = TestImages.read(Path.of("src/sample/cells.png"));
		final Img<ARGBType> hr = TestImages.read(Path.of("src/sample/cells-hr.png"));
		final Img<ARGBType> edsr = Upscaler.of(ModelFolders.standard().open("edsr-x2", Engines.tensorflow())).upscale(lr);
		final Img<ARGBType> bicubic = SampleImage.eachBand(lr, band -> MatlabResize.enlarge(band, 2));

		final BufferedImage picture = new BufferedImage(3 * SIDE * ZOOM + 2 * GAP, SIDE * ZOOM + CAPTION, BufferedImage.TYPE_INT_RGB);
		final Graphics2D canvas = picture.createGraphics();
		canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		canvas.setColor(Color.WHITE);
		canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		panel(canvas, 0, bicubic, caption("bicubic", hr, bicubic));
		panel(canvas, 1, edsr, caption("EDSR x2", hr, edsr));
		panel(canvas, 2, hr, "truth");
		ImageIO.write(picture, "png", Path.of("docs/cells.png").toFile());
	}

	private static String caption(final String name, final Img<ARGBType> hr, final Img<ARGBType> image) {
		return String.format(Locale.ROOT, "%s, %.2f dB", name, Psnr.of(MetricOptions.benchmark(2)).compute(hr, image).psnr());
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
		canvas.drawString(caption, x + 2, SIDE * ZOOM + CAPTION - 7);
	}
}
