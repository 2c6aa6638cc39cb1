package sc.fiji.superres.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A file of an update site with its history.
 *
 * @param filename its path in the ImageJ folder, of an obsolete one the last
 * @param platforms those that get it; none: all
 * @param version what is offered; {@code null} if it is obsolete, and the updater deletes it
 */
record Entry(String filename, boolean executable, List<String> platforms, List<String> categories, Version version,
	List<EarlierVersion> earlier)
{

	/** A file that was not on the site before. */
	static Entry of(final String filename, final Version version) {
		return new Entry(filename, false, Platforms.of(filename), List.of(), version, List.of());
	}

	/** By what the updater tells files apart. */
	String identity() {
		return JarVersion.strip(filename);
	}

	boolean isObsolete() {
		return version == null;
	}

	/** Whether a user of this platform downloads it. */
	boolean isFor(final String platform) {
		return !isObsolete() && (platforms.isEmpty() || platforms.contains(platform));
	}

	/** The name of its file on the server. */
	String serverName() {
		return filename + "-" + version.timestamp();
	}

	/** All timestamps of its history. */
	LongStream timestamps() {
		final Stream<Long> current = isObsolete() ? Stream.empty() : Stream.of(version.timestamp());
		return Stream.concat(current, earlier.stream().flatMap(old -> Stream.of(old.timestamp(), old.obsolete()))).mapToLong(
			Long::longValue);
	}

	/** With another version, which may have another name. */
	Entry replacedBy(final String newName, final Version next) {
		return new Entry(newName, false, Platforms.of(newName), categories, next, history(next.timestamp()));
	}

	/** Withdrawn. */
	Entry withdrawn(final long timestamp) {
		return isObsolete() ? this : new Entry(filename, executable, platforms, categories, null, history(timestamp));
	}

	private List<EarlierVersion> history(final long obsolete) {
		final List<EarlierVersion> history = new ArrayList<>(earlier);
		if (!isObsolete()) history.add(new EarlierVersion(version.checksum(), version.timestamp(), obsolete, filename));
		return history;
	}
}
