package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.Mount;

/** The card of a package is written anew, and nothing else. */
class CardChangeTest {

	private static final ModelCard SCORED = TestModels.scoredCard();

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();
	private Path model;

	/** A package with files and fields that this software does not know, perhaps as a folder that others link to. */
	@BeforeEach
	void write() throws IOException {
		model = folder.resolve("model");
		ModelPackage.write(model, TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, 1), TestModels.card(), engine);
		Files.write(Files.createDirectories(model.resolve("more/inside")).resolve("curve.bin"), new byte[] { 0, -1, 13, 10 });
		final Path rdf = model.resolve("rdf.yaml");
		Files.writeString(rdf, Files.readString(rdf).replace("documentation: README.md\n", "documentation: README.md\n" +
			"covers: [cover.png]\nattachments:\n  files: [recipe.yaml]\ncomplete: null\nversion: 2026-02-01\n").replace("- {name: A. " +
				"Author}", "- {name: A. Author, affiliation: Größe 5}"));
	}

	private String zip() throws IOException {
		Zips.pack(model, folder.resolve("model.zip"));
		return "model.zip";
	}

	/** The files of a package by their names. */
	private static Map<String, byte[]> files(final Path path) throws IOException {
		if (Files.isDirectory(path)) return filesBelow(path);
		try (FileSystem zip = FileSystems.newFileSystem(path)) {
			return filesBelow(zip.getPath("/"));
		}
	}

	private static Map<String, byte[]> filesBelow(final Path root) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> walk = Files.walk(root)) {
			for (final Path file : walk.filter(Files::isRegularFile).toList())
				files.put(root.relativize(file).toString(), Files.readAllBytes(file));
		}
		return files;
	}

	/** Asserts that only the two files of the card have changed. */
	private static void assertOnlyTheCardChanged(final Map<String, byte[]> before, final Map<String, byte[]> after) {
		assertEquals(before.keySet(), after.keySet());
		before.forEach((name, bytes) -> {
			if (name.endsWith("rdf.yaml") || name.endsWith("README.md")) assertFalse(Arrays.equals(bytes, after.get(name)));
			else assertArrayEquals(bytes, after.get(name), name);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "folder", "zip" })
	void onlyTheCardChanges(final String kind) throws IOException {
		final Path path = kind.equals("zip") ? folder.resolve(zip()) : model;
		final Map<String, byte[]> before = files(path);
		final List<String> names = names();
		ModelPackage.writeCard(path, SCORED);
		assertOnlyTheCardChanged(before, files(path));
		assertEquals(names, names());
		assertEquals(SCORED, ModelPackage.read(path, engine).card());
		assertEquals(0, ModelPackage.read(path, engine).test(engine));
	}

	/** What is said of scores comes to the end; every other line stays, of fields that are not known, too. */
	@Test
	void theDescriptionKeepsWhatTheCardDoesNotHold() throws IOException {
		final Path rdf = model.resolve("rdf.yaml");
		ModelPackage.writeCard(model, TestModels.card()); // flow and quotes are now those of our writer
		final String before = Files.readString(rdf);
		for (final String part : List.of("covers: [cover.png]", "attachments:\n  files: [recipe.yaml]", "complete: null", "version: 2026",
			"- {name: A. Author, affiliation: Größe 5}"))
			assertTrue(before.contains(part), before);
		ModelPackage.writeCard(model, SCORED);
		final String after = Files.readString(rdf);
		assertTrue(after.startsWith(before), after);
		assertTrue(after.substring(before.length()).startsWith("    scores:\n      Set5: {psnr: 37.678, ssim: 0.9596, sharpness: 0.93}\n"), after);
		ModelPackage.writeCard(model, TestModels.card());
		assertEquals(before, Files.readString(rdf));
	}

	@Test
	void everythingOnTheCardCanChange() throws IOException {
		final ModelCard other = new ModelCard("Another", "For other tests.", List.of("C. Author"), Instant.EPOCH, "CC0-1.0", "cats", Map
			.of("steps", 5), List.of());
		ModelPackage.writeCard(model, other);
		assertEquals(other, ModelPackage.read(model, engine).card());
		final String readme = Files.readString(model.resolve("README.md"));
		ModelPackage.write(folder.resolve("fresh"), TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, 1), other, engine);
		assertEquals(Files.readString(folder.resolve("fresh/README.md")), readme);
	}

	/** Where somebody zipped the folder and not its files. */
	@Test
	void aFolderInAZipStaysOne() throws IOException {
		final Path outer = Files.createDirectory(folder.resolve("outer"));
		Files.move(model, outer.resolve("model"));
		Zips.pack(outer, folder.resolve("model.zip"));
		final Map<String, byte[]> before = files(folder.resolve("model.zip"));
		ModelPackage.writeCard(folder.resolve("model.zip"), SCORED);
		assertOnlyTheCardChanged(before, files(folder.resolve("model.zip")));
		assertEquals(SCORED, ModelPackage.read(folder.resolve("model.zip"), engine).card());
	}

	@Test
	void aLinkStaysOne() throws IOException {
		final Path link = Files.createSymbolicLink(folder.resolve("link"), model);
		ModelPackage.writeCard(link, SCORED);
		assertTrue(Files.isSymbolicLink(link));
		assertEquals(SCORED, ModelPackage.read(model, engine).card());
	}

	@Test
	void aMissingReadmeIsWritten() throws IOException {
		Files.delete(model.resolve("README.md"));
		ModelPackage.writeCard(folder.resolve(zip()), SCORED);
		assertTrue(new String(files(folder.resolve("model.zip")).get("README.md"), StandardCharsets.UTF_8).contains("## Scores"));
	}

	private void assertRefused(final Path path, final String... parts) throws IOException {
		final Map<String, byte[]> before = filesBelow(folder);
		final IOException e = assertThrows(IOException.class, () -> ModelPackage.writeCard(path, SCORED));
		for (final String part : parts)
			assertTrue(e.getMessage().contains(part), e.getMessage());
		final Map<String, byte[]> after = filesBelow(folder);
		assertEquals(before.keySet(), after.keySet());
		before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
	}

	@Test
	void onlyWholePackagesOfOursAreChanged() throws IOException {
		assertRefused(folder.resolve("none"), "There is no model package " + folder.resolve("none"));
		assertRefused(Files.createDirectory(folder.resolve("empty")), "has no file rdf.yaml");
		assertRefused(Files.writeString(folder.resolve("text.txt"), "text"), "is not a model package");
		Files.writeString(model.resolve("rdf.yaml"), Files.readString(model.resolve("rdf.yaml")).replace("super_resolution:", "x:"));
		assertRefused(model, "is one of another software");
	}

	@Test
	void damagedPackagesStayAsTheyAre() throws IOException {
		Files.writeString(model.resolve("saved_model.zip"), "half");
		assertRefused(model, "is damaged or half copied");
	}

	@Test
	void readOnlyPlacesAreRefused() throws IOException {
		zip();
		try (Mount mount = Mount.readOnly(folder)) {
			for (final String name : List.of("model", "model.zip"))
				assertRefused(folder.resolve(name), "The card of the model package " + folder.resolve(name), folder + " is read-only");
		}
		try (Mount mount = Mount.readOnly(model)) {
			assertRefused(model, model + " is read-only. Copy the package to a folder that can be written.");
		}
	}

	@Test
	void aFullDiskLeavesTheOldCard() throws IOException {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		zip();
		try (Mount mount = Mount.disk(disk, 64)) {
			Files.move(folder.resolve("model.zip"), disk.resolve("model.zip"));
			Files.write(disk.resolve("fill"), new byte[(int) (disk.toFile().getUsableSpace() - 4096)]);
			assertRefused(disk.resolve("model.zip"), "model.zip cannot be written", "No space left");
		}
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
