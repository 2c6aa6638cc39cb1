package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.Mount;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.WholeFile;

/** Packages that are added and deleted: whole or not at all, and nothing but what is named. */
class ModelLibraryTest {

	private static final long LIMIT = 1_000_000;

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();
	private Path user;
	private Path shipped;
	private ModelFolders folders;
	private ModelLibrary library;

	@BeforeEach
	void makeFolders() throws IOException {
		user = folder.resolve("user");
		shipped = Files.createDirectory(folder.resolve("shipped"));
		folders = new ModelFolders(user, shipped);
		library = new ModelLibrary(folders, LIMIT);
	}

	private Path write(final Path path, final long seed) throws IOException {
		Files.createDirectories(path.getParent());
		ModelPackage.write(path, TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, seed), TestModels.card(), engine);
		return path;
	}

	private Path source(final String name) throws IOException {
		return write(folder.resolve("from").resolve(name), 1);
	}

	private ModelEntry add(final Path source) throws ModelException {
		return library.add(source, false, Progress.NONE);
	}

	/** What lies in the user's folder, but the lock. */
	private List<String> names() throws IOException {
		if (!Files.exists(user)) return List.of();
		try (Stream<Path> files = Files.list(user)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals(".lock")).sorted().toList();
		}
	}

	private void assertRefused(final Path source, final String message) throws IOException {
		final List<String> before = names();
		final String found = assertThrows(ModelException.class, () -> add(source)).getMessage();
		assertTrue(found.contains(message) && found.contains(source.toString()), found);
		assertTrue(found.endsWith(".") && !found.endsWith("..") && !found.contains("Exception"), found);
		assertEquals(before, names());
	}

	private static void replace(final Path model, final String from, final String to) throws IOException {
		final Path rdf = model.resolve("rdf.yaml");
		Files.writeString(rdf, Files.readString(rdf).replace(from, to));
	}

	private static byte[] weights(final Path model) throws IOException {
		return Files.readAllBytes(model.resolve("saved_model.zip"));
	}

	@Test
	void aFolderIsCopiedWhole() throws IOException {
		final Path source = source("a");
		Files.writeString(Files.createDirectory(source.resolve("more")).resolve("curve.svg"), "curve");
		final ModelEntry added = add(source);
		assertEquals("a", added.name());
		assertEquals(user.resolve("a"), added.path());
		assertEquals("", added.problem());
		assertEquals("curve", Files.readString(user.resolve("a/more/curve.svg")));
		assertEquals(folders.open(source.toString(), engine).hash(), folders.open("a", engine).hash());
		assertEquals(List.of("a"), names());
	}

	@Test
	void aZipStaysOne() throws IOException {
		final Path source = source("a.zip");
		assertEquals(user.resolve("a.zip"), add(source).path());
		assertArrayEquals(Files.readAllBytes(source), Files.readAllBytes(user.resolve("a.zip")));
		assertEquals("b", add(Files.move(source, source.resolveSibling("b.ZIP"))).name());
		assertEquals(List.of("a.zip", "b.zip"), names());
		assertEquals(List.of("a", "b"), folders.names());
	}

	@Test
	void whatLinksLeadToIsCopied() throws IOException {
		final Path source = source("a");
		final Path elsewhere = Files.move(source.resolve("saved_model.zip"), folder.resolve("blob"));
		Files.createSymbolicLink(source.resolve("saved_model.zip"), elsewhere);
		add(source);
		assertFalse(Files.isSymbolicLink(user.resolve("a/saved_model.zip")));
		assertArrayEquals(Files.readAllBytes(elsewhere), weights(user.resolve("a")));
	}

	@Test
	void linksInACircleAreRefused() throws IOException {
		final Path source = source("a");
		Files.createSymbolicLink(source.resolve("again"), source);
		final String found = assertThrows(ModelException.class, () -> add(source)).getMessage();
		assertTrue(found.startsWith("The model a cannot be added to " + user + ": "), found);
		assertEquals(List.of(), names());
	}

	@Test
	void whatIsNoPackageIsRefused() throws IOException {
		assertRefused(folder.resolve("none"), "There is no model package");
		assertRefused(folder.resolve("none.zip"), "There is no model package");
		assertRefused(Files.writeString(folder.resolve("text.txt"), "text"), "is not a model package");
		assertRefused(Files.writeString(folder.resolve("text.zip"), "text"), "is not a whole zip file");
		assertRefused(Files.createDirectory(folder.resolve("empty")), "has no file rdf.yaml");
	}

	@Test
	void whatIsDamagedOrForeignIsRefused() throws IOException {
		final Path foreign = source("foreign");
		replace(foreign, "super_resolution:", "stardist:");
		assertRefused(foreign, "is one of another software");
		final Path damaged = source("damaged");
		final byte[] bytes = weights(damaged);
		bytes[bytes.length / 2] ^= 1;
		Files.write(damaged.resolve("saved_model.zip"), bytes);
		assertRefused(damaged, "is damaged or half copied");
		final Path untested = source("untested");
		Files.delete(untested.resolve("test_output.npy"));
		assertRefused(untested, "has no file test_output.npy");
		final Path zip = source("half.zip");
		final byte[] whole = Files.readAllBytes(zip);
		Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
		assertRefused(zip, "is not a whole zip file");
	}

	private static void zip(final Path file, final String name, final int bytes) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			out.putNextEntry(new ZipEntry(name));
			out.write(new byte[bytes]);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "../escaped", "a/../../escaped", "/etc/escaped", "..\\escaped", "C:\\escaped", ".." })
	void zipsThatLeadOutsideAreRefused(final String name) throws IOException {
		final Path evil = folder.resolve("evil.zip");
		zip(evil, name, 1);
		assertRefused(evil, "names a file outside of itself, " + name);
		final Path inside = source("inside");
		replaceWeights(inside, evil);
		assertRefused(inside, "names a file outside of itself, " + name);
		final Path packed = folder.resolve("packed.zip");
		Zips.pack(inside, packed);
		assertRefused(packed, "names a file outside of itself, " + name);
	}

	@Test
	void zipsThatWouldFillADiskAreRefused() throws IOException {
		final Path huge = folder.resolve("huge.zip");
		zip(huge, "rdf.yaml", (int) LIMIT + 1);
		assertTrue(Files.size(huge) < LIMIT / 100);
		assertRefused(huge, "has more than 1 MB when it is unpacked");
		final Path inside = source("inside");
		replaceWeights(inside, huge);
		assertRefused(inside, "has more than 1 MB when it is unpacked");
		final Path large = source("large");
		Files.write(large.resolve("notes.txt"), new byte[(int) LIMIT]);
		assertRefused(large, "has more than 1 MB");
	}

	/** Other weights, the checksum in the description right. */
	private static void replaceWeights(final Path model, final Path zip) throws IOException {
		final Path weights = model.resolve("saved_model.zip");
		final String old = Checksum.sha256(weights);
		WholeFile.delete(weights);
		Files.copy(zip, weights);
		replace(model, old, Checksum.sha256(weights));
	}

	@ParameterizedTest
	@ValueSource(strings = { "my model", "a+b", ".hidden", "a (1).zip", "all", "Auto.zip" })
	void namesThatNobodyCouldWriteAreRefused(final String name) throws IOException {
		assertRefused(source(name), "cannot be the name of a model");
	}

	@Test
	void aModelIsReplacedOnlyWhereThatIsSaid() throws IOException {
		add(source("a"));
		final Path other = write(folder.resolve("other/a"), 2);
		assertEquals("There is a model \"a\" already, " + user.resolve("a") + ". Set replace to true to have the new one " +
			"instead, or rename the package that you add.", assertThrows(ModelException.class, () -> add(other)).getMessage());
		assertArrayEquals(weights(folder.resolve("from/a")), weights(user.resolve("a")));
		library.add(other, true, Progress.NONE);
		assertArrayEquals(weights(other), weights(user.resolve("a")));
		assertEquals(List.of("a"), names());
	}

	/** Else the folder would still be what the name means. */
	@Test
	void aZipReplacesAFolderAndAFolderAZip() throws IOException {
		add(source("a"));
		final Path zip = write(folder.resolve("other/a.zip"), 2);
		assertThrows(ModelException.class, () -> add(zip));
		assertEquals(user.resolve("a.zip"), library.add(zip, true, Progress.NONE).path());
		assertEquals(List.of("a.zip"), names());
		assertEquals(user.resolve("a"), library.add(folder.resolve("from/a"), true, Progress.NONE).path());
		assertEquals(List.of("a"), names());
	}

	@Test
	void aModelThatLiesThereAlreadyMayReplaceItself() throws IOException {
		add(source("a"));
		library.add(user.resolve("a"), true, Progress.NONE);
		assertArrayEquals(weights(folder.resolve("from/a")), weights(user.resolve("a")));
		assertEquals(List.of("a"), names());
	}

	@Test
	void nothingElseIsReplaced() throws IOException {
		final Path thesis = Files.createDirectories(user.resolve("a"));
		Files.writeString(thesis.resolve("thesis.txt"), "years of work");
		final Path source = source("a.zip");
		final String found = assertThrows(ModelException.class, () -> library.add(source, true, Progress.NONE)).getMessage();
		assertTrue(found.contains(thesis + " is there and is not a model"), found);
		assertEquals(List.of("a"), names());
		assertEquals("years of work", Files.readString(thesis.resolve("thesis.txt")));
	}

	@Test
	void aShippedModelStaysBehindTheUsers() throws IOException {
		write(shipped.resolve("a"), 3);
		final Path source = source("a.zip");
		assertTrue(assertThrows(ModelException.class, () -> add(source)).getMessage().contains(shipped.resolve("a").toString()));
		final ModelEntry added = library.add(source, true, Progress.NONE);
		assertEquals(List.of(shipped.resolve("a")), added.hidden());
		assertTrue(Files.exists(shipped.resolve("a/rdf.yaml")));
	}

	@Test
	void ofTwoAtOnceOneAddsAModel() throws Exception {
		final int runs = 4;
		final List<Callable<ModelEntry>> additions = new ArrayList<>();
		for (int i = 0; i < runs; i++) {
			final Path source = write(folder.resolve("from" + i).resolve(i % 2 == 0 ? "a" : "a.zip"), i);
			additions.add(() -> add(source));
		}
		final ExecutorService threads = Executors.newFixedThreadPool(runs);
		int added = 0;
		for (final Future<ModelEntry> each : threads.invokeAll(additions)) {
			try {
				assertEquals("", each.get().problem());
				added++;
			}
			catch (final ExecutionException e) {
				assertTrue(e.getCause().getMessage().startsWith("There is a model \"a\" already"), e.getCause().getMessage());
			}
		}
		threads.shutdown();
		assertEquals(1, added);
		assertEquals(1, names().size());
		folders.open("a", engine);
	}

	@Test
	void whoCancelsLeavesNothing() throws IOException {
		final Path source = source("a");
		assertThrows(CancellationException.class, () -> library.add(source, false, new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
		assertEquals(List.of(), names());
	}

	@Test
	void aFolderThatCannotBeWrittenIsNamed() throws IOException {
		final Path source = source("a");
		Files.createDirectories(user);
		try (Mount mount = Mount.readOnly(user)) {
			final String found = assertThrows(ModelException.class, () -> add(source)).getMessage();
			assertEquals("The model a cannot be added to " + user + ": Read-only file system. Make that possible, or name another " +
				"folder in the variable SUPERRES_MODELS.", found);
		}
		try (Mount mount = Mount.disk(user, 16)) {
			final String found = assertThrows(ModelException.class, () -> add(source)).getMessage();
			assertTrue(found.contains("No space left on device"), found);
			assertEquals(List.of(), names());
		}
	}

	@Test
	void onlyWhatIsNamedIsDeleted() throws IOException {
		add(source("a"));
		add(source("b"));
		final ModelLibrary.Deleted deleted = library.delete("a");
		assertEquals(user.resolve("a"), deleted.entry().path());
		assertTrue(deleted.next().isEmpty());
		assertEquals(List.of("b"), names());
		library.delete(user.resolve("b").toString());
		assertEquals(List.of(), names());
	}

	@Test
	void ofOneNameWhatIsUsedIsDeleted() throws IOException {
		write(shipped.resolve("a"), 3);
		write(user.resolve("a"), 1);
		write(user.resolve("a.zip"), 2);
		assertEquals(user.resolve("a.zip"), library.delete("a").next().orElseThrow());
		assertFalse(folders.isShipped(library.delete("a").entry().path()));
		final ModelLibrary.Deleted last = library.delete("a");
		assertTrue(last.next().isEmpty());
		assertTrue(folders.isShipped(last.entry().path()));
		assertTrue(notDeleted("a").startsWith("There is no model \"a\""));
	}

	private String notDeleted(final String name) {
		return assertThrows(ModelException.class, () -> library.delete(name)).getMessage();
	}

	@Test
	void brokenModelsCanBeDeleted() throws IOException {
		Files.delete(write(user.resolve("a"), 1).resolve("rdf.yaml"));
		Files.writeString(user.resolve("b.zip"), "half a zip file");
		library.delete("a");
		library.delete("b");
		assertEquals(List.of(), names());
	}

	@Test
	void whatIsNoModelOfOursStays() throws IOException {
		final Path elsewhere = source("a");
		final Path foreign = write(user.resolve("foreign"), 1);
		replace(foreign, "super_resolution:", "stardist:");
		Files.writeString(Files.createDirectory(user.resolve("thesis")).resolve("thesis.txt"), "years of work");
		for (final String name : List.of("foreign", "thesis")) {
			assertEquals(user.resolve(name) + " is not a model of this software, so it is not deleted. Delete it yourself.",
				notDeleted(name));
		}
		for (final Path path : List.of(elsewhere, user, user.resolve("../from/a"), user.resolve("foreign/..")))
			assertTrue(notDeleted(path.toString()).contains("and only models there are deleted"));
		assertEquals(List.of("foreign", "thesis"), names());
		assertTrue(Files.exists(elsewhere.resolve("rdf.yaml")));
	}

	@Test
	void ofALinkTheLinkIsDeleted() throws IOException {
		final Path source = source("a");
		Files.createDirectories(user);
		Files.createSymbolicLink(user.resolve("a"), source);
		library.delete("a");
		assertEquals(List.of(), names());
		folders.open(source.toString(), engine);
	}

	@Test
	void whatCannotBeDeletedStaysWhole() throws IOException {
		final Path model = write(shipped.resolve("a"), 1);
		try (Mount mount = Mount.readOnly(shipped)) {
			assertEquals(model + " cannot be deleted: Read-only file system. Make " + shipped + " writable, and close what uses " +
				"the model.", notDeleted("a"));
		}
		folders.open("a", engine);
	}
}
