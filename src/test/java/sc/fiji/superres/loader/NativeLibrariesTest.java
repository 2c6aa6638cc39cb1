package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

class NativeLibrariesTest {

	private static final String A = NativeJar.NAME + "/" + NativeJar.LIBRARIES + "liba.so";
	private static final String B = NativeJar.NAME + "/" + NativeJar.LIBRARIES + "libb.so";
	private static final String LOCK = NativeJar.NAME + ".lock";

	@TempDir
	Path folder;

	private final List<String> notices = new ArrayList<>();
	private Path jar, first, second;

	@BeforeEach
	void makeAJarAndTwoPlaces() throws IOException {
		jar = NativeJar.small(Files.createDirectory(folder.resolve("jars")));
		first = Files.createDirectory(folder.resolve("first"));
		second = folder.resolve("second");
	}

	private Path unpack(final Path... places) {
		notices.clear();
		return new NativeLibraries(jar, List.of(places), notices::add, Progress.NONE).folder();
	}

	private String refusal(final Path... places) {
		return assertThrows(EngineException.class, () -> unpack(places)).getMessage();
	}

	private static void assertWhole(final Path place) throws IOException {
		assertEquals(List.of(LOCK, A, B), Trees.list(place));
		for (final String name : List.of("liba.so", "libb.so"))
			assertArrayEquals(NativeJar.bytes(NativeJar.LIBRARIES + name, 1000), Files.readAllBytes(place.resolve(NativeJar.NAME)
				.resolve(NativeJar.LIBRARIES + name)));
	}

	@Test
	void theLibrariesOfThisPlatformAreUnpacked() throws IOException {
		assertEquals(first.resolve(NativeJar.NAME), unpack(first, second));
		assertWhole(first);
		assertFalse(Files.exists(second));
		assertEquals(1, notices.size());
		assertTrue(notices.get(0).contains("Unpacking") && notices.get(0).contains(first.toString()), notices.get(0));
	}

	@Test
	void aCompleteFolderIsTakenAsItIs() throws IOException {
		unpack(first);
		Files.delete(first.resolve(LOCK));
		final FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
		final List<Path> all = List.of(first.resolve(A), first.resolve(B), first.resolve(NativeJar.NAME), first);
		for (final Path path : all)
			Files.setLastModifiedTime(path, longAgo);
		assertEquals(first.resolve(NativeJar.NAME), unpack(first, second));
		for (final Path path : all)
			assertEquals(longAgo, Files.getLastModifiedTime(path), path.toString());
		assertEquals(List.of(A, B), Trees.list(first));
		assertEquals(List.of(), notices);
	}

