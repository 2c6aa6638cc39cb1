package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.TileSize;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

/** The assembled application in a real plain ImageJ, with windows, used as a person uses it. */
class PlainImageJIT {

	private static final int PATIENCE_SECONDS = 180;
	/** Lines of TensorFlow that no setting stops, and Java's about native access and preferences that are not there yet. */
	private static final Pattern NOISE = Pattern.compile("^(I0000|WARNING: |\\s*$)|TensorFlow's libraries|[pP]references");
	private static final Path SAMPLE = Path.of("src/sample/cells.png").toAbsolutePath();

	@TempDir
	static Path shared;

	private static PlayedImageJ imagej;

	@TempDir
	Path home;

	@BeforeAll
	static void install() throws IOException {
		imagej = new PlayedImageJ(shared, ImageJScenarios.class, ImageJTour.class, MovingCells.class);
		TestInputs.generative(imagej.folder().resolve("models/srgan-x4"));
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (imagej != null) imagej.close();
	}

	@Test
	void edsrFromTheMenuToTheReplayedLine() throws IOException {
		final List<Object> arguments = new ArrayList<>(List.of(SAMPLE));
		arguments.addAll(fields("edsr"));
		final List<String> lines = use(ImageJScenarios.class, "edsr", arguments);
		final String line = lines.stream().filter(each -> each.startsWith("RECORDED ")).findFirst().orElseThrow();
		assertTrue(line.startsWith("RECORDED run(\"EDSR Super-Resolution...\", \"model="), line);
		assertTrue(Files.size(PlayedImageJ.SCREENSHOTS.resolve("edsr-dialog.png")) > 0);
		assertTrue(Files.size(PlayedImageJ.SCREENSHOTS.resolve("edsr-result.png")) > 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dialog", "recording", "macros", "waiting", "ends" })
	void inUse(final String scenario) throws IOException {
		use(ImageJScenarios.class, scenario, List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "hyperstack", "measurement", "trust", "invented", "evaluation", "batch", "training", "waiting", "escape", "closing",
		"macros", "example" })
	void theTour(final String scenario) throws IOException {
		use(ImageJTour.class, scenario, List.of());
	}

	/** ImageJ's own way to run a macro without its window. */
	@Test
	void aMacroRunsInBatch() throws IOException, InterruptedException {
		final Path result = home.resolve("result.txt");
		batch("newImage('cells', '8-bit black', 8, 6, 1);\nrun('Test All...', 'count=9');\nselectWindow('cells (test)');\n" +
			"File.saveString('' + getPixel(0, 0), '" + result + "');\n");
		assertEquals("9", Files.readString(result).strip());
	}

	/** Macro, command line, SciJava and Java API, with the same settings. */
	@Test
	void thePixelsAreTheSameOnEveryWay() throws Exception {
		final Path input = home.resolve("planes.tif");
		final ImagePlus planes = IJ.createHyperStack("planes", 41, 37, 2, 3, 1, 16);
		for (int i = 1; i <= planes.getStackSize(); i++)
			planes.getStack().setProcessor(noise(i), i);
		ImageFiles.save(planes, input);
		final Path macro = home.resolve("macro.tif");
		batch("open('" + input + "');\nrun('EDSR Super-Resolution...', 'model=edsr-x2 slices=2-3 tile_size=30 " +
			"intensity=percentile');\nselectImage('planes.tif (EDSR x2)');\nsaveAs('Tiff', '" + macro + "');\n");
		final Path commandLine = home.resolve("command-line.tif");
		process(new ProcessBuilder(System.getProperty("superres.app") + "/superres", "edsr", "--input", input.toString(), "--output",
			commandLine.toString(), "--model", "edsr-x2", "--slices", "2-3", "--tile_size", "30", "--intensity", "percentile"));
		final Object[] expected = ImageFiles.open(macro).getStack().getImageArray();
		assertPixels(expected, ImageFiles.open(commandLine));
		assertPixels(expected, byCommand(ImageFiles.open(input)));
		assertPixels(expected, byUpscaler(ImagePlanes.of(planes, PlaneSelection.of(planes, "all", "2-3", "all"))));
	}

	private static ImageProcessor noise(final long seed) {
		final ShortProcessor noise = new ShortProcessor(41, 37);
		final Random random = new Random(seed);
		for (int i = 0; i < 41 * 37; i++)
			noise.set(i, 1000 + random.nextInt(3000));
		return noise;
	}

	private static void assertPixels(final Object[] expected, final ImagePlus result) {
		assertEquals(4, result.getStackSize());
		for (int i = 0; i < 4; i++)
			assertArrayEquals((short[]) expected[i], (short[]) result.getStack().getPixels(i + 1));
	}

	private static ImagePlus byCommand(final ImagePlus input) throws Exception {
		try (TestContext context = new TestContext()) {
			return (ImagePlus) context.context().service(ModuleService.class).run(info(context, "edsr"), true, "input", input, "model",
				"edsr-x2", "slices", "2-3", "tile_size", "30", "intensity", "percentile").get().getOutput("output");
		}
	}

	private static <T extends NumericType<T> & NativeType<T>> ImagePlus byUpscaler(final ImagePlanes<T> planes) throws IOException {
		final ImageStack stack = new ImageStack();
		Upscaler.of(ModelFolders.standard().open("edsr-x2", Engines.tensorflow())).options(UpscaleOptions.defaults().tileSize(TileSize
			.parse("30")).intensity(Intensity.parse("percentile"))).run(planes, planes.plane(0), (i, upscaled) -> stack.addSlice(
				Planes.processor(upscaled.image())));
		return new ImagePlus("by the upscaler", stack);
	}

	private void batch(final String text) throws IOException, InterruptedException {
		final Path macro = Files.writeString(home.resolve("macro.ijm"), text);
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Duser.home=" + home, "-jar", PlainImageJFolder.ij().toString(), "-ijpath", imagej.folder().toString(), "-batch", macro.toString());
		builder.environment().put("DISPLAY", imagej.display());
		builder.environment().put("SUPERRES_CACHE", shared.resolve("cache").toString());
		builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
		assertEquals(List.of(), process(builder).stream().filter(line -> !NOISE.matcher(line).find()).toList());
	}

	/** The lines that a process printed; it must end well. */
	private List<String> process(final ProcessBuilder builder) throws IOException, InterruptedException {
		final Path output = home.resolve("output.txt");
		final Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "hangs");
			assertEquals(0, process.exitValue(), Files.readString(output));
			return Files.readAllLines(output);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private List<String> use(final Class<?> player, final String scenario, final List<?> others) throws IOException {
		return imagej.play(imagej.jvm(home).environment("SUPERRES_CACHE", shared.resolve("cache")), player, scenario, others);
	}

	/** The inputs of a command that its dialog shows; the image is the current one. */
	private static List<String> fields(final String name) {
		try (TestContext context = new TestContext()) {
			return Items.inputs(info(context, name)).stream().filter(item -> !Items.isImage(item)).map(item -> item.getName()).toList();
		}
	}

	private static CommandInfo info(final TestContext context, final String name) {
		return context.context().service(CommandService.class).getCommands().stream().filter(each -> name.equals(each.getName()))
			.findFirst().orElseThrow();
	}
}
