package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.superres.io.WholeFile;

/** The classes in a jar. */
final class JarClasses {

	private static final Pattern CLASS = Pattern.compile("(META-INF/versions/\\d+/)?(?<name>.+)\\.class");
	private static final Set<String> DECLARATIONS = Set.of("module-info", "package-info");

	private JarClasses() {}

	/** Their names, as {@code sc/fiji/superres/cli/Main}, those for newer Javas too; not the declarations of packages. */
	static Set<String> of(final Path jar) throws IOException {
		final Set<String> classes = new TreeSet<>();
		try (JarFile entries = new JarFile(jar.toFile(), false)) {
			entries.stream().forEach(entry -> {
				final Matcher name = CLASS.matcher(entry.getName());
				if (name.matches() && !DECLARATIONS.contains(simple(name.group("name")))) classes.add(name.group("name"));
			});
		}
		catch (final IOException e) {
			throw new IOException(jar + " is no jar that can be read: " + WholeFile.reason(e), e);
		}
		return classes;
	}

	private static String simple(final String name) {
		return name.substring(name.lastIndexOf('/') + 1);
	}
}
