package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what on our site would touch a file that is not ours: shadowing one of Fiji's own can stop Fiji from starting. Each
 * complaint is a sentence that names the file and whose it is.
 */
final class Gate {

	private static final String OUR_CLASSES = "sc/fiji/superres/";
	private static final int EXAMPLES = 3;

	private final OurFiles ours;
	private final List<String> complaints = new ArrayList<>();

	Gate(final OurFiles ours) {
		this.ours = ours;
	}

	/** Why the site must not be published; none: it may. */
	List<String> complaints() {
		return complaints;
	}

	/** Every path that the site offers or withdraws must be ours. */
	Gate checkPaths(final SiteIndex site) {
		for (final Entry entry : site.entries()) {
			final boolean allowed = entry.isObsolete() ? ours.mayWithdraw(entry.filename()) : ours.contains(entry.filename());
			if (!allowed) complain(entry.filename() + " is not ours to " + (entry.isObsolete() ? "delete" : "bring") + ". Ours are " +
				OurFiles.ALLOWED + ".");
		}
		return this;
	}

	/** Every file that lies in the site's folder must belong to a version that its index offers. */
	Gate checkFolder(final SiteFolder folder) throws IOException {
		final Map<String, Entry> offered = folder.index().entries().stream().filter(entry -> !entry.isObsolete()).collect(
			Collectors.toMap(Entry::serverName, entry -> entry));
		for (final String name : folder.files()) {
			final Entry entry = offered.get(name);
			if (entry == null) complain(folder.folder().resolve(name) + " is not in the site's index.");
			else {
				final Path file = folder.folder().resolve(name);
				final String checksum = UpdaterChecksum.of(entry.filename(), file);
				if (!checksum.equals(entry.version().checksum())) complain(file + " has the checksum " + checksum +
					", where the site's index says " + entry.version().checksum() + ".");
				if (entry.filename().startsWith("plugins/")) checkPlugin(file);
			}
		}
		return this;
	}

	/** Another site must not have a file that ours brings, whatever its version, nor have withdrawn it. */
	Gate checkAgainst(final String siteName, final SiteIndex other, final SiteIndex site) {
		for (final Entry entry : site.entries()) {
			final Entry theirs = other.get(entry.identity());
			if (theirs != null) complain(entry.filename() + " is a file of the update site " + siteName + " (there " + theirs
				.filename() + ").");
		}
		return this;
	}

	/** All that the official uploader would do must be done to files of ours. */
	Gate checkDryRun(final DryRun dryRun) {
		dryRun.brought().stream().filter(path -> !ours.contains(path)).forEach(this::complainOfUpload);
		dryRun.withdrawn().stream().filter(path -> !ours.mayWithdraw(path)).forEach(this::complainOfUpload);
		complaints.addAll(dryRun.errors());
		return this;
	}

	private void complainOfUpload(final String path) {
		complain(path + " would be touched by the upload, and is not ours. Use a fresh Fiji in which nothing but our files was " +
			"added, changed or removed.");
	}

	/** Classes of third parties in our jar would stand before Fiji's own of the same names. */
	Gate checkPlugin(final Path jar) throws IOException {
		final Set<String> packages = new TreeSet<>();
		for (final String name : JarClasses.of(jar))
			if (!name.startsWith(OUR_CLASSES)) packages.add(name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'));
		if (packages.isEmpty()) return this;
		complain(jar + " holds classes of " + packages.stream().limit(EXAMPLES).collect(Collectors.joining(", ")) + (packages
			.size() > EXAMPLES ? " and others" : "") + ", which are not ours. Relocate them (maven-shade-plugin).");
		return this;
	}

	private void complain(final String sentence) {
		complaints.add(sentence);
	}
}
