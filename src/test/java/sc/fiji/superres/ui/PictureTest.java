package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A picture that no script makes grows stale. */
class PictureTest {

	private static final int LARGEST = 300_000;

	@Test
	void theListHasAllThatAreThere() throws IOException {
		final Set<Path> listed = Stream.of(Picture.values()).map(Picture::file).collect(Collectors.toCollection(TreeSet::new));
		try (Stream<Path> files = Files.list(Path.of("docs"))) {
			assertEquals(listed, files.filter(file -> file.toString().endsWith(".png")).collect(Collectors.toCollection(
				TreeSet::new)));
		}
	}

	/** Wider ones are shrunk by most pages, so that their text is hard to read. */
	@ParameterizedTest
	@EnumSource
	void theyFitOnAPage(final Picture picture) throws IOException {
		assertTrue(Files.size(picture.file()) < LARGEST, picture + " is large");
		assertTrue(ImageIO.read(picture.file().toFile()).getWidth() <= 1000, picture + " is wide");
	}

	@Test
	void othersAreRefused() {
		assertEquals(Picture.PSNR, Picture.of("psnr"));
		final String message = assertThrows(IllegalArgumentException.class, () -> Picture.of("psrn")).getMessage();
		assertTrue(message.startsWith("There is no picture psrn. The pictures are family, "), message);
	}
}
