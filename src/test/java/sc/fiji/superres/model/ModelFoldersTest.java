package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.network.Weights;

class ModelFoldersTest {

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();
	private Path user;
	private Path shipped;
	private ModelFolders folders;

	@BeforeEach
	void makeFolders() throws IOException {
		user = Files.createDirectory(folder.resolve("user"));
		shipped = Files.createDirectory(folder.resolve("shipped"));
		folders = new ModelFolders(user, shipped);
	}

	private Model write(final Path path, final long seed) throws IOException {
		final Weights weights = TestModels.weights(TestModels.NETWORK, seed);
		return ModelPackage.write(path, TestModels.NETWORK, weights, TestModels.card(), engine);
	}

	@Test
	void usersModelWins() throws IOException {
		final Model ours = write(shipped.resolve("a"), 1);
		assertEquals(ours.hash(), folders.open("a", engine).hash());
		final Model users = write(user.resolve("a.zip"), 2);
		assertEquals(users.hash(), folders.open("a", engine).hash());
		assertEquals(user.resolve("a.zip"), folders.open("a", engine).path());
		write(shipped.resolve("b"), 3);
		assertEquals(List.of("a", "b"), folders.names());
	}

	@Test
	void onlyModelsThatCanRunAreListed() throws IOException {
		write(user.resolve("b.zip"), 1);
		write(shipped.resolve("a"), 1);
		write(shipped.resolve("foreign"), 1);
		final Path rdf = shipped.resolve("foreign/rdf.yaml");
		Files.writeString(rdf, Files.readString(rdf).replace("super_resolution:", "stardist:"));
		write(shipped.resolve(".hidden"), 1);
		Files.createDirectory(shipped.resolve("empty"));
		Files.writeString(shipped.resolve("text.zip"), "text");
		Files.writeString(shipped.resolve("README.md"), "text");
		assertEquals(List.of("a", "b"), folders.names());
		assertTrue(refusal("foreign").contains("another software"));
		assertTrue(refusal("empty").contains("has no file rdf.yaml"));
	}

	@Test
	void eachModelIsListedOnceWithWhatItHides() throws IOException {
		write(user.resolve("a"), 1);
		write(user.resolve("a.zip"), 2);
		write(shipped.resolve("a"), 3);
		write(shipped.resolve("b.zip"), 4);
		assertEquals(List.of("a", "b"), folders.entries().stream().map(ModelEntry::name).toList());
		final ModelEntry a = folders.entry("a");
		assertEquals(user.resolve("a"), a.path());
		assertEquals(List.of(user.resolve("a.zip"), shipped.resolve("a")), a.hidden());
		assertEquals(TestModels.NETWORK, a.contents().orElseThrow().network());
		assertEquals(TestModels.card().licence(), a.contents().orElseThrow().card().licence());
		assertEquals(Files.size(shipped.resolve("b.zip")), folders.entry("b").bytes());
		assertEquals(folders.open("a", engine).hash(), a.open(engine).hash());
	}

	@Test
	void sizesAreThoseOfAllFiles() throws IOException {
		write(user.resolve("a"), 1);
		final long before = folders.entry("a").bytes();
		Files.write(user.resolve("a/notes.txt"), new byte[1000]);
		assertEquals(before + 1000, folders.entry("a").bytes());
	}

	/** But not what never was a model of ours: packages of other software, checkpoints, texts. */
	@Test
	void whatIsDamagedIsListedWithItsReason() throws IOException {
		for (final String name : List.of("foreign", "description", "architecture", "missing", "weights", "whole"))
			write(shipped.resolve(name), 1);
		replace("foreign", "super_resolution:", "stardist:");
		replace("architecture", "architecture: edsr", "architecture: magic");
		Files.delete(shipped.resolve("description/rdf.yaml"));
		Files.delete(shipped.resolve("missing/test_output.npy"));
		Files.writeString(shipped.resolve("weights/saved_model.zip"), "text");
		Files.writeString(shipped.resolve("half.zip"), "text");
		Files.writeString(Files.createDirectory(shipped.resolve("whole.training")).resolve("step-100"), "text");
		Files.writeString(shipped.resolve("README.md"), "text");
		Zips.pack(shipped.resolve("whole.training"), shipped.resolve("other.zip"));
		final Map<String, String> problems = new TreeMap<>();
		folders.entries().forEach(entry -> problems.put(entry.name(), entry.problem()));
		assertEquals(Set.of("architecture", "description", "half", "missing", "weights", "whole"), problems.keySet());
		assertEquals("", problems.get("whole"));
		assertTrue(problems.get("architecture").contains("There is no architecture \"magic\""), problems.toString());
		assertTrue(problems.get("description").contains("has no file rdf.yaml"), problems.toString());
		assertTrue(problems.get("half").contains(shipped.resolve("half.zip") + " is not a whole zip file"), problems.toString());
		assertTrue(problems.get("missing").contains("has no file test_output.npy"), problems.toString());
		assertTrue(problems.get("weights").contains("is damaged or half copied"), problems.toString());
		assertEquals(List.of("whole"), folders.entries().stream().filter(entry -> !entry.isBroken()).map(ModelEntry::name).toList());
	}

