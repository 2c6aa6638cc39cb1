package sc.fiji.superres.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which file of an ImageJ folder a path means: two versions of a jar are one file to the updater. This is the path
 * without the version in a jar's name; the platform behind it stays, as in {@code native-1.1.0-linux-x86_64.jar}.
 */
final class JarVersion {

	/** As SciJava's {@code FileUtils.stripFilenameVersion}; a test compares the two. */
	private static final Pattern JAR = Pattern.compile("(?<name>.+?)-\\d+(\\.\\d+|\\d{7})+[a-z]?\\d?(-[A-Za-z0-9.]+?|\\.GA)*?" +
		"(?<platform>-(linux|macosx|windows)-(x86|x86_64|arm64|armhf|ppc64le))?\\.jar");

	private JarVersion() {}

	/** The path without a version. */
	static String strip(final String path) {
		final Matcher jar = JAR.matcher(path);
		if (!jar.matches()) return path;
		return jar.group("name") + (jar.group("platform") == null ? "" : jar.group("platform")) + ".jar";
	}
}