	@Test
	void aCompleteFolderIsFoundInAnyPlace() {
		unpack(second);
		assertEquals(second.resolve(NativeJar.NAME), unpack(first, second));
		assertTrue(Trees.isEmpty(first));
		assertEquals(List.of(), notices);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 999, 1001 })
	void aDamagedFolderIsRepaired(final int bytes) throws IOException {
		unpack(first);
		Files.delete(first.resolve(B));
		if (bytes >= 0) Files.write(first.resolve(B), new byte[bytes]);
		assertEquals(first.resolve(NativeJar.NAME), unpack(first));
		assertWhole(first);
	}

	@Test
	void whatAKilledProcessHasLeftIsRemoved() throws IOException {
		final Path part = Files.createDirectories(first.resolve(NativeJar.NAME + ".part").resolve(NativeJar.LIBRARIES));
		Files.write(part.resolve("liba.so"), new byte[10]);
		Files.write(part.resolve("libold.so"), new byte[10]);
		unpack(first);
		assertWhole(first);
	}

	@Test
	void theNextPlaceIsTakenWithANotice() throws IOException {
		Files.writeString(folder.resolve("file"), "x");
		final Path below = folder.resolve("file/first");
		assertEquals(second.resolve(NativeJar.NAME), unpack(below, second));
		assertWhole(second);
		assertEquals(2, notices.size());
		for (final String part : List.of(below + " cannot be written: ", "kept in " + second, "SUPERRES_CACHE"))
			assertTrue(notices.get(0).contains(part), notices.get(0));
	}

	@Test
	void whereNoPlaceIsTheUserIsAskedForOne() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "x");
		final String message = refusal(file, file.resolve("second"));
		for (final String part : List.of("need 0 MB", file + " cannot be written: a file of this name is there.", file.resolve("second").toString(),
			"SUPERRES_CACHE"))
			assertTrue(message.contains(part), message);
		assertEquals("x", Files.readString(file));
	}

	@Test
	void aReadOnlyFolderWithTheLibrariesIsEnough() throws IOException {
		unpack(first);
		Files.delete(first.resolve(LOCK));
		try (Mount readOnly = Mount.readOnly(first)) {
			assertEquals(first.resolve(NativeJar.NAME), unpack(first, second));
			assertEquals(List.of(), notices);
			assertFalse(Files.exists(second));
		}
	}

	@Test
	void aReadOnlyFolderWithoutThemIsPassedOver() throws IOException {
		try (Mount readOnly = Mount.readOnly(first)) {
			assertEquals(second.resolve(NativeJar.NAME), unpack(first, second));
			assertWhole(second);
			assertTrue(notices.get(0).contains(first + " cannot be written: "), notices.get(0));
			assertFalse(notices.get(0).contains("Exception"), notices.get(0));
		}
	}

	@Test
	void aFullDiskKeepsNothing() throws IOException {
		jar = NativeJar.write(folder, 100_000, NativeJar.LIBRARIES + "liba.so", NativeJar.LIBRARIES + "libb.so");
		try (Mount disk = Mount.disk(first, 128)) {
			final String message = refusal(first);
			assertTrue(message.contains(first + " cannot be written: ") && message.contains("SUPERRES_CACHE"), message);
			assertFalse(message.contains("Exception"), message);
			assertEquals(List.of(LOCK), Trees.list(first));
			assertEquals(0, Files.size(first.resolve(LOCK)));

			assertEquals(second.resolve(NativeJar.NAME), unpack(first, second));
			assertTrue(notices.get(1).contains(first + " cannot be written: "), notices.toString());
			assertEquals(List.of(LOCK, A, B), Trees.list(second));
			assertEquals(List.of(LOCK), Trees.list(first));
		}
	}

	@Test
	void namesThatLeadElsewhereAreIgnored() throws IOException {
		final String platform = "/" + Platform.current().natives() + "/";
		jar = NativeJar.write(folder, 1000, NativeJar.LIBRARIES + "liba.so", NativeJar.LIBRARIES + "libb.so",
			".." + platform + "evil.so", "org" + platform + "../../../evil.so", folder.resolve("absolute") + platform + "evil.so");
		unpack(first);
		assertWhole(first);
		assertEquals(List.of("first", "jars"), Trees.list(folder).stream().map(name -> name.split("/")[0]).distinct().filter(
			name -> !name.endsWith(".jar")).toList());
	}

	/** Of the gigabytes of NVIDIA's jar, not all are needed. */
	@Test
	void someOfAJar() throws IOException {
		new NativeLibraries(jar, (NativeJar.LIBRARIES + "liba.so")::equals, List.of(first), notices::add, Progress.NONE).folder();
		assertEquals(List.of(LOCK, A), Trees.list(first));
	}

	@Test
	void progressIsToldInBytes() {
		final List<Long> done = new ArrayList<>();
		new NativeLibraries(jar, List.of(first), notices::add, (task, bytes, total) -> {
			assertEquals(2000, total);
			done.add(bytes);
		}).folder();
		assertEquals(2000, done.get(done.size() - 1));
		assertEquals(done.stream().sorted().distinct().toList(), done);
	}

	@Test
	void aUserMayCancel() throws IOException {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String task, final long bytes, final long total) {}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> new NativeLibraries(jar, List.of(first), notices::add, cancelled).folder());
		assertEquals(List.of(LOCK), Trees.list(first));
	}

	@Test
	void aDamagedJarIsNamed() throws IOException {
		final byte[] bytes = Files.readAllBytes(jar);
		bytes[bytes.length / 2]++;
		Files.write(jar, bytes);
		assertJarIsNamed("is damaged");
	}

	@Test
	void aHalfJarIsNamed() throws IOException {
		final byte[] bytes = Files.readAllBytes(jar);
		Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
		assertJarIsNamed("zip");
	}

	@Test
	void aJarWithoutLibrariesIsNamed() {
		jar = NativeJar.write(folder, 1000);
		assertJarIsNamed("it holds nothing for " + Platform.current().natives());
	}

	private void assertJarIsNamed(final String why) {
		final String message = refusal(first, second);
		for (final String part : List.of(jar.toString(), why, "Install the engine again"))
			assertTrue(message.contains(part), message);
		assertTrue(List.of(List.of(), List.of(LOCK)).contains(Trees.list(first)), Trees.list(first).toString());
		assertFalse(Files.exists(second));
	}

	@Test
	void anInterruptedThreadStops() throws IOException {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> unpack(first, second));
		assertTrue(Thread.interrupted(), "the interruption is lost");
		assertEquals(List.of(LOCK), Trees.list(first));
		assertFalse(Files.exists(second));
		unpack(first);
		assertWhole(first);
	}
}
