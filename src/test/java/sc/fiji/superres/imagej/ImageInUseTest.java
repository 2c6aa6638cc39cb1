package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;

class ImageInUseTest {

	private static final String IN_USE = "The image 'random' is in use by another command. Wait until that has ended.";

	private final ImagePlus image = TestPlanes.random(8, 6, 4);
	private final ExecutorService other = Executors.newSingleThreadExecutor();
	private int listeners;

	@BeforeEach
	void listen() {
		ImageInUse.of(TestPlanes.random(8, 2, 2)).close(); // from the first one on
		listeners = ImagePlus.getListeners().size();
	}

	@AfterEach
	void end() {
		other.shutdown();
		assertEquals(listeners, ImagePlus.getListeners().size());
	}

	private <T> T inOtherThread(final Callable<T> task) throws Exception {
		return other.submit(task).get();
	}

	private static String refusal(final ImagePlus... images) {
		return assertThrows(IllegalArgumentException.class, () -> ImageInUse.of(images)).getMessage();
	}

	/** ImageJ tells its listeners on the event thread, in turn. */
	private static void letListenersHear() throws Exception {
		EventQueue.invokeAndWait(() -> {});
	}

	@Test
	void itIsLockedForAsLongAsItTakes() throws Exception {
		try (ImageInUse use = ImageInUse.of(image)) {
			assertTrue(image.isLocked());
			assertTrue(inOtherThread(image::isLockedByAnotherThread));
			use.checkOpen();
		}
		assertFalse(image.isLocked());
		assertTrue(image.isProcessor());
		assertFalse(image.changes);
	}

	@Test
	void lockedByAnotherCommand() throws Exception {
		assertTrue(inOtherThread(image::lockSilently));
		assertEquals(IN_USE, refusal(image));
		assertTrue(image.isLocked());
		inOtherThread(() -> {
			image.unlock();
			return null;
		});
		ImageInUse.of(image).close();
	}

	@Test
	void twoRunsAtOnce() throws Exception {
		try (ImageInUse use = ImageInUse.of(image)) {
			assertEquals(IN_USE, inOtherThread(() -> refusal(image)));
			assertEquals(IN_USE, refusal(image)); // the same thread, which ImageJ's lock would let in
			assertTrue(image.isLocked());
		}
		inOtherThread(() -> {
			ImageInUse.of(image).close();
			return null;
		});
		assertFalse(image.isLocked());
	}

	@Test
	void aHostThatHasLockedItForUsKeepsItsLock() {
		assertTrue(image.lockSilently());
		ImageInUse.of(image).close();
		assertTrue(image.isLocked());
	}

	@Test
	void severalImagesAllOrNone() throws Exception {
		final ImagePlus second = TestPlanes.random(16, 6, 4);
		try (ImageInUse use = ImageInUse.of(second)) {
			assertEquals(IN_USE, refusal(image, second));
			assertFalse(image.isLocked());
			assertTrue(second.isLocked());
		}
		try (ImageInUse use = ImageInUse.of(image, second, image)) {
			assertTrue(image.isLocked() && second.isLocked());
		}
		assertFalse(image.isLocked() || second.isLocked());
	}

	@Test
	void closingTwiceDoesNotUnlockAnothersRun() {
		final ImageInUse first = ImageInUse.of(image);
		first.close();
		try (ImageInUse use = ImageInUse.of(image)) {
			first.close();
			assertTrue(image.isLocked());
			assertEquals(IN_USE, refusal(image));
		}
	}

	@Test
	void anImageThatIsClosedMeanwhile() throws Exception {
		final ImageInUse use = ImageInUse.of(image);
		image.flush();
		letListenersHear();
		assertTrue(image.isProcessor(), "ImageJ keeps a locked image");
		assertEquals("The image 'random' was closed while it was in use. Open it again.", assertThrows(IllegalArgumentException.class,
			use::checkOpen).getMessage());
		use.close();
		assertFalse(image.isLocked());
		assertFalse(image.isProcessor(), "its memory is free");
		assertEquals("The image 'random' was closed. Open it again.", refusal(image));
	}

	@Test
	void anotherImageMayBeClosed() throws Exception {
		try (ImageInUse use = ImageInUse.of(image)) {
			TestPlanes.random(8, 3, 3).flush();
			letListenersHear();
			assertDoesNotThrow(use::checkOpen);
		}
		assertTrue(image.isProcessor());
	}

	@Test
	void anImageThatIsFlushedInSpiteOfTheLock() {
		try (ImageInUse use = ImageInUse.of(image)) {
			image.unlock();
			image.flush();
			assertThrows(IllegalArgumentException.class, use::checkOpen);
		}
	}

	@Test
	void noImage() {
		assertTrue(refusal(new ImagePlus()).startsWith("There is no image."));
		assertFalse(image.isLocked());
	}
}
