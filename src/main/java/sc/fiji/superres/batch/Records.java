package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

import sc.fiji.superres.io.WholeFile;

/** What a batch writes down for its next run: YAML of plain values. */
final class Records {

	private static final int MAX_CHARACTERS = 1 << 28;

	private Records() {}

	/** Readable, with many lines. */
	static String block(final Map<String, ?> values) {
		return dump(values, DumperOptions.FlowStyle.BLOCK);
	}

	/** One line, with its end. */
	static String line(final Map<String, ?> values) {
		return dump(values, DumperOptions.FlowStyle.FLOW);
	}

	private static String dump(final Map<String, ?> values, final DumperOptions.FlowStyle style) {
		final DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(style);
		options.setWidth(Integer.MAX_VALUE);
		options.setSplitLines(false);
		return new Yaml(new Representer(options), options).dump(values);
	}

	/**
	 * The text of a file. What is no UTF-8 in it becomes other characters, as a damaged record is to be told from an unreadable
	 * one.
	 *
	 * @throws IOException if it cannot be read; the message is for users
	 */
	static String text(final Path file) throws IOException {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new IOException(file + " cannot be read: " + WholeFile.reason(e) + " Mend it, or name another output folder.", e);
		}
	}

	/** Nothing where the text is no whole record. */
	static Optional<Map<?, ?>> parse(final String text) {
		final LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MAX_CHARACTERS);
		try {
			return new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
		}
		catch (final YAMLException e) {
			return Optional.empty();
		}
	}
}
