package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Paper;
import sc.fiji.superres.network.Weights;

/** The window of the models in a real plain ImageJ. */
class ModelsWindowIT {

	private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
	private static final int MANY = 60;

	@TempDir
	static Path shared;

	private static VirtualDisplay display;
	private static Path imagej;
	private static Path driver;

	@TempDir
	Path home;

	private Path models;

	@BeforeAll
	static void install() throws IOException {
		display = VirtualDisplay.start();
		imagej = PlainImageJFolder.install(shared.resolve("ImageJ")).folder();
		driver = shared.resolve("driver");
		PlainImageJFolder.classes(ModelsScenarios.class, driver);
		PlainImageJFolder.classes(ImageJUser.class, driver);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (display != null) display.close();
	}

	@BeforeEach
	void makeFolder() throws IOException {
		models = Files.createDirectory(home.resolve("models"));
	}

	private void play(final Path folder, final String scenario, final Object... others) throws IOException {
		final List<Object> arguments = new ArrayList<>(List.of(folder, SCREENSHOTS, scenario, models));
		arguments.addAll(List.of(others));
		final ForkedJvm.Start jvm = ForkedJvm.with(List.of(PlainImageJFolder.ij(), driver)).display(display.name());
		jvm.property("user.home", home).property("java.io.tmpdir", home);
		jvm.environment("SUPERRES_CACHE", shared.resolve("cache")).environment("SUPERRES_MODELS", models);
		final List<String> lines = jvm.run(ModelsScenarios.class, arguments.toArray()).lines();
		assertTrue(lines.contains("FINE " + scenario), lines.toString());
	}

	private Path write(final String name, final String licence, final String trainedOn) throws IOException {
		final Path path = models.resolve(name);
		final String purpose = "Enlarges images 2 times, and undoes the point spread function of a widefield microscope and the " +
			"noise of its camera.";
		final Map<String, Object> facts = Map.of("psnr_validation", 32.5, "psnr_validation_bicubic", 31.25, "notes",
			"Set5 30.1 dB");
		final ModelCard card = new ModelCard("Test", purpose, List.of("Tester"), Instant.EPOCH, licence, trainedOn, facts,
			List.of(new Paper("A. Author: On pixels. 2017", "10.1109/CVPRW.2017.151")));
		final Weights weights = TestNetworks.randomWeights(TestInputs.TINY, 1);
		ModelPackage.write(path, TestInputs.TINY, weights, card, new FakeEngine());
		return path;
	}

	private static void cover(final Path path, final byte[] bytes) throws IOException {
		Files.write(path.resolve("cover.png"), bytes);
		Files.writeString(path.resolve("rdf.yaml"), "covers: [cover.png]\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
	}

	/** The sample, coarse at the left and as it is at the right. */
	private byte[] picture() throws IOException {
		final BufferedImage sample = ImageIO.read(Path.of("src/sample/cells.png").toFile());
		final int side = Math.min(300, Math.min(sample.getWidth(), sample.getHeight()));
		final BufferedImage small = new BufferedImage(side / 6, side / 6, BufferedImage.TYPE_INT_RGB);
		small.createGraphics().drawImage(sample, 0, 0, side / 6, side / 6, 0, 0, side, side, null);
		final BufferedImage both = new BufferedImage(2 * side + 4, side, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = both.createGraphics();
		graphics.setBackground(Color.WHITE);
		graphics.clearRect(0, 0, both.getWidth(), side);
		graphics.drawImage(small, 0, 0, side, side, null);
		graphics.drawImage(sample, side + 4, 0, 2 * side + 4, side, 0, 0, side, side, null);
		final Path file = home.resolve("cover.png");
		ImageIO.write(both, "png", file.toFile());
		return Files.readAllBytes(file);
	}

	@Test
	void picturesAndLongTexts() throws IOException {
		final byte[] picture = picture();
		cover(write("pictured-x2", "CC-BY-4.0", "twelve images of HeLa cells"), picture);
		cover(write("damaged-picture-x2", "CC-BY-4.0", "twelve images"), Arrays.copyOf(picture, picture.length / 2));
		write("no-picture-x2", "CC0-1.0", "nothing");
		Files.delete(write("broken", "CC0-1.0", "nothing").resolve("saved_model.zip"));
		final String licence = "Non-commercial research alone, as the images on which it was trained; ".repeat(12);
		final String images = "BSDS500 train and test (400 photographs, JPEG), Kodak (23, PNG) and T91 (89, BMP), and ";
		write("long-x2", licence, images.repeat(9));
		for (int i = 0; i < MANY; i++)
			write("one-of-many-models-with-a-name-that-is-long-" + i + "-x2", "CC0-1.0", "nothing");
		play(imagej, "look");
	}

	@Test
	void aTestAndItsLine() throws IOException {
		play(imagej, "test");
	}

	@Test
	void addedReplacedAndDeleted() throws IOException {
		final Path zip = TestInputs.model(home.resolve("mine-x2.zip")).path();
		final Path foreign = write("foreign", "CC0-1.0", "nothing");
		Files.writeString(foreign.resolve("rdf.yaml"), Files.readString(foreign.resolve("rdf.yaml")).replace("super_resolution:",
			"stardist:"));
		final Path elsewhere = Files.move(foreign, home.resolve("foreign"));
		play(imagej, "change", zip, elsewhere);
	}

	@Test
	void manyTestsThatAreStopped() throws IOException {
		final Path first = TestInputs.model(models.resolve("many-10")).path();
		for (int i = 11; i < 10 + MANY; i++)
			try (var files = Files.list(first)) {
				final Path copy = Files.createDirectory(models.resolve("many-" + i));
				for (final Path file : files.toList())
					Files.createLink(copy.resolve(file.getFileName()), file);
			}
		play(imagej, "stop");
	}

	@Test
	void noModelAtAll() throws IOException {
		final Path empty = PlainImageJFolder.install(home.resolve("ImageJ")).folder();
		WholeFile.delete(empty.resolve("models"));
		play(empty, "none");
	}
}
