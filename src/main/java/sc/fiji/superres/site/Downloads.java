package sc.fiji.superres.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How much a user of each platform downloads, in MB of a million bytes. */
final class Downloads {

	private static final double MB = 1e6;
	private static final String ROW = "%-12s %12s %12s %12s";

	private Downloads() {}

	/**
	 * One line for each platform, below a heading: the first installation, the update from the site that is published, and one
	 * in which only the plugin changes.
	 */
	static List<String> table(final SiteUpdate update) {
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, ROW, "MB", "all", "this update", "plugin only"));
		for (final String platform : Platforms.KNOWN) {
			final List<Entry> entries = update.index().entries().stream().filter(entry -> entry.isFor(platform)).toList();
			if (entries.stream().allMatch(entry -> entry.platforms().isEmpty())) continue; // nothing of its own: no engine
			lines.add(String.format(Locale.ROOT, ROW, platform, size(entries, entry -> true), size(entries, entry -> update.changed()
				.containsKey(entry.serverName())), size(entries, entry -> entry.filename().startsWith("plugins/"))));
		}
		return lines;
	}

	private static String size(final List<Entry> entries, final Predicate<Entry> which) {
		final long bytes = entries.stream().filter(which).mapToLong(entry -> entry.version().filesize()).sum();
		return String.format(Locale.ROOT, "%.1f", bytes / MB);
	}
}
