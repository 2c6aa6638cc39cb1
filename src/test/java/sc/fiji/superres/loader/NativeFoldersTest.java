package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

class NativeFoldersTest {

	@TempDir
	Path folder;

	@Test
	void whatWasUnpackedOfAnEarlierJarIsDeletedBesideTheEngine() throws IOException {
		final Path jar = NativeJar.small(folder);
		final Path place = folder.resolve(".natives");
		final Path unpacked = new NativeLibraries(jar, List.of(place), notice -> {}, Progress.NONE).folder();
		Files.createDirectories(place.resolve("old-native-0.9/org"));
		Files.createFile(place.resolve("old-native-0.9.lock"));
		Files.createFile(place.resolve("old-native-0.8.part"));
		final List<String> before = Trees.list(unpacked);
		NativeFolders.sweep(folder);
		assertEquals(before, Trees.list(unpacked));
		assertFalse(Files.exists(place.resolve("old-native-0.9")));
		assertFalse(Files.exists(place.resolve("old-native-0.9.lock")));
		assertFalse(Files.exists(place.resolve("old-native-0.8.part")));
		Files.delete(jar);
		NativeFolders.sweep(folder);
		assertTrue(Trees.isEmpty(place));
	}

	@Test
	void theUserNamesThePlace() {
		assertEquals(List.of(folder), NativeFolders.places(Path.of("engine"), folder.toString(), "/home/x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void elseThePlacesAreTheEngineAndTheHomeFolder(final String unset) {
		final List<Path> places = List.of(Path.of("engine", ".natives"), folder.resolve(".cache/super-resolution"));
		assertEquals(places, NativeFolders.places(Path.of("engine"), null, folder.toString()));
		assertEquals(places, NativeFolders.places(Path.of("engine"), unset, folder.toString()));
	}

	@Test
	void aUserWithoutAHomeHasOnePlace() {
		final List<Path> place = List.of(folder.resolve(".natives"));
		assertEquals(place, NativeFolders.places(folder, null, "?"));
		assertEquals(place, NativeFolders.places(folder, null, ""));
		assertEquals(place, NativeFolders.places(folder, null, null));
	}

	@Test
	void aPlaceThatCannotBeIsRefused() {
		final String message = assertThrows(EngineException.class, () -> NativeFolders.places(folder, "a\0b", null)).getMessage();
		assertTrue(message.contains("SUPERRES_CACHE is \"a\0b\", but must be the name of a folder"), message);
	}
}
