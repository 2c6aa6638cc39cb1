package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;

/** Picture and card of a package. */
class PagesTest {

	private static final byte[] PICTURE = { 1, 2, 3 };

	@TempDir
	Path folder;

	private Path model;

	@BeforeEach
	void write() throws IOException {
		model = folder.resolve("model");
		ModelPackage.write(model, TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, 1), TestModels.card(),
			new FakeEngine());
	}

	private void describe(final String lines) throws IOException {
		Files.writeString(model.resolve("rdf.yaml"), lines + "\n", StandardOpenOption.APPEND);
	}

	private ModelEntry entry() throws IOException {
		return ModelPackage.entry(model, List.of());
	}

	@Test
	void thePictureIsThatOfTheDescription() throws IOException {
		Files.write(model.resolve("picture.png"), PICTURE);
		assertTrue(entry().cover().isEmpty());
		describe("covers: [picture.png, other.png]");
		assertArrayEquals(PICTURE, entry().cover().orElseThrow());
		final Path zip = folder.resolve("model.zip");
		Zips.pack(model, zip);
		model = zip;
		assertArrayEquals(PICTURE, entry().cover().orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(strings = { "covers: []", "covers: cover.png", "covers: [5]", "covers: [none.png]", "covers: [../secret.png]",
		"covers: ['https://example.org/cover.png']", "covers: {a: b}" })
	void whereThereIsNoPictureThereIsNone(final String lines) throws IOException {
		Files.write(folder.resolve("secret.png"), PICTURE);
		describe(lines);
		assertTrue(entry().cover().isEmpty());
		assertEquals("", entry().problem());
	}

	@Test
	void aPictureThatIsTooLargeIsNone() throws IOException {
		describe("covers: [cover.png]");
		Files.write(model.resolve("cover.png"), new byte[4 << 20]);
		assertEquals(4 << 20, entry().cover().orElseThrow().length);
		Files.write(model.resolve("cover.png"), new byte[(4 << 20) + 1]);
		assertTrue(entry().cover().isEmpty());
	}

	@Test
	void theCardOfABrokenPackageCanBeRead() throws IOException {
		Files.writeString(model.resolve("rdf.yaml"), "[");
		assertTrue(entry().readCard().startsWith("# EDSR x2: test\n"));
		Files.delete(model.resolve("README.md"));
		assertTrue(assertThrows(ModelException.class, () -> entry().readCard()).getMessage().contains("has no file README.md"));
	}
}
