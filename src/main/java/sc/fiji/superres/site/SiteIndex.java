package sc.fiji.superres.site;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The files of an update site, by what the updater tells them apart: what its {@code db.xml.gz} holds. */
final class SiteIndex {

	/** Its file on the server. */
	static final String FILE = "db.xml.gz";

	private final Map<String, Entry> entries = new TreeMap<>();

	/** Adds a file. Where an old site holds a jar twice, with a version and without, the one that is offered counts. */
	void add(final Entry entry) {
		final Entry other = entries.get(entry.identity());
		if (other == null || other.isObsolete()) entries.put(entry.identity(), entry);
	}

	/** The file of this identity, or {@code null}. */
	Entry get(final String identity) {
		return entries.get(identity);
	}

	/** All files, the obsolete ones too, ordered by identity. */
	Collection<Entry> entries() {
		return entries.values();
	}

	/** The timestamps of all versions. */
	LongStream timestamps() {
		return entries.values().stream().flatMapToLong(Entry::timestamps);
	}
}
