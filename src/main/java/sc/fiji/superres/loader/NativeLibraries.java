package sc.fiji.superres.loader;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.FileLocks;
import sc.fiji.superres.io.WholeFile;

/**
 * The native libraries of an engine, unpacked from their jar into a folder that carries the jar's name, so that versions
 * and platforms lie side by side.
 * <p>
 * JavaCPP's own cache is not used: it needs a writable folder even when everything is there, writes files in place, and
 * turns to the home folder without a word. A library that a {@code file:} URL leads to it loads as it is.
 */
final class NativeLibraries {

	/**
	 * Held while this JVM unpacks, because the lock of a file holds between processes only. A string literal is one object for
	 * all class loaders, so two copies of this plugin exclude each other too.
	 */
	private static final String UNPACKING = "sc.fiji.superres.engine.NativeLibraries unpacks";

	/** Behind the name of a folder: the file with its lock, and the folder while it is being made. */
	static final String LOCK = ".lock", UNFINISHED = ".part";

	private static final int BUFFER = 1 << 20;
	private static final Predicate<String> OF_THIS_PLATFORM = NativeLibraries::isOfThisPlatform;

	private final Path jar;
	private final Predicate<String> wanted;
	private final List<Path> places;
	private final Consumer<String> notice;
	private final Progress progress;

	/**
	 * Those of this platform.
	 *
	 * @param jar holds the libraries below a folder with the platform's name
	 * @param places folders to look in and then to unpack to, the wanted ones first
	 * @param notice is told what takes long or is not as wished
	 * @param progress is told how many bytes are unpacked
	 */
	NativeLibraries(final Path jar, final List<Path> places, final Consumer<String> notice, final Progress progress) {
		this(jar, OF_THIS_PLATFORM, places, notice, progress);
	}

	/**
	 * Some of a jar.
	 *
	 * @param wanted names of the jar's entries
	 */
	NativeLibraries(final Path jar, final Predicate<String> wanted, final List<Path> places, final Consumer<String> notice,
		final Progress progress)
	{
		this.jar = jar;
		this.wanted = wanted;
		this.places = places;
		this.notice = notice;
		this.progress = progress;
	}

	/**
	 * The folder with the unpacked libraries; unpacks them first where they are not yet there, whole or not at all. Several
	 * processes may do so at once.
	 *
	 * @throws EngineException if no place can be written
	 * @throws CancellationException if the thread is interrupted while it waits or unpacks
	 */
	Path folder() {
		final String name = NativeFolders.name(jar);
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			final List<ZipEntry> libraries = libraries(zip);
			if (libraries.isEmpty()) throw new ZipException("it holds nothing for " + Platform.current().natives());
			for (final Path place : places)
				if (isComplete(place.resolve(name), libraries)) return place.resolve(name);
			return unpack(zip, libraries, name);
		}
		catch (final IOException e) {
			throw new EngineException("The engine's file " + jar + " cannot be read (" + e.getMessage() +
				"). Install the engine again.", e);
		}
	}

	private Path unpack(final ZipFile zip, final List<ZipEntry> libraries, final String name) throws IOException {
		final List<String> failures = new ArrayList<>();
		for (final Path place : places) {
			try {
				Files.createDirectories(place);
				if (!failures.isEmpty()) notice.accept(String.join(" ", failures) + " TensorFlow's libraries are kept in " + place +
					" instead; the variable " + NativeFolders.VARIABLE + " names another place.");
				synchronized (UNPACKING) {
					return unpackLocked(zip, libraries, place, name);
				}
			}
			catch (final ZipException | EOFException e) {
				throw e; // the jar is to blame
			}
			catch (final ClosedByInterruptException e) {
				throw new CancellationException("Cancelled.");
			}
			catch (final IOException e) {
				failures.add(place + " cannot be written: " + WholeFile.reason(e));
			}
		}
		throw new EngineException("TensorFlow's libraries need " + megabytes(libraries) + " MB, but there is no place for " +
			"them: " +
			String.join(" ", failures) + " Name a writable folder in the variable " + NativeFolders.VARIABLE + ".");
	}

	/** The lock's empty file stays: two processes could each hold it if one of them deleted it. */
	private Path unpackLocked(final ZipFile zip, final List<ZipEntry> libraries, final Path place, final String name)
		throws IOException
	{
		final Path target = place.resolve(name);
		final Path unfinished = place.resolve(name + UNFINISHED);
		try (FileChannel channel = FileChannel.open(place.resolve(name + LOCK), StandardOpenOption.CREATE,
			StandardOpenOption.WRITE))
		{
			FileLocks.lock(channel, () -> {});
			if (isComplete(target, libraries)) return target; // another process was first
			notice.accept("Unpacking TensorFlow's libraries (" + megabytes(libraries) + " MB) to " + target + " ...");
			WholeFile.delete(unfinished);
			try {
				copy(zip, libraries, unfinished);
				WholeFile.delete(target);
				Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (final IOException | CancellationException e) {
				WholeFile.delete(unfinished);
				throw e;
			}
			return target;
		}
	}

	private void copy(final ZipFile zip, final List<ZipEntry> libraries, final Path folder) throws IOException {
		final long total = libraries.stream().mapToLong(ZipEntry::getSize).sum();
		long done = 0;
		for (final ZipEntry library : libraries) {
			copy(zip, library, folder.resolve(library.getName()), done, total);
			done += library.getSize();
		}
	}

	/** A zip file does not check its sums itself. */
	private void copy(final ZipFile zip, final ZipEntry library, final Path file, final long before, final long total)
		throws IOException
	{
		Files.createDirectories(file.getParent());
		long done = before;
		try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(library), new CRC32());
				OutputStream out = Files.newOutputStream(file))
		{
			final byte[] buffer = new byte[BUFFER];
			for (int count; (count = in.read(buffer)) >= 0;) {
				out.write(buffer, 0, count);
				done += count;
				progress.checkCancelled();
				progress.update("Unpacking TensorFlow, only this time", done, total);
			}
			if (in.getChecksum().getValue() != library.getCrc()) throw new ZipException(library.getName() + " is damaged");
		}
	}

	private static boolean isOfThisPlatform(final String entry) {
		return Pattern.compile("/" + Platform.current().natives() + "(-gpu)?/").matcher(entry).find();
	}

	private List<ZipEntry> libraries(final ZipFile zip) {
		final List<ZipEntry> found = new ArrayList<>();
		for (final Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
			final ZipEntry entry = entries.nextElement();
			if (!entry.isDirectory() && wanted.test(entry.getName()) && staysInside(entry.getName())) found.add(entry);
		}
		return found;
	}

	private static boolean staysInside(final String name) {
		final Path folder = Path.of("folder").toAbsolutePath();
		return folder.resolve(name).normalize().startsWith(folder);
	}

	private static boolean isComplete(final Path folder, final List<ZipEntry> libraries) throws IOException {
		for (final ZipEntry library : libraries) {
			final Path file = folder.resolve(library.getName());
			if (!Files.isRegularFile(file) || Files.size(file) != library.getSize()) return false;
		}
		return true;
	}

	private static long megabytes(final List<ZipEntry> libraries) {
		return libraries.stream().mapToLong(ZipEntry::getSize).sum() / 1_000_000;
	}
}
