package sc.fiji.superres.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A small application folder with all kinds of files, and what is said when a site is made of it. */
record SampleApp(Path folder) {

	/** What a command printed, and its exit status. */
	record Outcome(int status, String out, String err) {}

	/** Version 0.1.0, with a model, a macro, and engines for Linux and Windows. */
	static SampleApp in(final Path folder) throws IOException {
		final SampleApp sample = new SampleApp(Files.createDirectories(folder));
		sample.text("app/models/edsr-x2/rdf.yaml", "name: edsr-x2").text("app/macros/super-resolution/one.ijm", "run('x');");
		sample.plugin("0.1.0", "sc/fiji/superres/cli/Main.class");
		sample.jar("app/lib/super-resolution/javacpp-1.5.11.jar", Map.of("org/bytedeco/A.class", "a"));
		sample.jar("app/lib/linux64/super-resolution/tensorflow-core-native-1.1.0-linux-x86_64.jar", Map.of("n/LICENSE", "Apache",
			"n/x.so", "linux"));
		sample.jar("engines/win64/tensorflow-core-native-1.1.0-windows-x86_64.jar", Map.of("n/LICENSE", "Apache", "n/x.dll",
			"win"));
		sample.text("models/edsr-x2/rdf.yaml", "in the source tree").text("LICENSE.txt", "BSD");
		return sample.text("THIRD-PARTIES.txt", "javacpp: Apache\ntensorflow-core-native: Apache\n");
	}

	SampleApp text(final String path, final String content) throws IOException {
		Files.createDirectories(folder.resolve(path).getParent());
		Files.writeString(folder.resolve(path), content);
		return this;
	}

	SampleApp delete(final String path) throws IOException {
		Files.delete(folder.resolve(path));
		return this;
	}

	SampleApp plugin(final String version, final String... classes) throws IOException {
		final Map<String, String> entries = new TreeMap<>();
		for (final String name : classes)
			entries.put(name, "code of " + version);
		return jar("app/plugins/Super_Resolution-" + version + ".jar", entries);
	}

	SampleApp jar(final String path, final Map<String, String> entries) throws IOException {
		writeJar(folder.resolve(path), entries);
		return this;
	}

	static void writeJar(final Path file, final Map<String, String> entries) throws IOException {
		Files.createDirectories(file.getParent());
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
			for (final Map.Entry<String, String> entry : entries.entrySet()) {
				out.putNextEntry(new JarEntry(entry.getKey()));
				out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
				out.closeEntry();
			}
		}
	}

	Path site() {
		return folder.resolve("target/update-site");
	}

	/** Writes the next site against the published one. */
	Outcome write(final Object published, final String... more) {
		final List<String> arguments = sources("write");
		arguments.addAll(List.of("--published", published.toString()));
		arguments.addAll(List.of(more));
		return run(arguments);
	}

	/** Writes a new site, which must work. */
	SiteIndex writeNew() throws IOException {
		final Outcome outcome = write("none");
		if (outcome.status() != 0) throw new AssertionError(outcome.err());
		return index();
	}

	Outcome gate(final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("gate", "--site", site().toString(), "--models",
			folder.resolve("models")
			.toString()));
		arguments.addAll(List.of(more));
		return run(arguments);
	}

	Outcome stage(final Path fiji) {
		final List<String> arguments = sources("stage");
		arguments.addAll(List.of("--fiji", fiji.toString()));
		return run(arguments);
	}

	SiteIndex index() throws IOException {
		return new SiteFolder(site()).index();
	}

	/** The files of the site but its index. */
	List<String> files() throws IOException {
		return new SiteFolder(site()).files();
	}

	private List<String> sources(final String command) {
		final Map<String, String> options = new LinkedHashMap<>(Map.of("--app", "app", "--models", "models", "--engines",
			"engines",
			"--licence", "LICENSE.txt", "--third-parties", "THIRD-PARTIES.txt", "--site", "target/update-site"));
		final List<String> arguments = new ArrayList<>(List.of(command));
		options.forEach((option, path) -> arguments.addAll(List.of(option, folder.resolve(path).toString())));
		return arguments;
	}

	private static Outcome run(final List<String> arguments) {
		final StringWriter out = new StringWriter(), err = new StringWriter();
		final int status = Main.run(arguments.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
		return new Outcome(status, out.toString(), err.toString());
	}
}
