package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import sc.fiji.superres.io.WholeFile;

/** Refuses zip files that lead out of the folder which they are unpacked in, or that would fill a disk. */
final class ZipCheck {

	private static final int BUFFER = 1 << 16;

	private ZipCheck() {}

	/**
	 * Checks a zipped package by its directory alone. One that is no whole zip file passes: {@link PackageFiles} says that.
	 *
	 * @param limit bytes that it may have when it is unpacked
	 */
	static void names(final Path zip, final long limit) throws ModelException {
		try (ZipFile file = new ZipFile(zip.toFile())) {
			long bytes = 0;
			for (final ZipEntry entry : Collections.list(file.entries())) {
				requireInside(zip, entry);
				bytes += Math.max(0, entry.getSize());
				if (bytes > limit) throw tooLarge(zip, limit);
			}
		}
		catch (final ZipException | IllegalArgumentException e) {
			// no whole zip file
		}
		catch (final ModelException e) {
			throw e;
		}
		catch (final IOException e) {
			throw unreadable(zip, e);
		}
	}

	/**
	 * Checks a zip file of a package by unpacking it to nowhere: what its directory says of sizes need not be true.
	 *
	 * @param path of the package, for messages
	 */
	static void content(final Path path, final Path zip, final long limit) throws ModelException {
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			final byte[] buffer = new byte[BUFFER];
			long bytes = 0;
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				requireInside(path, entry);
				for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
					bytes += read;
					if (bytes > limit) throw tooLarge(path, limit);
				}
			}
		}
		catch (final ModelException e) {
			throw e;
		}
		catch (final IOException | IllegalArgumentException e) {
			throw unreadable(path, e instanceof IOException io ? io : new IOException(e));
		}
	}

	/** Also what leads out only on another system. */
	private static void requireInside(final Path path, final ZipEntry entry) throws ModelException {
		final String name = entry.getName().replace('\\', '/');
		if (name.startsWith("/") || name.matches("[A-Za-z]:.*") || ("/" + name + "/").contains("/../"))
			throw new ModelException("The model package " + path + " names a file outside of itself, " + entry.getName() +
				": it is made to harm, or was packed wrongly. Do not use it.");
	}

	static ModelException tooLarge(final Path path, final long limit) {
		return new ModelException("The model package " + path + " has more than " + limit / 1_000_000 +
			" MB when it is unpacked, which no model has. Do not use it.");
	}

	private static ModelException unreadable(final Path path, final IOException e) {
		return new ModelException("The model package " + path + " cannot be read: " + WholeFile.reason(e), e);
	}
}
