package sc.fiji.superres.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImageTextReader;

/**
 * Opens the images that were named for a command: files, texts in files, and standard input. The latter two become temporary
 * files, which last as long as the command, and which no message names.
 */
final class InputImages implements AutoCloseable {

	static final String STANDARD_INPUT = "-";

	private static final String TITLE = "image"; // of one without a name

	private final InputStream in;

	/** Temporary files, and what messages call them. */
	private final Map<Path, String> temporary = new LinkedHashMap<>();

	/** @param in standard input */
	InputImages(final InputStream in) {
		this.in = in;
	}

	/**
	 * Names and values of the inputs, images opened.
	 *
	 * @throws IllegalArgumentException if two images are to come from standard input
	 * @throws IOException if one cannot be opened
	 */
	Map<String, Object> open(final List<Options.Value> values) throws IOException {
		if (values.stream().filter(value -> isInputImage(value) && value.value().equals(STANDARD_INPUT)).count() > 1)
			throw new IllegalArgumentException("Standard input is named for two images, but brings one. Name a file for the other.");
		final Map<String, Object> inputs = new HashMap<>();
		for (final Options.Value value : values)
			if (!value.item().isOutput())
				inputs.put(value.item().getName(), value.isImage() ? open((String) value.value()) : value.value());
		return inputs;
	}

	private static boolean isInputImage(final Options.Value value) {
		return value.isImage() && !value.item().isOutput();
	}

	private ImagePlus open(final String name) throws IOException {
		if (name.equals(STANDARD_INPUT)) return open(in, "The image on standard input", TITLE);
		final Path file = Path.of(name);
		// what is no file, as a pipe, could be read but once: that it is refused
		if (!Files.isRegularFile(file) || !Files.isReadable(file) || !ImageTextReader.isText(file)) return ImageFiles.open(file);
		try (InputStream text = Files.newInputStream(file)) {
			return open(text, name, file.getFileName().toString());
		}
	}

	/** @param source what messages call it */
	private ImagePlus open(final InputStream bytes, final String source, final String title) throws IOException {
		final Path file = ImageTextReader.copy(bytes, source);
		temporary.put(file, source);
		final ImagePlus image = ImageFiles.open(file);
		image.setTitle(title);
		return image;
	}

	/** A message as the user should read it: with what was named, where it names a temporary file. */
	String named(final String message) {
		String named = message;
		for (final Map.Entry<Path, String> file : temporary.entrySet())
			named = named.replace(file.getKey().toString(), file.getValue());
		return named;
	}

	/** What is still in use by a damaged image goes with the process. */
	@Override
	public void close() {
		temporary.keySet().forEach(file -> file.toFile().delete());
	}
}
