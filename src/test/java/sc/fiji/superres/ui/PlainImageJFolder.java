package sc.fiji.superres.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.Links;

/** The folder of a plain ImageJ in which the assembled application is installed as the README says. */
record PlainImageJFolder(Path folder) {

	static PlainImageJFolder install(final Path folder) throws IOException {
		for (final String part : List.of("plugins", "lib", "models", "macros"))
			Links.copyTree(app().resolve(part), folder.resolve(part));
		addHost(folder);
		addTestCommands(folder.resolve("plugins").resolve("Test_Commands.jar"));
		return new PlainImageJFolder(folder);
	}

	/** Adds what a plain ImageJ needs beside our files, and Fiji has. */
	static void addHost(final Path folder) throws IOException {
		Links.copyTree(app().resolve("host"), folder.resolve("jars"));
		Files.delete(folder.resolve("jars").resolve(ij().getFileName()));
	}

	/** ImageJ's own jar. */
	static Path ij() throws IOException {
		try (Stream<Path> files = Files.list(app().resolve("host"))) {
			return files.filter(file -> file.getFileName().toString().startsWith("ij-")).findFirst().orElseThrow().toAbsolutePath();
		}
	}

	/** The classes of a type and its nested ones alone: the others of the tests could not load beside plain ImageJ. */
	static Path classes(final Class<?> type, final Path target) throws IOException {
		final Path source = ForkedJvm.source(type);
		for (final Path file : classFiles(type)) {
			final Path copy = target.resolve(source.relativize(file).toString());
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy);
		}
		return target;
	}

	/** The assembled application. */
	static Path app() {
		return Path.of(System.getProperty("superres.app")).toAbsolutePath();
	}

	private static void addTestCommands(final Path jar) throws IOException {
		final Path source = ForkedJvm.source(TestCommands.class);
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			for (final Path file : classFiles(TestCommands.class))
				add(out, source.relativize(file).toString(), Files.readAllBytes(file));
			final String index = "META-INF/json/org.scijava.plugin.Plugin";
			add(out, index, Files.readAllBytes(source.resolve(index)));
			final StringBuilder menu = new StringBuilder();
			for (final String name : List.of("All", "Pair", "End"))
				menu.append("Plugins>Super-Resolution, \"Test ").append(name).append("...\", ").append(PlainImageJ.class.getName()).append(
					"(\"test-").append(name.toLowerCase(Locale.ROOT)).append("\")\n");
			add(out, "plugins.config", menu.toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void add(final JarOutputStream jar, final String name, final byte[] content) throws IOException {
		jar.putNextEntry(new JarEntry(name.replace('\\', '/')));
		jar.write(content);
		jar.closeEntry();
	}

	private static List<Path> classFiles(final Class<?> type) throws IOException {
		final Path folder = ForkedJvm.source(type).resolve(type.getPackageName().replace('.', '/'));
		final String name = type.getSimpleName();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().matches(name + "(\\$.*)?\\.class")).sorted().toList();
		}
	}
}
