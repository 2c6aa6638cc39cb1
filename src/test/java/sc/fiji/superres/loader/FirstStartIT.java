package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.Mount;

/** The engine of the application folder, started for the first time and again. */
class FirstStartIT {

	private static final String RIGHT = "NEW TensorFlow 2.18.0 is right";

	@TempDir
	Path folder;

	private Path home, temporary, cache;

	@BeforeEach
	void makeFolders() throws IOException {
		home = Files.createDirectory(folder.resolve("home"));
		temporary = Files.createDirectory(folder.resolve("tmp"));
		cache = folder.resolve("cache");
	}

	private ForkedJvm.Start jvm(final Application application) {
		return ForkedJvm.with(application.classPath()).environment("HOME", home).property("user.home", home).property(
			"java.io.tmpdir", temporary);
	}

	private static List<String> notices(final List<String> lines) {
		return lines.stream().filter(line -> line.startsWith("NOTICE ")).toList();
	}

	private static void assertRight(final List<String> lines) {
		assertTrue(lines.contains(RIGHT), lines.toString());
	}

	private static void assertEmpty(final Path... folders) {
		for (final Path one : folders)
			assertEquals(List.of(), Trees.list(one), one.toString());
	}

	/** One folder of libraries and the empty file of its lock. */
	private static void assertUnpackedInto(final Path place) throws IOException {
		try (Stream<Path> files = Files.list(place)) {
			final List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
			assertEquals(2, names.size(), names.toString());
			assertEquals(List.of(names.get(0), names.get(0) + ".lock"), names);
		}
	}

	@Test
	void twoAtOnceUnpackOnce() throws IOException {
		final Application application = Application.built();
		final ForkedJvm one = jvm(application).environment("SUPERRES_CACHE", cache).run(OneInference.class);
		final ForkedJvm other = jvm(application).environment("SUPERRES_CACHE", cache).run(OneInference.class);
		final List<String> lines = Stream.of(one, other).flatMap(jvm -> jvm.lines().stream()).toList();
		assertEquals(2, lines.stream().filter(RIGHT::equals).count(), lines.toString());
		assertEquals(1, notices(lines).size(), lines.toString());
		assertUnpackedInto(cache);
		assertEmpty(home, temporary);
	}

	@Test
	void aReadOnlyInstallationUnpacksWhereTheUserSays() throws IOException {
		final Application application = Application.built().copyTo(Files.createDirectory(folder.resolve("app")));
		try (Mount readOnly = Mount.readOnly(application.folder())) {
			final List<String> lines = jvm(application).environment("SUPERRES_CACHE", cache).run(OneInference.class).lines();
			assertRight(lines);
			assertEquals(1, notices(lines).size(), lines.toString());
			assertTrue(lines.get(0).contains("Unpacking") && lines.get(0).contains(cache.toString()), lines.get(0));
			assertUnpackedInto(cache);
			assertEmpty(home, temporary);
			assertFalse(Files.exists(application.natives()));
		}
	}

	@Test
	void aReadOnlyInstallationElseUnpacksIntoTheHomeFolderAndSaysSo() throws IOException {
		final Application application = Application.built().copyTo(Files.createDirectory(folder.resolve("app")));
		try (Mount readOnly = Mount.readOnly(application.folder())) {
			final List<String> first = jvm(application).run(OneInference.class).lines();
			final Path place = home.resolve(".cache").resolve("super-resolution");
			assertRight(first);
			assertEquals(2, notices(first).size(), first.toString());
			for (final String part : List.of(application.natives() + " cannot be written: ", "kept in " + place,
				"SUPERRES_CACHE"))
				assertTrue(first.get(0).contains(part), first.get(0));
			assertUnpackedInto(place);
			assertEquals(4 + 1, Trees.list(home).size(), Trees.list(home).toString()); // nothing else, as JavaCPP's own cache
			assertEmpty(temporary);

			final List<String> second = jvm(application).run(OneInference.class).lines();
			assertRight(second);
			assertEquals(List.of(), notices(second));
		}
	}

	@Test
	void aReadOnlyInstallationThatIsUnpackedWritesNothing() throws IOException {
		jvm(Application.built()).run(OneInference.class).lines(); // unpacks beside the engine, if nobody has yet
		assertEmpty(home, temporary);
		final Application application = new Application(Files.createDirectory(folder.resolve("app")));
		try (Mount readOnly = Mount.readOnly(Application.built().folder(), application.folder())) {
			final List<String> lines = jvm(application).run(OneInference.class).lines();
			assertRight(lines);
			assertEquals(List.of(), notices(lines));
			assertEmpty(home, temporary);
		}
	}
}
