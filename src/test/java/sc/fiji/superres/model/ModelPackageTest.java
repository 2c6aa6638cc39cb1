package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** Whole packages: what is written is read, from a folder as from a zip file. */
class ModelPackageTest {

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();
	private final Weights weights = TestModels.weights(TestModels.NETWORK, 1);

	/** Breaks off where the weights are to be written. */
	private static final class FailingEngine extends FakeEngine {

		private final Exception failure;
		private Path place;

		FailingEngine(final Exception failure) {
			this.failure = failure;
		}

		@Override
		public void writeSavedModel(final Network network, final Weights weights, final Path savedModel) throws IOException {
			place = savedModel;
			Files.writeString(savedModel.resolve("saved_model.pb"), "half");
			if (failure instanceof IOException io) throw io;
			throw (RuntimeException) failure;
		}
	}

	private Model write(final String file) throws IOException {
		return ModelPackage.write(folder.resolve(file), TestModels.NETWORK, weights, TestModels.card(), engine);
	}

	@ParameterizedTest
	@ValueSource(strings = { "my.model-1", "my.model-1.zip" })
	void writtenPackageIsReadBack(final String file) throws IOException {
		final Model written = write(file);
		final Model read = ModelPackage.read(folder.resolve(file), engine);
		for (final Model model : List.of(written, read)) {
			assertEquals("my.model-1", model.name());
			assertEquals(folder.resolve(file), model.path());
			assertEquals(TestModels.NETWORK, model.network());
			assertEquals(TestModels.card(), model.card());
			assertEquals(weights.hash().substring(0, 12), model.hash());
		}
		for (final Weight weight : weights.list())
			assertArrayEquals(weights.get(weight.name()), read.weights().get(weight.name()));
		assertEquals(0, read.test(engine));
		assertEquals(0, engine.open());
		assertEquals(List.of(file), names());
	}

	@Test
	void zipOfTheFolderItselfIsRead() throws IOException {
		Files.createDirectories(folder.resolve("outer/__MACOSX"));
		Files.writeString(folder.resolve("outer/__MACOSX/x"), "x");
		write("outer/model");
		Zips.pack(folder.resolve("outer"), folder.resolve("model.zip"));
		assertEquals(TestModels.card(), ModelPackage.read(folder.resolve("model.zip"), engine).card());
	}

	@Test
	void sameModelGivesSameBytes() throws IOException {
		write("a.zip");
		write("b.zip");
		assertEquals(-1, Files.mismatch(folder.resolve("a.zip"), folder.resolve("b.zip")));
	}

