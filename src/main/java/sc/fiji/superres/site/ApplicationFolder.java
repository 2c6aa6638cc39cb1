package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Picks what goes on the site out of the application folder, laid out as an ImageJ folder, and out of engine folders. */
final class ApplicationFolder {

	/** The folders that hold files for users, and the endings of files that the updater sees in them; none: all. */
	private static final Map<String, Set<String>> FOLDERS = Map.of("plugins", Set.of(".jar"), "macros", Set.of(".ijm", ".txt",
		".png"), "models", Set.of(), "lib", Set.of(".jar"));
	/** Where everything that plain ImageJ or Fiji loads is somebody's already. */
	private static final String FLAT_CLASS_PATH = "jars";

	private ApplicationFolder() {}

	/**
	 * Adds plugin, macros, models and the engines in {@code lib}.
	 *
	 * @throws IOException if it holds a file that is not ours where users would get it
	 */
	static void collect(final Path folder, final SiteContent content) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException("There is no application folder " + folder +
			". Build it first: mvn package -DskipTests");
		final Path app = folder.toRealPath(); // it may be a link
		Files.walkFileTree(app, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(final Path inside, final BasicFileAttributes attributes) {
				if (inside.equals(app)) return FileVisitResult.CONTINUE;
				final String path = path(app, inside), reason = reasonAgainst(path, content);
				if (reason == null) return FileVisitResult.CONTINUE;
				content.leaveOut(path, reason);
				return FileVisitResult.SKIP_SUBTREE;
			}

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
				final String path = path(app, file);
				String reason = reasonAgainst(path, content);
				if (reason == null) reason = reasonAgainstEnding(path);
				if (reason == null) content.add(new SiteFile(path, file));
				else content.leaveOut(path, reason);
				return FileVisitResult.CONTINUE;
			}
		});
	}

	/**
	 * Adds the jars of further engines.
	 *
	 * @param engines holds a folder for each platform, which has the updater's name of it
	 */
	static void collectEngines(final Path engines, final SiteContent content) throws IOException {
		for (final Path folder : list(engines)) {
			final String platform = folder.getFileName().toString();
			if (!Platforms.KNOWN.contains(platform)) throw new IOException(folder + " has no name of a platform. Those are " + String
				.join(", ", Platforms.KNOWN) + ".");
			for (final Path file : list(folder)) {
				final String path = "lib/" + platform + "/super-resolution/" + file.getFileName();
				if (path.endsWith(".jar")) content.add(new SiteFile(path, file));
				else content.leaveOut(path(engines, file), "is no jar");
			}
		}
	}

	private static String reasonAgainst(final String path, final SiteContent content) {
		final String[] parts = path.split("/");
		if (parts[parts.length - 1].startsWith(".")) return "is hidden, and the updater passes it over";
		if (parts[0].equals(FLAT_CLASS_PATH)) return null; // refused with its name
		if (!FOLDERS.containsKey(parts[0])) return "is for the launchers or the host only";
		if (parts.length == 2 && parts[0].equals("models") && !content.hasModel(parts[1])) return "is no model that comes along";
		return parts[0].equals("lib") && parts[parts.length - 1].equals("natives") ? "is made at the first start" : null;
	}

	private static String reasonAgainstEnding(final String path) {
		final Set<String> endings = FOLDERS.getOrDefault(path.split("/")[0], Set.of());
		final boolean fits = endings.isEmpty() || endings.stream().anyMatch(path::endsWith);
		return fits ? null : "has an ending that the updater does not see there (" + String.join(", ", endings.stream().sorted()
			.toList()) + ")";
	}

	private static String path(final Path root, final Path file) {
		return root.relativize(file).toString().replace('\\', '/');
	}

	private static List<Path> list(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException(folder + " is no folder.");
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
		}
	}
}
