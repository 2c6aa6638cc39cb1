package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.superres.io.WholeFile;

/**
 * Looks for files in a folder, and counts the others to say what is there where none is found. Hidden files
 * and what is in hidden folders are left out.
 */
final class FolderSearch {

	private static final int NAMED_KINDS = 5;

	private final Path folder;
	private final NamePattern pattern;
	private final boolean recursive;
	private final Map<String, Integer> kinds = new TreeMap<>();

	FolderSearch(final Path folder, final NamePattern pattern, final boolean recursive) {
		this.folder = folder;
		this.pattern = pattern;
		this.recursive = recursive;
	}

	/**
	 * The files that fit, in the order of their paths.
	 *
	 * @throws ImageFileException if there is no such folder, or it cannot be read
	 */
	List<Path> files() throws ImageFileException {
		if (!Files.isDirectory(folder))
			throw new ImageFileException((Files.exists(folder) ? folder + " is not a folder" : "There is no folder " + folder) +
				". Name a folder with images.");
		// Attributes come with the walk: to ask for each file would take long where there are many.
		try (Stream<Path> files = Files.find(folder, recursive ? Integer.MAX_VALUE : 1, (file, attributes) -> attributes
			.isRegularFile() && isWanted(file), FileVisitOption.FOLLOW_LINKS))
		{
			return files.sorted(Comparator.comparing(file -> folder.relativize(file).toString())).collect(Collectors.toList());
		}
		catch (final IOException e) {
			throw unreadable(e);
		}
		catch (final UncheckedIOException e) {
			throw unreadable(e.getCause());
		}
	}

	/** Whether there are at most so many files and folders to look at: beginning with a whole disk would take long. */
	boolean isWithin(final int entries) throws ImageFileException {
		try (Stream<Path> files = Files.walk(folder, recursive ? Integer.MAX_VALUE : 1, FileVisitOption.FOLLOW_LINKS)) {
			return files.limit(entries + 1L).count() <= entries;
		}
		catch (final IOException e) {
			throw unreadable(e);
		}
		catch (final UncheckedIOException e) {
			throw unreadable(e.getCause());
		}
	}

	private boolean isWanted(final Path file) {
		if (isHidden(folder.relativize(file))) return false;
		final String extension = ImageFiles.extension(file).toLowerCase(Locale.ROOT);
		kinds.merge(extension.isEmpty() ? "without extension" : "." + extension, 1, Integer::sum);
		return pattern.fits(folder.relativize(file));
	}

	/** Of a file, or a folder that it is in. */
	private static boolean isHidden(final Path relative) {
		for (final Path name : relative)
			if (name.toString().startsWith(".")) return true;
		return false;
	}

	private ImageFileException unreadable(final IOException e) {
		final boolean loop = e instanceof FileSystemLoopException;
		final String inner = !loop && e instanceof FileSystemException system ? system.getFile() : null;
		final String reason = loop ? "a link in it leads back into it." : WholeFile.reason(e);
		return new ImageFileException("The folder " + (inner == null ? folder : inner) + " cannot be read: " + reason +
			" Check it, or name another one.", e);
	}

	/** What to say where {@link #files} found none. */
	ImageFileException nothing() {
		final int count = kinds.values().stream().mapToInt(Integer::intValue).sum();
		final String wanted = pattern.isAll() ? extensions() : "named " + pattern;
		final String there = count == 0 ? "it has no files" : "it has " + count + (count == 1 ? " file" : " files") +
			", none of them " + wanted + " (" + kinds() + ")";
		return new ImageFileException("There is no " + (pattern.isAll() ? "image" : "file " + pattern) + " in the folder " +
			folder + (recursive ? " and its folders" : ", whose folders were not searched") + ": " + there +
			". Name another folder or pattern.");
	}

	private static String extensions() {
		return NamePattern.EXTENSIONS.stream().sorted().map(kind -> "." + kind).collect(Collectors.joining(", "));
	}

	/** The most frequent ones. */
	private String kinds() {
		final String named = kinds.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
			.limit(NAMED_KINDS).map(kind -> kind.getValue() + " " + kind.getKey()).collect(Collectors.joining(", "));
		return kinds.size() > NAMED_KINDS ? named + ", ..." : named;
	}
}