	@Test
	void packageIsReplaced() throws IOException {
		write("a");
		Files.writeString(folder.resolve("a/old"), "old");
		ModelPackage.write(folder.resolve("a"), TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, 2), TestModels.card(),
			engine);
		assertFalse(Files.exists(folder.resolve("a/old")));
		assertEquals(List.of("a"), names());
	}

	@Test
	void differenceToTheTestOutputIsMeasured() throws IOException {
		final Model model = write("a");
		final Path file = folder.resolve("a/test_output.npy");
		final Npy output = Npy.read(file);
		output.values()[100] += 3;
		output.write(file);
		assertEquals(3, model.test(engine), 1e-4);
		new Npy(List.of(1, 2, 2, 3), new float[12]).write(file);
		final ModelException e = assertThrows(ModelException.class, () -> model.test(engine));
		assertTrue(e.getMessage().contains("the test output has the shape [1, 2, 2, 3]"), e.getMessage());
		new Npy(List.of(4, 3), new float[12]).write(folder.resolve("a/test_input.npy"));
		assertTrue(assertThrows(ModelException.class, () -> model.test(engine)).getMessage().contains("shape [4, 3]"));
	}

	/** The fields that the format 0.4.10 asks for, as other software reads them. */
	@Test
	void descriptionFollowsTheFormat() throws IOException {
		final Network network = new Edsr(3, 2, 4, 0.5).network();
		ModelPackage.write(folder.resolve("a"), network, TestModels.weights(network, 1), TestModels.card(), engine);
		final Map<String, Object> rdf = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(folder.resolve(
			"a/rdf.yaml")));
		assertEquals("0.4.10", rdf.get("format_version"));
		assertEquals("model", rdf.get("type"));
		assertEquals("EDSR x2: test", rdf.get("name"));
		assertEquals("2026-01-31T12:34:56Z", rdf.get("timestamp"));
		assertEquals(List.of(Map.of("name", "A. Author"), Map.of("name", "B. Author")), rdf.get("authors"));
		assertEquals("10.1109/CVPRW.2017.151", ((Map<?, ?>) ((List<?>) rdf.get("cite")).get(0)).get("doi"));
		assertEquals("CC-BY-4.0", rdf.get("license"));
		assertEquals("README.md", rdf.get("documentation"));
		assertTrue(((List<?>) rdf.get("tags")).containsAll(List.of("super-resolution", "edsr", "x3")));

		final int radius = network.radius();
		final Map<?, ?> input = (Map<?, ?>) ((List<?>) rdf.get("inputs")).get(0);
		final Map<?, ?> output = (Map<?, ?>) ((List<?>) rdf.get("outputs")).get(0);
		assertEquals(List.of("byxc", "float32", "input"), List.of(input.get("axes"), input.get("data_type"), input.get("name")));
		assertEquals(List.of("byxc", "float32", "output"), List.of(output.get("axes"), output.get("data_type"), output.get(
			"name")));
		final int smallest = 2 * radius + 1;
		assertEquals(Map.of("min", List.of(1, smallest, smallest, 3), "step", List.of(0, 1, 1, 0)), input.get("shape"));
		final Map<?, ?> shape = Map.of("reference_tensor", "input", "scale", List.of(1.0, 3.0, 3.0, 1.0), "offset", List.of(0, 0, 0,
			0));
		assertEquals(shape, output.get("shape"));
		assertEquals(List.of(0, 3 * radius, 3 * radius, 0), output.get("halo"));

		assertEquals(List.of("test_input.npy"), rdf.get("test_inputs"));
		assertEquals(List.of("test_output.npy"), rdf.get("test_outputs"));
		assertEquals(Map.of("tensorflow_saved_model_bundle", Map.of("source", "saved_model.zip", "sha256", Checksum.sha256(folder
			.resolve("a/saved_model.zip")), "tensorflow_version", "2.18.0")), rdf.get("weights"));

		final Map<?, ?> ours = (Map<?, ?>) ((Map<?, ?>) rdf.get("config")).get("super_resolution");
		assertEquals(List.of("edsr", 3, 2, 4, 0.5, "rgb"), List.of(ours.get("architecture"), ours.get("scale"), ours.get("blocks"),
			ours.get("filters"), ours.get("residual_scaling"), ours.get("channels")));
		assertEquals(ModelPackage.read(folder.resolve("a"), engine).weights().hash(), ours.get("weights_hash"));
		assertEquals("noise | 3 images", ours.get("trained_on"));
		assertEquals(TestModels.card().training(), ours.get("training"));
	}

	@Test
	void testInputIsLargerThanTheDescriptionAsksFor() throws IOException {
		write("a");
		final Npy input = Npy.read(folder.resolve("a/test_input.npy"));
		final int smallest = 2 * TestModels.NETWORK.radius() + 1;
		assertTrue(input.shape().get(1) >= smallest && input.shape().get(2) >= smallest);
		for (final float value : input.values())
			assertTrue(value >= 0 && value <= 255);
	}

	@Test
	void readmeShowsTheCard() throws IOException {
		write("a");
		final String readme = Files.readString(folder.resolve("a/README.md"));
		for (final String part : List.of("# EDSR x2: test", "Enlarges images 2 times.", "noise | 3 images", "| steps | 60000 |",
			"## Validation", "CC-BY-4.0", "A. Author, B. Author", "https://doi.org/10.1109/CVPRW.2017.151", weights.hash()))
			assertTrue(readme.contains(part), part);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a.zip" })
	void scoresAreReadBack(final String file) throws IOException {
		ModelPackage.write(folder.resolve(file), TestModels.NETWORK, weights, TestModels.scoredCard(), engine);
		final ModelCard card = ModelPackage.read(folder.resolve(file), engine).card();
		assertEquals(TestModels.scoredCard(), card);
		assertEquals(List.of("Set5", "my set | 2"), List.copyOf(card.scores().keySet()));
	}

	@Test
	void scoresStandInDescriptionAndReadme() throws IOException {
		ModelPackage.write(folder.resolve("a"), TestModels.NETWORK, weights, TestModels.scoredCard(), engine);
		final Map<String, Map<String, Map<String, Object>>> rdf = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files
			.readString(folder.resolve("a/rdf.yaml")));
		final Map<String, Object> ours = rdf.get("config").get("super_resolution");
		assertEquals(Map.of("Set5", Map.of("psnr", 37.678, "ssim", 0.9596, "sharpness", 0.93), "my set | 2", Map.of("psnr", 30.0, "ssim", 1.0)), ours
			.get("scores"));
		assertEquals(Map.of("Set5", Map.of("psnr", 33.662, "ssim", 0.9299)), ours.get("bicubic_scores"));
		final String readme = Files.readString(folder.resolve("a/README.md"));
		for (final String part : List.of("\n## Scores\n\n", " on luma (Y), 2 pixels left out at each side, LR images made by " +
			"MATLAB's bicubic.\n\n| data set | PSNR | SSIM | sharpness | PSNR of bicubic interpolation | its SSIM | its sharpness |\n",
			"\n| Set5 | 37.678 | 0.9596 | 0.93 | 33.662 | 0.9299 |  |\n", "\n| my set \\| 2 | 30.000 | 1.0000 |  | | | |\n"))
			assertTrue(readme.contains(part), readme);
	}

	@Test
	void aCardWithoutScoresSaysNothingOfThem() throws IOException {
		write("a");
		for (final String name : List.of("rdf.yaml", "README.md"))
			assertFalse(Files.readString(folder.resolve("a").resolve(name)).toLowerCase(Locale.ROOT).contains("scores"));
		assertEquals(Map.of(), ModelPackage.read(folder.resolve("a"), engine).card().scores());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a.zip" })
	void interruptedWriteLeavesNothing(final String file) {
		for (final Exception failure : List.of(new IOException("the disk is full."), new IllegalStateException("broken"))) {
			final FailingEngine failing = new FailingEngine(failure);
			assertThrows(failure.getClass(), () -> ModelPackage.write(folder.resolve(file), TestModels.NETWORK, weights, TestModels
				.card(), failing));
			assertEquals(List.of(), names());
			assertFalse(Files.exists(failing.place));
		}
	}

	@Test
	void interruptedWriteKeepsTheOldPackage() throws IOException {
		final Model old = write("a");
		final FailingEngine failing = new FailingEngine(new IOException("no"));
		final Weights others = TestModels.weights(TestModels.NETWORK, 2);
		assertThrows(IOException.class, () -> ModelPackage.write(old.path(), TestModels.NETWORK, others, TestModels.card(), failing));
		assertEquals(old.hash(), ModelPackage.read(old.path(), engine).hash());
		assertEquals(List.of("a"), names());
	}

	@Test
	void onlyPackagesAreReplaced() throws IOException {
		Files.createDirectories(folder.resolve("images/a"));
		Files.writeString(folder.resolve("notes.zip"), "text");
		for (final String file : List.of("images", "notes.zip"))
			assertTrue(assertThrows(ModelException.class, () -> write(file)).getMessage().contains("is not replaced"));
		write("a");
		final ModelException e = assertThrows(ModelException.class, () -> ModelPackage.checkWritable(folder.resolve("a"), false));
		assertTrue(e.getMessage().contains("already"), e.getMessage());
		ModelPackage.checkWritable(folder.resolve("a"), true);
		ModelPackage.checkWritable(folder.resolve("b"), false);
		assertThrows(ModelException.class, () -> ModelPackage.checkWritable(folder.resolve("none/b"), false));
	}

	@Test
	void weightsOfAnotherNetworkAreNotWritten() {
		final Network other = new Edsr(2, 2, 4, 1).network();
		assertThrows(IllegalArgumentException.class, () -> ModelPackage.write(folder.resolve("a"), other, weights, TestModels
			.card(), engine));
		assertEquals(List.of(), names());
	}

	private List<String> names() {
		try (Stream<Path> files = Files.list(folder)) {
			return Arrays.asList(files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}
}
