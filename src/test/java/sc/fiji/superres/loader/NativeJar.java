package sc.fiji.superres.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with random bytes in place of native libraries, for this platform and for another one. */
final class NativeJar {

	static final String NAME = "fake-native-1.0-" + Platform.current().natives();

	/** The folder of the libraries inside the jar. */
	static final String LIBRARIES = "org/example/" + Platform.current().natives() + "/";

	private NativeJar() {}

	/** A jar of two small libraries. */
	static Path small(final Path folder) {
		return write(folder, 1000, LIBRARIES + "liba.so", LIBRARIES + "libb.so");
	}

	/** A jar that takes a while to unpack. */
	static Path large(final Path folder) {
		return write(folder, 8 << 20, LIBRARIES + "liba.so", LIBRARIES + "libb.so", LIBRARIES + "libc.so", LIBRARIES + "libd.so");
	}

	/** A jar with entries of these names and one size, beside some that are no libraries of this platform. */
	static Path write(final Path folder, final int size, final String... names) {
		return write(folder, NAME, size, names);
	}

	static Path write(final Path folder, final String jarName, final int size, final String... names) {
		final Path jar = folder.resolve(jarName + ".jar");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
			zip.setLevel(0);
			entry(zip, "META-INF/MANIFEST.MF", 10);
			entry(zip, "org/example/beos-m68k/liba.so", 10);
			for (final String name : names)
				entry(zip, name, size);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return jar;
	}

	/** A jar that opens, and holds nothing of use. */
	static Path almostEmpty(final Path jar) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
			entry(zip, "META-INF/MANIFEST.MF", 10);
		}
		return jar;
	}

	private static void entry(final ZipOutputStream zip, final String name, final int size) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(bytes(name, size));
		zip.closeEntry();
	}

	/** What a library of this name and size holds. */
	static byte[] bytes(final String name, final int size) {
		final byte[] bytes = new byte[size];
		new Random(name.hashCode()).nextBytes(bytes);
		return bytes;
	}
}
