package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;

/** What comes of it is shown by {@link OldTensorFlowIT}, on a JVM that does not need the library itself. */
@EnabledOnOs(OS.LINUX)
class CppLibraryTest {

	@Test
	void isFoundWithoutTheHelpOfTensorFlow() {
		assertEquals(List.of("true"), ForkedJvm.with(List.of(ForkedJvm.source(CppLibrary.class), ForkedJvm.source(getClass()))).run(
			Loading.class).lines().stream().filter(line -> !line.startsWith("WARNING") && !line.isEmpty()).toList());
	}

	@Test
	void theLinkersOwnPlacesComeFirst(@TempDir final Path first, @TempDir final Path second) throws Exception {
		final Path library = Files.createFile(second.resolve("libstdc++.so.6"));
		final List<Path> candidates = CppLibrary.candidates(String.join(File.pathSeparator, "", "relative", first.toString(), second
			.toString()));
		assertEquals(library, candidates.get(0));
		assertTrue(candidates.stream().allMatch(Path::isAbsolute), candidates.toString());
		assertFalse(CppLibrary.candidates("").contains(library));
	}

	/** Says whether the library is there. */
	static final class Loading {

		public static void main(final String... none) {
			CppLibrary.load();
			System.out.println(CppLibrary.isLoaded());
		}
	}
}
