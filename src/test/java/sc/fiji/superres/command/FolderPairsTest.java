package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPairsTest {

	@TempDir
	Path folder;

	private Path hr;
	private Path lr;

	@BeforeEach
	void makeFolders() throws IOException {
		hr = Files.createDirectories(folder.resolve("hr/sub"));
		lr = Files.createDirectories(folder.resolve("lr/sub"));
		hr = hr.getParent();
		lr = lr.getParent();
	}

	private static void write(final Path folder, final String... names) throws IOException {
		for (final String name : names)
			TestInputs.save(TestInputs.image(8, 8, 8), folder.resolve(name));
	}

	private String refusal() {
		return assertThrows(IllegalArgumentException.class, () -> FolderPairs.of(hr, lr)).getMessage();
	}

	@Test
	void namesWithoutExtensionsTellThePairs() throws IOException {
		write(hr, "b.png", "a.tif", "sub/c.png");
		write(lr, "sub/c.tif", "a.png", "b.png");
		final FolderPairs pairs = FolderPairs.of(hr, lr);
		assertEquals(List.of(hr.resolve("a.tif"), hr.resolve("b.png"), hr.resolve("sub/c.png")), pairs.hr());
		assertEquals(List.of(lr.resolve("a.png"), lr.resolve("b.png"), lr.resolve("sub/c.tif")), pairs.lr());
	}

	@Test
	void anImageWithoutItsPairIsNamed() throws IOException {
		write(hr, "a.png", "b.png", "c.png", "d.png", "e.png");
		write(lr, "a.png");
		assertEquals(hr.resolve("b.png") + " and 3 more have no pair in " + lr + ": there is no image named b, c, d. Give " +
			"both images of a pair the same name.", refusal());
	}

	@Test
	void anLrImageTooMuchIsNamed() throws IOException {
		write(hr, "a.png");
		write(lr, "a.png", "sub/b.png");
		assertTrue(refusal().startsWith(lr.resolve("sub/b.png") + " has no pair in " + hr), refusal());
	}

	@Test
	void twoImagesOfOneNameAreRefused() throws IOException {
		write(hr, "a.png", "a.tif");
		write(lr, "a.png");
		assertTrue(refusal().contains("have one name"), refusal());
	}
}
