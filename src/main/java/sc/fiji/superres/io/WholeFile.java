package sc.fiji.superres.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a file or folder under a temporary name beside its place and renames it when it is whole, so that nobody ever
 * meets half of it. What was there before stays until then.
 *
 * <pre>
 * WholeFile.write(path, part -&gt; Files.writeString(part, text));
 * </pre>
 */
public final class WholeFile {

	/** Fills the file or folder with the temporary name. */
	public interface Content {

		void writeTo(Path part) throws IOException;
	}

	private static final Pattern PART = Pattern.compile("\\.(\\d+)-[0-9a-f]+-");

	private WholeFile() {}

	/**
	 * Tries whether {@link #write} could write a file or folder, before hours of work.
	 *
	 * @throws IOException if its parent is missing or cannot be written
	 */
	public static void check(final Path target) throws IOException {
		final Path part = part(target);
		try {
			Files.delete(Files.createFile(part));
		}
		catch (final IOException e) {
			// permission bits say nothing to root, nor about a read-only disk: only trying does
			throw new IOException(target + " cannot be written: no file can be made beside it: " + reason(e) +
				" Name another folder.", e);
		}
	}

	/**
	 * @param target where the file or folder will be; its parent must exist
	 * @throws IOException if it cannot be written; the message says what and why, and nothing is left behind
	 */
	public static void write(final Path target, final Content content) throws IOException {
		write(target, part(target).getParent(), content);
	}

	/**
	 * The same with the temporary file in a folder of its own, on the same disk, so that what a kill leaves can be found there.
	 *
	 * @param parts folder that exists
	 */
	public static void write(final Path target, final Path parts, final Content content) throws IOException {
		final Path part = parts.resolve(part(target).getFileName());
		try {
			content.writeTo(part);
			replace(part, target);
		}
		catch (final IOException e) {
			throw new IOException(target + " cannot be written: " + reason(e), e);
		}
		finally {
			delete(part);
		}
	}

	/**
	 * A hidden name beside a file or folder that no other process uses, with the same extension; {@link #sweep} knows it.
	 *
	 * @throws IOException if its parent is missing
	 */
	public static Path part(final Path target) throws IOException {
		final Path parent = target.toAbsolutePath().getParent();
		if (parent == null || !Files.isDirectory(parent))
			throw new IOException(target + " cannot be written: there is no folder " + parent + ". Make it first, or name " +
				"another one.");
		return parent.resolve("." + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + "-" + target
			.getFileName());
	}

	/**
	 * Deletes what was left behind where a process was killed while it wrote into a folder that no other process writes into.
	 *
	 * @throws IOException if the folder cannot be listed, or a file not deleted
	 */
	public static void sweep(final Path folder) throws IOException {
		final String ours = String.valueOf(ProcessHandle.current().pid());
		for (final Path file : Folders.list(folder)) {
			final Matcher part = PART.matcher(file.getFileName().toString());
			if (part.lookingAt() && !part.group(1).equals(ours)) delete(file);
		}
	}

	/** A folder cannot be renamed over another one that holds files: that one steps aside first. */
	private static void replace(final Path part, final Path target) throws IOException {
		if (!Files.isDirectory(target)) {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return;
		}
		if (!Files.isDirectory(part)) throw new IOException("a folder of this name is there.");
		final Path old = part.resolveSibling(part.getFileName() + ".old");
		Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException e) {
			Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
			throw e;
		}
		delete(old);
	}

	/** Deletes a file, or a folder with all that is in it; does nothing if there is none. */
	public static void delete(final Path path) throws IOException {
		if (!Files.exists(path)) return;
		for (final Path file : Folders.walk(path).stream().sorted(Comparator.reverseOrder()).toList())
			Files.delete(file);
	}

	/** Why a file operation failed, without the file's name, which the caller says in its own words. */
	public static String reason(final IOException e) {
		if (e instanceof AccessDeniedException) return "permission denied.";
		if (e instanceof NoSuchFileException) return "there is no such file or folder.";
		if (e instanceof FileAlreadyExistsException) return "a file of this name is there.";
		if (e instanceof FileSystemException system && system.getReason() != null) return system.getReason() + ".";
		final String message = String.valueOf(e.getMessage());
		return message.endsWith(".") ? message : message + ".";
	}
}
