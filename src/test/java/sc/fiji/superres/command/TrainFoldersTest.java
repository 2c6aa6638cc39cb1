package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.io.FileSaver;

import org.junit.jupiter.api.Test;

/** Folders of LR images that belong to the HR ones, and of images to validate on. */
class TrainFoldersTest extends TrainingFolder {

	private Path lr() throws IOException {
		return TestInputs.images(folder.resolve("lr"), 4, 20);
	}

	@Test
	void pairsAreLearnedFrom() throws IOException {
		train("lr", lr().toFile());
		assertEquals(4, trained().card().training().get("images"));
	}

	/** In subfolders, and in another format. */
	@Test
	void namesCountWithoutTheirExtension() throws IOException {
		final Path lr = lr();
		Files.createDirectory(images.resolve("sub"));
		TestInputs.save(TestInputs.image(24, 40, 40), images.resolve("sub/more.tif"));
		Files.createDirectory(lr.resolve("sub"));
		TestInputs.save(TestInputs.image(24, 20, 20), lr.resolve("sub/more.png"));
		train("lr", lr.toFile());
		assertEquals(5, trained().card().training().get("images"));
	}

	@Test
	void anImageWithoutItsPartnerIsNamed() throws IOException {
		final Path lr = lr();
		Files.delete(lr.resolve("image2.png"));
		assertRefused(List.of(images.resolve("image2.png") + " has no pair in " + lr, "no image named image2"), "lr", lr.toFile());
	}

	@Test
	void aPartnerWithoutItsImageIsNamed() throws IOException {
		final Path lr = lr();
		Files.delete(images.resolve("image1.png"));
		Files.delete(images.resolve("image2.png"));
		assertRefused(List.of(lr.resolve("image1.png") + " and 1 more have no pair in " + images, "image1, image2"), "lr", lr.toFile());
	}

	@Test
	void sizesThatDoNotFitAreNamed() throws IOException {
		final Path lr = lr();
		TestInputs.save(TestInputs.image(24, 20, 19), lr.resolve("image3.png"));
		assertRefused(List.of("image3", "40 x 40 and 20 x 19 pixels", "2 times"), "lr", lr.toFile());
	}

	@Test
	void twoFilesOfOneNameAreRefused() throws IOException {
		final Path lr = lr();
		TestInputs.save(TestInputs.image(24, 20, 20), lr.resolve("image3.tif"));
		assertRefused(List.of("image3.png", "image3.tif", "have one name"), "lr", lr.toFile());
	}

	@Test
	void pairsOfStacksNeedAsManyPlanes() throws IOException {
		final Path lr = lr();
		assertTrue(new FileSaver(TestInputs.stack(3)).saveAsTiffStack(images.resolve("stack.tif").toString()));
		assertTrue(new FileSaver(TestInputs.stack(2)).saveAsTiffStack(lr.resolve("stack.tif").toString()));
		assertRefused(List.of("has 3 planes", "has 2"), "lr", lr.toFile());
	}

	@Test
	void imagesToValidateOnAreNotLearnedFrom() throws IOException {
		final Path validation = TestInputs.images(folder.resolve("validation"), 2, 32);
		assertTrue(train("validation", validation.toFile()).contains("on 2 validation images"));
		assertEquals(4, trained().card().training().get("images"));
		assertEquals("image0.png, image1.png", trained().card().training().get("validated_on"));
	}

	/** The images are searched with their subfolders. */
	@Test
	void aFolderToValidateOnMayLieAmongTheImages() throws IOException {
		final Path validation = TestInputs.images(images.resolve("held"), 2, 32);
		train("validation", validation.toFile());
		assertEquals(4, trained().card().training().get("images"));
	}

	@Test
	void aFolderToValidateOnWithoutImagesIsRefused() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertRefused(List.of("validation is " + empty, "no image in it can be validated on"), "validation", empty.toFile());
	}

	@Test
	void givenLrImagesAreNotDegradedAgain() throws IOException {
		final Path lr = lr();
		assertRefused(List.of("psf_sigma, photons and noise must be 0"), "lr", lr.toFile(), "noise", 3.0);
		assertRefused(List.of("Leave validation out"), "lr", lr.toFile(), "validation", images.toFile());
		train("lr", lr.toFile());
		assertEquals("as seen in the LR images of folder lr", trained().card().training().get("degradation"));
	}

	@Test
	void theFolderToValidateOnMustBeThere() {
		assertRefused(List.of("There is no folder " + folder.resolve("none")), "validation", folder.resolve("none").toFile());
	}
}
