package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what goes on the site, by identity; what does not, with the reason. A file may come from two places if it is the
 * same in both.
 */
final class SiteContent {

	private final OurFiles ours;
	private final Map<String, SiteFile> files = new TreeMap<>();
	private final Map<String, String> leftOut = new TreeMap<>();

	SiteContent(final OurFiles ours) {
		this.ours = ours;
	}

	/**
	 * Adds a file.
	 *
	 * @throws IOException if it is not ours, or means the same file as another one that differs
	 */
	void add(final SiteFile file) throws IOException {
		if (!ours.contains(file.path())) throw new IOException(file.source() + " would become " + file.path() +
			", which is not ours to bring to a user's ImageJ. Ours are " + OurFiles.ALLOWED +
			", in plain letters. Libraries that the plugin needs are relocated into its jar.");
		final SiteFile other = files.putIfAbsent(JarVersion.strip(file.path()), file);
		if (other != null && (!other.path().equals(file.path()) || Files.mismatch(other.source(), file.source()) >= 0))
			throw new IOException(other.source() + " and " + file.source() + " are two versions of one file, " + JarVersion.strip(file
				.path()) + ". Delete the one that is not wanted.");
	}

	/** Notes a file or folder that stays out. */
	void leaveOut(final String path, final String reason) {
		leftOut.put(path, reason);
	}

	/** What goes on the site, ordered by path. */
	Collection<SiteFile> files() {
		return files.values();
	}

	/** Reasons, by path. */
	Map<String, String> leftOut() {
		return leftOut;
	}

	boolean hasModel(final String name) {
		return ours.models().contains(name);
	}

	/** The jar of the plugin. */
	SiteFile plugin() throws IOException {
		final SiteFile plugin = files.get("plugins/Super_Resolution.jar");
		if (plugin == null) throw new IOException("There is no plugins/Super_Resolution-VERSION.jar in the application folder. " +
			"Build it first: mvn package -DskipTests");
		return plugin;
	}
}
