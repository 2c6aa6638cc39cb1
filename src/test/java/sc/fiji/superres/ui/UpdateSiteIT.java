package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.Requirements.require;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.Links;
import sc.fiji.superres.imagej.ImageFiles;

/**
 * From nothing to a result: the update site of the assembled application,
	over HTTP into an empty ImageJ folder by a reader that
 * shares no code with what writes the site, and a macro there.
 */
class UpdateSiteIT {

	private static final int PATIENCE_SECONDS = 300;
	private static final Path MODELS = Path.of("models");

	@TempDir
	static Path shared;

	private static Path published;
	private static SiteServer server;

	@TempDir
	Path folder;

	@BeforeAll
	static void publish() throws IOException, InterruptedException {
		require(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path,
			"python3"))), "Needs python3.");
		published = shared.resolve("site");
		write(PlainImageJFolder.app(), MODELS, published, "none");
		server = new SiteServer(published);
	}

	@AfterAll
	static void stop() {
		if (server != null) server.close();
	}

	@Test
	void theReaderFindsNoFaultInTheSite() throws IOException, InterruptedException {
		read("verify", server.address());
	}

	@Test
	void theReaderPassesItsOwnTests() throws IOException, InterruptedException {
		run(new ProcessBuilder("python3", "-B", "update-site/test_read_site.py"));
	}

	@Test
	void theGateLetsTheSitePass() throws IOException, InterruptedException {
		tool("gate", "--site", published.toString(), "--models", MODELS.toString());
	}

	@Test
	void thePluginHoldsNothingThatOnlyThoseWhoPublishNeed() throws IOException {
		try (Stream<Path> plugins = Files.list(PlainImageJFolder.app().resolve("plugins"));
				JarFile jar = new JarFile(plugins.findFirst().orElseThrow().toFile()))
		{
			assertEquals(List.of(), jar.stream().map(JarEntry::getName).filter(name -> name.startsWith("sc/fiji/superres/site/"))
				.toList());
		}
	}

	@Test
	void aMacroRunsInAnEmptyImageJWithTheSite() throws IOException, InterruptedException {
		final Path imagej = Files.createDirectory(folder.resolve("ImageJ")), result = folder.resolve("result.tif");
		read("install", server.address(), imagej.toString());
		PlainImageJFolder.addHost(imagej);
		final Path macro = Files.writeString(folder.resolve("macro.ijm"), "newImage('cells', '8-bit ramp', 32, 24, 1);\n" +
			"run('EDSR Super-Resolution...', 'model=edsr-x2');\nselectImage('cells (EDSR x2)');\nsaveAs('Tiff', '" + result +
			"');\n");
		try (VirtualDisplay display = VirtualDisplay.start()) {
			final ProcessBuilder builder = new ProcessBuilder(java(), "-Duser.home=" + folder, "-jar",
				PlainImageJFolder.ij().toString(),
				"-ijpath", imagej.toString(), "-batch", macro.toString());
			builder.environment().put("DISPLAY", display.name());
			builder.environment().keySet().removeIf(name -> name.startsWith("SUPERRES_"));
			run(builder);
		}
		final ImagePlus image = ImageFiles.open(result);
		assertEquals(64, image.getWidth());
		assertEquals(48, image.getHeight());
		assertTrue(image.getProcessor().getStats().stdDev > 10, "The ramp is still one.");
	}

	/** All kinds of change: the plugin's version, a library's, a macro and a model that no longer come along. */
	@Test
	void anUpdateLeavesNothingOfTheVersionBeforeButWhatUsersMade() throws IOException, InterruptedException {
		final Path client = Files.createDirectory(folder.resolve("client"));
		read("install", server.address(), client.toString());
		final Set<String> before = files(client);
		final Set<String> own = Set.of("models/mine/rdf.yaml", "lib/linux64/super-resolution/.natives/x/libx.so");
		for (final String path : own) {
			Files.createDirectories(client.resolve(path).getParent());
			Files.writeString(client.resolve(path), "mine");
		}

		final Path models = folder.resolve("models"), app = folder.resolve("app");
		Links.copyTree(MODELS, models);
		Links.copyTree(PlainImageJFolder.app(), app);
		deleteFolder(models.resolve("srgan-x4"));
		deleteFolder(app.resolve("models/srgan-x4"));
		Files.delete(app.resolve("macros/super-resolution/batch-folder.ijm"));
		rename(app.resolve("plugins"), "Super_Resolution-.*", "Super_Resolution-9.9.9.jar");
		rename(app.resolve("lib/super-resolution"), "javacpp-.*", "javacpp-9.9.9.jar");
		final Path delta = folder.resolve("delta");
		write(app, models, delta, server.address());

		assertEquals(Set.of("db.xml.gz", "lib/super-resolution/javacpp-9.9.9.jar", "plugins/Super_Resolution-9.9.9.jar"),
			files(delta)
			.stream().map(name -> name.replaceFirst("-\\d{14}$", "")).collect(Collectors.toSet()));
		final Path next = folder.resolve("next");
		Links.copyTree(published, next);
		Files.delete(next.resolve("db.xml.gz"));
		Links.copyTree(delta, next);
		try (SiteServer updated = new SiteServer(next)) {
			read("verify", updated.address());
			read("install", updated.address(), client.toString());
		}

		final Set<String> expected = new TreeSet<>(own);
		for (final String path : before)
			if (!path.startsWith("models/srgan-x4/") && !path.endsWith("batch-folder.ijm")) expected.add(path.replaceFirst(
				"(Super_Resolution|javacpp)-[^/]*jar", "$1-9.9.9.jar"));
		assertEquals(expected, files(client));
	}

	private static void write(final Path app, final Path models, final Path site, final String against) throws IOException,
		InterruptedException
	{
		tool("write", "--app", app.toString(), "--models", models.toString(), "--licence", "LICENSE.txt", "--third-parties",
			"update-site/THIRD-PARTIES.txt", "--published", against, "--site", site.toString());
	}

	/** What those who publish run. */
	private static void tool(final String... arguments) throws IOException, InterruptedException {
		final Path picocli;
		try (Stream<Path> host = Files.list(PlainImageJFolder.app().resolve("host"))) {
			picocli = host.filter(file -> file.getFileName().toString().startsWith("picocli-")).findFirst().orElseThrow();
		}
		final List<String> command = new ArrayList<>(List.of(java(), "-cp", Path.of("target/classes") + File.pathSeparator +
			picocli,
			"sc.fiji.superres.site.Main"));
		command.addAll(List.of(arguments));
		run(new ProcessBuilder(command));
	}

	private static void read(final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of("python3", "update-site/read-site.py"));
		command.addAll(List.of(arguments));
		run(new ProcessBuilder(command));
	}

	private static void run(final ProcessBuilder builder) throws IOException, InterruptedException {
		final Path output = Files.createTempFile(shared, "output", ".txt");
		final Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "hangs: " + builder.command());
			assertEquals(0, process.exitValue(), builder.command() + "\n" + Files.readString(output));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static Set<String> files(final Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\',
				'/')).collect(Collectors
				.toCollection(TreeSet::new));
		}
	}

	private static void rename(final Path parent, final String pattern, final String name) throws IOException {
		for (final String file : files(parent))
			if (file.matches(pattern)) Files.move(parent.resolve(file), parent.resolve(name));
	}

	private static void deleteFolder(final Path root) throws IOException {
		for (final String file : files(root))
			Files.delete(root.resolve(file));
		Files.delete(root);
	}
}
