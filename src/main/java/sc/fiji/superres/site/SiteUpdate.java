package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way from the site that is published to the next one.
 *
 * @param index what the next one offers, with the history of all files
 * @param changed the files to write, by their names on the server
 * @param obsolete the paths of what is withdrawn
 */
record SiteUpdate(SiteIndex index, Map<String, SiteFile> changed, List<String> obsolete) {

	/**
	 * Compares by checksum: what is as it was keeps its timestamp and is not written again.
	 *
	 * @param details what is said of the new version of a file, by its path
	 * @param timestamp of what changes
	 * @throws IOException if a file cannot be read, or the published site has files that are not ours
	 */
	static SiteUpdate of(final SiteIndex published, final Collection<SiteFile> files, final Map<String, List<Detail>> details,
		final long timestamp) throws IOException
	{
		final SiteIndex index = new SiteIndex();
		final Map<String, SiteFile> changed = new LinkedHashMap<>();
		final Set<String> present = new HashSet<>();
		for (final SiteFile file : files) {
			final String identity = JarVersion.strip(file.path());
			present.add(identity);
			final Entry before = published.get(identity);
			final String checksum = UpdaterChecksum.of(file.path(), file.source());
			if (before != null && isAsBefore(before, file, checksum)) index.add(before);
			else {
				final Version version = new Version(checksum, timestamp, Files.size(file.source()), details.getOrDefault(file.path(),
					List.of()));
				final Entry entry = before == null ? Entry.of(file.path(), version) : before.replacedBy(file.path(), version);
				index.add(entry);
				changed.put(entry.serverName(), file);
			}
		}
		final List<String> obsolete = new ArrayList<>();
		for (final Entry entry : published.entries()) {
			if (present.contains(entry.identity())) continue;
			if (!entry.isObsolete()) obsolete.add(entry.filename());
			index.add(entry.withdrawn(timestamp));
		}
		return new SiteUpdate(index, changed, obsolete);
	}

	/** A jar of another name must be there under that name, even if its classes are the same. */
	private static boolean isAsBefore(final Entry before, final SiteFile file, final String checksum) {
		return !before.isObsolete() && before.filename().equals(file.path()) && before.version().checksum().equals(checksum);
	}
}
