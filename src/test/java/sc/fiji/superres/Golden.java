package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What released versions have left on disks and in macros, a folder for each version, which later ones must understand. */
public final class Golden {

	/** Stands in records for the folder that the work was done in. */
	public static final String PLACE = "/GOLDEN";

	/** When the images of a batch were written: a repository does not keep that. */
	private static final FileTime MODIFIED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

	private static final Path VERSIONS = Path.of("src/test/resources/golden");
	private static final Pattern ROUGHLY = Pattern.compile("(.*?)(-?[0-9.]+) ± ([0-9.]+)");

	private Golden() {}

	/** The folder of each version; there is at least one. */
	public static List<Path> versions() throws IOException {
		final List<Path> versions = list(VERSIONS).stream().filter(Files::isDirectory).map(Path::toAbsolutePath).toList();
		assertTrue(!versions.isEmpty(), VERSIONS + " is empty");
		return versions;
	}

	/** The files of a folder, sorted. */
	public static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** Copies a folder with all that is in it. */
	public static void copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.toList()) {
				final Path copy = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) Files.createDirectories(copy);
				else Files.copy(file, copy);
			}
		}
	}

	/** Gives all files of a folder the time that they had when the batch of a version took them. */
	public static void setTimes(final Path folder) throws IOException {
		for (final Path file : list(folder))
			Files.setLastModifiedTime(file, MODIFIED);
	}

	/** What was found, line by line; {@code 37.12 ± 0.05} at the end of an expected line is a number within that distance. */
	public static void assertLines(final List<String> expected, final List<String> found, final String what) {
		assertEquals(expected.size(), found.size(), what + ": " + found);
		for (int i = 0; i < expected.size(); i++) {
			final Matcher roughly = ROUGHLY.matcher(expected.get(i));
			if (!roughly.matches()) assertEquals(expected.get(i), found.get(i), what);
			else {
				final String number = found.get(i).substring(Math.min(found.get(i).length(), roughly.group(1).length()));
				assertTrue(found.get(i).startsWith(roughly.group(1)), what + ": " + found.get(i));
				assertEquals(Double.parseDouble(roughly.group(2)), Double.parseDouble(number), Double.parseDouble(roughly.group(3)),
					what + ": " + found.get(i));
			}
		}
	}
}
