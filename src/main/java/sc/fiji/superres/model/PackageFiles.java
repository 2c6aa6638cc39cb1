package sc.fiji.superres.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/** The files of a package, be it a folder or a zip file. */
final class PackageFiles implements AutoCloseable {

	static final String DESCRIPTION = "rdf.yaml";

	private final Path path;
	private final Path root;
	private final FileSystem zip;

	private PackageFiles(final Path path, final Path root, final FileSystem zip) {
		this.path = path;
		this.root = root;
		this.zip = zip;
	}

	/** @throws ModelException if there is no package, or it is a damaged zip file */
	static PackageFiles open(final Path path) throws ModelException {
		if (Files.isDirectory(path)) return new PackageFiles(path, path, null);
		if (!Files.exists(path)) throw ModelException.missing(path);
		try {
			final FileSystem zip = FileSystems.newFileSystem(path);
			try {
				return new PackageFiles(path, root(zip), zip);
			}
			catch (final IOException | UncheckedIOException e) {
				zip.close();
				throw e;
			}
		}
		catch (final ProviderNotFoundException e) {
			throw new ModelException(path + " is not a model package: a package is a folder or a zip file.", e);
		}
		catch (final ZipException | UncheckedIOException e) {
			throw new ModelException("The model package " + path +
				" is not a whole zip file: it is damaged or half copied. Copy it again.", e);
		}
		catch (final IOException e) {
			throw new ModelException("The model package " + path + " cannot be read: " + WholeFile.reason(e), e);
		}
	}

	/** Whether there is a package, of whichever software. */
	static boolean isPackage(final Path path) {
		try (PackageFiles files = open(path)) {
			return Files.isRegularFile(files.file(DESCRIPTION));
		}
		catch (final ModelException e) {
			return false;
		}
	}

	/** Size of a package on disk. */
	static long bytes(final Path path) throws ModelException {
		try {
			return Folders.bytes(path);
		}
		catch (final IOException e) {
			throw new ModelException("The model package " + path + " cannot be read: " + WholeFile.reason(e), e);
		}
	}

	/** The zip's top, or, where somebody zipped the folder and not its files, that folder. */
	private static Path root(final FileSystem zip) throws IOException {
		final Path top = zip.getPath("/");
		if (Files.exists(top.resolve(DESCRIPTION))) return top;
		final List<Path> packages = Folders.list(top).stream().filter(child -> Files.exists(child.resolve(DESCRIPTION))).toList();
		return packages.size() == 1 ? packages.get(0) : top;
	}

	/** Where the package lies. */
	Path path() {
		return path;
	}

	/** Whether a file is there. */
	boolean has(final String name) {
		return Files.isRegularFile(root.resolve(name));
	}

	/**
	 * A file of the package.
	 *
	 * @param name with slashes, as a description gives it
	 * @throws ModelException if it is not there, or not in the package
	 */
	Path file(final String name) throws ModelException {
		try {
			final Path file = root.resolve(name).normalize();
			if (!file.startsWith(root.normalize()) || name.contains("://"))
				throw new ModelException("The model package " + path + " names a file outside of itself, " + name +
					"; all its files must lie in it.");
			if (Files.isRegularFile(file)) return file;
		}
		catch (final InvalidPathException e) {
			throw new ModelException("The model package " + path + " names a file that cannot be: " + e.getMessage() + ".", e);
		}
		throw new ModelException("The model package " + path + " has no file " + name +
			": it is not a model package, or is half copied. Copy it again.");
	}

	/** Writes a file of the package, in place of what was there. */
	void write(final String name, final String text) throws IOException {
		Files.writeString(root.resolve(name), text);
	}

	/** @throws ModelException if a file has another checksum than its description says */
	void verify(final String name, final String sha256) throws ModelException {
		final Path file = file(name);
		try {
			final String found = Checksum.sha256(file);
			if (!found.equalsIgnoreCase(sha256))
				throw new ModelException("The model package " + path + " is damaged or half copied: " + name + " has the SHA-256 " +
					found + ", but its description says " + sha256 + ". Copy it again.");
		}
		catch (final ModelException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ModelException("The model package " + path + " cannot be read: " + WholeFile.reason(e), e);
		}
	}

	/**
	 * Finds out whether a zip file of the package is whole as far as its end tells, where its directory stands. Of a zipped
	 * package the end has been read already.
	 *
	 * @throws ModelException if it is cut off, or no zip file
	 */
	void checkEnd(final String name) throws ModelException {
		final Path file = file(name);
		if (zip != null) return;
		try {
			new ZipFile(file.toFile()).close();
		}
		catch (final ZipException e) {
			throw new ModelException("The model package " + path + " is damaged or half copied: " + name +
				" is not a whole zip file. Copy it again.", e);
		}
		catch (final IOException e) {
			throw new ModelException("The model package " + path + " cannot be read: " + WholeFile.reason(e), e);
		}
	}

	@Override
	public void close() throws ModelException {
		try {
			if (zip != null) zip.close();
		}
		catch (final IOException e) {
			throw new ModelException("The model package " + path + " cannot be closed: " + WholeFile.reason(e), e);
		}
	}
}
