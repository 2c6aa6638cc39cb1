package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

import sc.fiji.superres.ForkedJvm;

/** The assembled application in a real plain ImageJ, with windows, used as a person uses it. */
class PlainImageJIT {

	private static final int PATIENCE_SECONDS = 180;
	private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
	private static final Path SAMPLE = Path.of("src/sample/cells.png").toAbsolutePath();

	@TempDir
	static Path shared;

	private static VirtualDisplay display;
	private static Path imagej;
	private static Path driver;

	@TempDir
	Path home;

	@BeforeAll
	static void install() throws IOException {
		display = VirtualDisplay.start();
		imagej = PlainImageJFolder.install(shared.resolve("ImageJ")).folder();
		driver = shared.resolve("driver");
		PlainImageJFolder.classes(ImageJScenarios.class, driver);
		PlainImageJFolder.classes(ImageJTour.class, driver);
		PlainImageJFolder.classes(ImageJUser.class, driver);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (display != null) display.close();
	}

	@Test
	void edsrFromTheMenuToTheReplayedLine() throws IOException {
		final List<Object> arguments = new ArrayList<>(List.of("edsr", SAMPLE));
		arguments.addAll(fields("edsr"));
		final List<String> lines = use(ImageJScenarios.class, arguments.toArray());
		final String line = lines.stream().filter(each -> each.startsWith("RECORDED ")).findFirst().orElseThrow();
		assertTrue(line.startsWith("RECORDED run(\"EDSR Super-Resolution...\", \"model="), line);
		assertTrue(Files.size(SCREENSHOTS.resolve("edsr-dialog.png")) > 0);
		assertTrue(Files.size(SCREENSHOTS.resolve("edsr-result.png")) > 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dialog", "recording", "macros", "waiting", "ends" })
	void inUse(final String scenario) throws IOException {
		use(ImageJScenarios.class, scenario);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hyperstack", "measurement", "macros" })
	void theTour(final String scenario) throws IOException {
		use(ImageJTour.class, scenario);
	}

	/** ImageJ's own way to run a macro without its window. */
	@Test
	void aMacroRunsInBatch() throws IOException, InterruptedException {
		final Path result = home.resolve("result.txt");
		final Path macro = Files.writeString(home.resolve("macro.ijm"), "newImage('cells', '8-bit black', 8, 6, 1);\n" +
			"run('Test All...', 'count=9');\nselectWindow('cells (test)');\nFile.saveString('' + getPixel(0, 0), '" + result + "');\n");
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Duser.home=" + home, "-jar", PlainImageJFolder.ij().toString(), "-ijpath", imagej.toString(), "-batch", macro.toString());
		builder.environment().put("DISPLAY", display.name());
		final Path output = home.resolve("output.txt");
		final Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "hangs");
			assertEquals("", Files.readString(output));
			assertEquals("9", Files.readString(result).strip());
		}
		finally {
			process.destroyForcibly();
		}
	}

	/** The lines that were printed; they tell of nothing that went wrong. */
	private List<String> use(final Class<?> main, final Object... arguments) throws IOException {
		final List<Object> all = new ArrayList<>(List.of(imagej, SCREENSHOTS));
		all.addAll(List.of(arguments));
		final List<String> lines = ForkedJvm.with(List.of(PlainImageJFolder.ij(), driver)).display(display.name()).property("user.home",
			home).environment("SUPERRES_CACHE", shared.resolve("cache")).run(main, all.toArray()).lines();
		assertTrue(lines.contains("FINE " + arguments[0]), lines.toString());
		return lines;
	}

	/** The inputs of a command that its dialog shows; the image is the current one. */
	private static List<String> fields(final String name) {
		try (TestContext context = new TestContext()) {
			final CommandInfo info = context.context().service(CommandService.class).getCommands().stream().filter(each -> name.equals(each
				.getName())).findFirst().orElseThrow();
			return Items.inputs(info).stream().filter(item -> !Items.isImage(item)).map(item -> item.getName()).toList();
		}
	}
}
