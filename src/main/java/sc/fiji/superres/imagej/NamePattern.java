package sc.fiji.superres.imagej;

import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Which files of a folder are meant: those with an image's extension, or those whose name fits a glob, in upper or lower
 * case.
 */
final class NamePattern {

	/** What ImageJ itself reads. */
	static final Set<String> EXTENSIONS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp", "gif", "pgm", "ppm", "dcm", "fits",
		"avi");

	private static final String ALL = "*";
	private static final String ANY_FOLDER = "**/";

	private final String pattern;
	private final PathMatcher matcher;

	/** @throws IllegalArgumentException if it is no glob; the message is for users */
	NamePattern(final String text) {
		final String given = text == null || text.isBlank() ? ALL : text.strip();
		pattern = File.separatorChar == '/' ? given : given.replace(File.separatorChar, '/');
		try {
			// also where there is no folder
			final boolean anywhere = pattern.startsWith(ANY_FOLDER);
			matcher = isAll() ? null : matcher(anywhere ? "{**/,}" + pattern.substring(ANY_FOLDER.length()) : pattern);
		}
		catch (final PatternSyntaxException e) {
			throw new IllegalArgumentException("The pattern '" + given + "' cannot be understood: " + e.getDescription() +
				". Use * for any characters, ? for one, {tif,png} for one of several, [0-9] for one of a range, such as *_DAPI.tif or " +
				"day1/*.tif.", e);
		}
	}

	private static PathMatcher matcher(final String glob) {
		return FileSystems.getDefault().getPathMatcher("glob:" + alike(glob));
	}

	/** Names that look alike are alike, however they are kept: macOS takes accents apart. */
	private static String alike(final String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
	}

	/** Whether the extension decides. */
	boolean isAll() {
		return pattern.equals(ALL);
	}

	/** @param relative the file's path in the folder */
	boolean fits(final Path relative) {
		if (isAll()) return EXTENSIONS.contains(ImageFiles.extension(relative).toLowerCase(Locale.ROOT));
		final Path path = pattern.indexOf('/') < 0 ? relative.getFileName() : relative;
		try {
			return matcher.matches(Path.of(alike(path.toString())));
		}
		catch (final InvalidPathException e) {
			return matcher.matches(path); // a name that the machine's character set does not hold
		}
	}

	@Override
	public String toString() {
		return pattern;
	}
}
