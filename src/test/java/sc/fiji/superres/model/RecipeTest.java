package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;

/** Recipes and other attachments of packages, in folders and zips. */
class RecipeTest {

	private static final Recipe RECIPE = Recipe.EMPTY.then(Map.of("steps", 5, "learning_rate", 1e-4, "start", "a: \"b\"")).then(Map.of(
		"scale", 3, "flag", true));

	@TempDir
	Path folder;

	private Path write(final String name, final Map<String, byte[]> files) throws IOException {
		final Path target = folder.resolve(name);
		ModelPackage.write(target, TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, 1), TestModels.card(), new Attachments(
			files), new FakeEngine());
		return target;
	}

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "model", "model.zip" })
	void isReadAsWritten(final String name) throws IOException {
		assertEquals(RECIPE, Recipe.of(write(name, Map.of(Recipe.FILE, bytes(RECIPE.yaml())))).orElseThrow());
	}

	@Test
	void aPackageMayHaveNone() throws IOException {
		assertEquals(Optional.empty(), Recipe.of(write("model", Map.of())));
		assertEquals(Optional.empty(), Attachments.read(folder.resolve("model"), Attachments.COVER));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "trainings: []", "trainings: 5", "trainings: [5]", "steps: 5", "trainings: {a", "\u0000" })
	void aDamagedOneIsSaid(final String text) throws IOException {
		final Path model = write("model", Map.of(Recipe.FILE, bytes(text)));
		final String message = assertThrows(ModelException.class, () -> Recipe.of(model)).getMessage();
		assertTrue(message.contains("recipe.yaml") && message.contains(model.toString()), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "model", "model.zip" })
	void attachmentsAreKeptAndNamed(final String name) throws IOException {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		files.put(Attachments.CURVE_PICTURE, bytes("<svg/>"));
		files.put(Attachments.COVER, new byte[] { 1, 2, 3 });
		final Path model = write(name, files);
		assertArrayEquals(new byte[] { 1, 2, 3 }, Attachments.read(model, Attachments.COVER).orElseThrow());
		try (PackageFiles read = PackageFiles.open(model)) {
			final Fields rdf = Fields.read(read);
			assertEquals(List.of(Attachments.COVER), rdf.list("covers"));
			assertEquals(List.of(Attachments.CURVE_PICTURE), rdf.fields("attachments").list("files"));
			final String page = Files.readString(read.file("README.md"));
			assertTrue(page.contains("](cover.png)") && page.contains("](curve.svg)") && !page.contains("--recipe"), page);
		}
	}

	@Test
	void whatIsTooLargeOrNoPackageIsNotRead() throws IOException {
		final Path model = write("model", Map.of(Attachments.COVER, new byte[(1 << 24) + 1]));
		assertEquals(Optional.empty(), Attachments.read(model, Attachments.COVER));
		assertEquals(Optional.empty(), Attachments.read(folder.resolve("none"), Attachments.COVER));
	}
}