	private void replace(final String name, final String from, final String to) throws IOException {
		final Path rdf = shipped.resolve(name).resolve("rdf.yaml");
		Files.writeString(rdf, Files.readString(rdf).replace(from, to));
	}

	@Test
	void aPathIsListedToo() throws IOException {
		write(folder.resolve("c.zip"), 1);
		final ModelEntry c = folders.entry(folder.resolve("c.zip").toString());
		assertEquals("c", c.name());
		assertEquals(List.of(), c.hidden());
		final String none = folder.resolve("none").toString();
		assertEquals("There is no model package " + none + ". Name a folder or zip file that is one; models that were added or came " +
			"along go by their names.", assertThrows(ModelException.class, () -> folders.entry(none)).getMessage());
	}

	@Test
	void pathsAreOpened() throws IOException {
		write(folder.resolve("c"), 1);
		write(folder.resolve("d.zip"), 1);
		assertEquals("c", folders.open(folder.resolve("c").toString(), engine).name());
		assertEquals("d", folders.open(folder.resolve("d.zip").toString(), engine).name());
		assertTrue(refusal(folder.resolve("none").toString()).contains("There is no model package"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "", " ", "a b", "ä", "a\u0000b" })
	void unknownNameGetsTheList(final String name) throws IOException {
		assertEquals("There is no model \"" + name + "\"; there is none at all in " + user + " or " + shipped +
			". Put one there, or give the path of a package.", refusal(name));
		write(user.resolve("b"), 1);
		write(shipped.resolve("a"), 1);
		assertTrue(refusal(name).contains("there are a, b."));
	}

	@Test
	void theNetworkIsKnownWithoutTheWeights() throws IOException {
		write(user.resolve("a"), 1);
		write(folder.resolve("b.zip"), 1);
		Files.delete(user.resolve("a/saved_model.zip"));
		assertEquals(TestModels.NETWORK, folders.network("a"));
		assertEquals(TestModels.NETWORK, folders.network(folder.resolve("b.zip").toString()));
		assertTrue(refusal("a").contains("has no file saved_model.zip"));
	}

	/** Where a model cannot be opened for its description or its name, its network is refused in the same words. */
	private String refusal(final String name) {
		final String refusal = assertThrows(ModelException.class, () -> folders.open(name, engine)).getMessage();
		if (!refusal.contains("saved_model.zip"))
			assertEquals(refusal, assertThrows(ModelException.class, () -> folders.network(name)).getMessage());
		return refusal;
	}

	@Test
	void missingFoldersHoldNoModels() throws IOException {
		folders = new ModelFolders(folder.resolve("x/y"), folder.resolve("z"));
		assertEquals(List.of(), folders.names());
		Files.createDirectories(folder.resolve("x/y"));
		write(folder.resolve("x/y/a"), 1);
		assertEquals(List.of("a"), folders.names());
	}

	@Test
	void theVariableNamesTheUsersFolder() throws IOException {
		write(user.resolve("a"), 1);
		write(shipped.resolve("b"), 1);
		assertEquals(List.of("a", "b"), ModelFolders.of(user.toString(), shipped, folder).names());
		for (final String nothing : new String[] { null, "", " " })
			assertEquals(List.of("b"), ModelFolders.of(nothing, shipped, folder).names());
	}

	@Test
	void anInstallationThatCannotBeWrittenTurnsToTheHome() throws IOException {
		final Path readOnly = folder.resolve("none/models"); // root may write whatever exists
		final Path home = Files.createDirectories(folder.resolve(".super-resolution/models"));
		write(home.resolve("a"), 1);
		assertEquals(List.of("a"), ModelFolders.of(null, readOnly, folder).names());
	}
}
