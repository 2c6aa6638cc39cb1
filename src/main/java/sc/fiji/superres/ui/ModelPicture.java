package sc.fiji.superres.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.swing.JComponent;

/** The picture of a model, never enlarged; where there is none, a drawn one, of coarse pixels that become fine. */
final class ModelPicture extends JComponent {

	private static final long serialVersionUID = 1L;

	private static final int MAX_HEIGHT = 220;
	private static final int DRAWN_HEIGHT = 80;
	private static final long MAX_PIXELS = 25_000_000;
	private static final int COARSE = 16;
	private static final int FINE = 2;
	private static final double RINGS = 0.09;
	private static final int BLUE = 30;

	private transient BufferedImage image;
	private boolean drawn;

	ModelPicture() {
		setName("picture");
	}

	/** Decodes a picture; none where it is damaged, or too large to be one. */
	static Optional<BufferedImage> decode(final byte[] bytes) {
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return Optional.empty();
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				final boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= MAX_PIXELS;
				return fits ? Optional.of(reader.read(0)) : Optional.empty();
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException e) {
			return Optional.empty(); // damaged: Java's decoders throw whatever they stumble over
		}
	}

	/** Shows nothing until it is known whether there is one. */
	void clear() {
		image = null;
		drawn = false;
		repaint();
	}

	void show(final Optional<BufferedImage> picture) {
		image = picture.orElse(null);
		drawn = picture.isEmpty();
		revalidate();
		repaint();
	}

	int heightFor(final int width) {
		return image == null ? DRAWN_HEIGHT : (int) Math.round(image.getHeight() * zoom(width));
	}

	private double zoom(final int width) {
		return Math.min(1, Math.min((double) width / image.getWidth(), (double) MAX_HEIGHT / image.getHeight()));
	}

	@Override
	public Dimension getPreferredSize() {
		return new Dimension(1, heightFor(Math.max(1, getWidth())));
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		if (image != null) {
			final double zoom = zoom(getWidth());
			((Graphics2D) graphics).setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			final int width = (int) Math.round(image.getWidth() * zoom);
			graphics.drawImage(image, 0, 0, width, heightFor(getWidth()), null);
		}
		else if (drawn) draw(graphics);
	}

	private void draw(final Graphics graphics) {
		final int middle = getWidth() / 2 / COARSE * COARSE;
		for (int x = 0; x < getWidth(); x += x < middle ? COARSE : FINE) {
			final int side = x < middle ? COARSE : FINE;
			for (int y = 0; y < getHeight(); y += side) {
				final double distance = Math.hypot(x + side / 2.0 - middle, 2.5 * (y + side / 2.0 - getHeight() / 2.0));
				final int grey = (int) (205 + 25 * Math.cos(RINGS * distance));
				graphics.setColor(new Color(grey - BLUE, grey - BLUE / 3, grey));
				graphics.fillRect(x, y, side, side);
			}
		}
	}
}
