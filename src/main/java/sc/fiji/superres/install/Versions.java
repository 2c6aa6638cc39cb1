package sc.fiji.superres.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of what an engine is made of, as this software is built with them. The build writes them down. */
final class Versions {

	private static final Properties PROPERTIES = read();

	private Versions() {}

	/** @param name of a key of {@code versions.properties} */
	static String of(final String name) {
		return PROPERTIES.getProperty(name);
	}

	private static Properties read() {
		final Properties properties = new Properties();
		try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
			properties.load(in);
			return properties;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
