package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.evaluation.EvaluationImage;

/** Data sets as they lie on disks. */
class BenchmarkSetTest {

	@TempDir
	Path folder;

	private Path images(final String path, final int count, final int side) throws IOException {
		return TestInputs.images(folder.resolve(path), count, side);
	}

	private static List<String> names(final Path folder) throws IOException {
		return BenchmarkSet.in(folder).stream().map(set -> set.name() + " " + set.size()).toList();
	}

	private static EvaluationImage first(final BenchmarkSet set, final int scale) throws IOException {
		return set.images(scale).read(0).get(0);
	}

	private String refusal(final Path place) {
		return assertThrows(IllegalArgumentException.class, () -> BenchmarkSet.in(place)).getMessage();
	}

	private static String refusal(final BenchmarkSet set, final int scale) {
		return assertThrows(IllegalArgumentException.class, () -> set.images(scale)).getMessage();
	}

	@Test
	void theSmallestSetComesFirst() throws IOException {
		images("BSD100", 3, 16);
		images("Set5/HR_x2", 1, 16);
		images("Set14", 2, 16);
		images("Another", 2, 16);
		images(".hidden", 1, 16);
		Files.createDirectory(folder.resolve("empty"));
		assertEquals(List.of("Set5 1", "Another 2", "Set14 2", "BSD100 3"), names(folder));
	}

	@Test
	void aFolderCanBeASetItself() throws IOException {
		images("Set5/HR_x3", 2, 16);
		images("Set14", 3, 16);
		assertEquals(List.of("Set5 2"), names(folder.resolve("Set5")));
		assertEquals(List.of("Set14 3"), names(folder.resolve("Set14/../Set14")));
	}

	/** What lies in its folders is something else, such as previews. */
	@Test
	void imagesThemselvesServeAllScales() throws IOException {
		images("Set", 2, 17);
		images("Set/previews", 2, 16);
		final BenchmarkSet set = BenchmarkSet.in(folder.resolve("Set")).get(0);
		for (final int scale : new int[] { 2, 3, 4 }) {
			assertEquals(2, set.images(scale).size());
			assertEquals(17, first(set, scale).hr().dimension(0));
			assertEquals(null, first(set, scale).lr());
		}
	}

	@Test
	void eachScaleHasItsFoldersAndPerhapsItsLrImages() throws IOException {
		images("Set/HR_x2", 2, 16);
		images("Set/LR_x2", 2, 8);
		images("Set/HR_x3", 2, 15);
		final BenchmarkSet set = BenchmarkSet.in(folder.resolve("Set")).get(0);
		assertEquals(16, first(set, 2).hr().dimension(0));
		assertEquals(8, first(set, 2).lr().dimension(0));
		assertEquals(15, first(set, 3).hr().dimension(0));
		assertEquals(null, first(set, 3).lr());
		assertEquals(null, set.images(2).withoutLr().read(0).get(0).lr());
		assertEquals(folder.resolve("Set") + " has no folder HR_x4; it has HR_x2, HR_x3.", refusal(set, 4));
	}

	@Test
	void foldersWithoutImagesAreRefused() throws IOException {
		Files.createDirectories(folder.resolve("Set5/HR_x7"));
		Files.writeString(folder.resolve("Set5/readme.txt"), "text");
		assertTrue(refusal(folder).startsWith("input is " + folder + ", but there is no data set. Name a folder with images, or"));
		Files.createDirectory(folder.resolve("Set5/HR_x2"));
		assertTrue(refusal(BenchmarkSet.in(folder).get(0), 2).startsWith("There is no image in " + folder.resolve("Set5/HR_x2")));
	}

	@Test
	void aPartOfASetIsRefused() throws IOException {
		final Path part = images("Set5/LR_x2", 2, 16);
		assertEquals("input is " + part + ", a part of a data set. Name the folder of the data set, " + folder.resolve("Set5") + ".",
			refusal(part));
	}

	@Test
	void hrAndLrMustFitTogether() throws IOException {
		images("Set/HR_x2", 2, 17);
		images("Set/LR_x2", 2, 8);
		images("Set/HR_x3", 2, 17);
		images("Set/LR_x3", 2, 6);
		images("Set/HR_x4", 2, 17);
		images("Set/LR_x4", 1, 4);
		final BenchmarkSet set = BenchmarkSet.in(folder).get(0);
		assertEquals(2, set.images(2).size());
		final Path wrong = folder.resolve("Set/LR_x3/image0.png");
		assertTrue(refusal(set, 3).startsWith(wrong + " has 6 x 6 pixels, but must have 5 x 5, as " + folder.resolve(
			"Set/HR_x3/image0.png") + " has 17 x 17 at x3. "));
		assertTrue(refusal(set, 4).contains("has no pair in " + folder.resolve("Set/LR_x4")));
	}

	@Test
	void otherBitsAreTold() throws IOException {
		images("Set", 2, 16);
		assertTrue(BenchmarkSet.in(folder).get(0).images(2).firstOfOtherBits().isEmpty());
		final Path deep = TestInputs.save(TestInputs.image(16, 16, 16), folder.resolve("Set/deep.tif"));
		assertEquals(deep, BenchmarkSet.in(folder).get(0).images(2).firstOfOtherBits().orElseThrow());
	}
}
