package sc.fiji.superres.imagej;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

import ij.ImagePlus;

import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;

/**
 * Writes images as text, one line such as {@code data:image/png;base64,iVBORw0K...}, in the formats of {@link ImageFiles}.
 *
 * <pre>
 * ImageTextWriter writer = ImageTextWriter.of("data:png");
 * writer.check(size); // before hours of work
 * writer.write(result, System.out);
 * </pre>
 */
public final class ImageTextWriter {

	private static final String SCHEME = "data:";

	private final String name;
	private final OutputFormat format;

	private ImageTextWriter(final String name, final OutputFormat format) {
		this.name = name;
		this.format = format;
	}

	/**
	 * @param name {@code data:png}, {@code data:jpeg} or {@code data:tiff}
	 * @throws ImageFileException if it is another one
	 */
	public static ImageTextWriter of(final String name) throws ImageFileException {
		final OutputFormat format = ImageTextReader.isText(name) ? OutputFormat.named(name.substring(SCHEME.length())) : null;
		if (format == null) throw new ImageFileException(name + " is no format that is known. Name data:png, data:jpeg or " +
			"data:tiff.");
		return new ImageTextWriter(name, format);
	}

	/** @throws ImageFileException if the format cannot hold an image of a size */
	public void check(final ResultSize size) throws ImageFileException {
		format.check(name, SCHEME, size);
	}

	/**
	 * Writes an image and the end of the line; the image stays as it is, and the stream open.
	 *
	 * @throws ImageFileException if the image cannot be encoded or the stream not be written
	 */
	public void write(final ImagePlus image, final PrintStream out) throws ImageFileException {
		try {
			final Path file = TemporaryFile.create();
			try {
				format.write(image, file);
				out.print(SCHEME + "image/" + format.name().toLowerCase(Locale.ROOT) + ";base64,");
				encode(file, out);
				out.println();
			}
			finally {
				Files.delete(file);
			}
		}
		catch (final IOException e) {
			throw new ImageFileException(name + " cannot be written: " + WholeFile.reason(e) + " Name a file instead.", e);
		}
		if (out.checkError()) throw new ImageFileException(name + " cannot be written: standard output was closed before its " +
			"end.");
	}

	private static void encode(final Path file, final OutputStream out) throws IOException {
		final OutputStream open = new FilterOutputStream(out) {

			@Override
			public void write(final byte[] bytes, final int offset, final int length) throws IOException {
				out.write(bytes, offset, length);
			}

			@Override
			public void close() throws IOException {
				flush();
			}
		};
		try (OutputStream encoder = Base64.getEncoder().wrap(open)) {
			Files.copy(file, encoder);
		}
	}
}
