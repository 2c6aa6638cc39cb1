package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

class ResultSizeTest {

	private static String refusal(final ResultSize size, final long available) {
		return assertThrows(IllegalArgumentException.class, () -> size.check(() -> available)).getMessage();
	}

	@Test
	void ofAResult() {
		final ImagePlus image = TestHyperstacks.composite(IJ.COLOR);
		image.setRoi(new Roi(1, 1, 5, 4));
		final ResultSize size = ResultSize.of(ImagePlanes.of(image, PlaneSelection.of(image, "1-2", "3", "")), ImageRegion.of(image), 3);
		assertEquals(new ResultSize(15, 12, 10, 16), size);
		assertEquals(15 * 12 * 10 * 2, size.bytes());
	}

	@Test
	void bytesInMemory() {
		assertEquals(6, new ResultSize(3, 2, 1, 8).bytes());
		assertEquals(48, new ResultSize(3, 2, 2, 24).bytes());
		assertEquals(48, new ResultSize(3, 2, 2, 32).bytes());
		assertEquals(4L * 40_000 * 40_000 * 100, new ResultSize(40_000, 40_000, 100, 32).bytes());
	}

	@Test
	void aPlaneOfImageJHoldsSoMany() {
		new ResultSize(Integer.MAX_VALUE, 1, 1, 8).check(() -> Long.MAX_VALUE);
		assertEquals("The result would have 46341 x 46341 pixels, but a plane of ImageJ holds at most 2147483647. Draw a " +
			"smaller selection, or cut the image into parts first.", refusal(new ResultSize(46341, 46341, 1, 8), Long.MAX_VALUE));
		refusal(new ResultSize(4L * Integer.MAX_VALUE, 4, 1, 8), Long.MAX_VALUE);
	}

	@Test
	void whatDoesNotFitIntoTheMemory() {
		final ResultSize size = new ResultSize(4000, 3000, 60, 16);
		size.check(size::bytes);
		assertEquals("The result needs 1440 MB (60 planes of 4000 x 3000 pixels, 16-bit), but Java has only 1439 MB of " +
			"memory left. Give Java more (-Xmx, or Edit > Options > Memory & Threads), choose fewer channels, slices or " +
			"frames, draw a smaller selection, or close other images.", refusal(size, size.bytes() - 1));
		assertTrue(refusal(new ResultSize(100, 100, 1, 24), 1000).contains("needs 0.0 MB (100 x 100 pixels, RGB)"));
	}

	/** What is no longer used counts as used until it is collected. */
	@Test
	void theMemoryIsLookedAtTwice() {
		final AtomicInteger looks = new AtomicInteger();
		new ResultSize(10, 10, 1, 8).check(() -> looks.incrementAndGet() == 1 ? 99 : 100);
		assertEquals(2, looks.get());
	}

	@Test
	void theMemoryThatThereIs() {
		new ResultSize(10, 10, 1, 8).check();
		final int planes = (int) (Runtime.getRuntime().maxMemory() / 100_000_000) + 1;
		assertThrows(IllegalArgumentException.class, () -> new ResultSize(10_000, 10_000, planes, 8).check());
	}

	@Test
	void imagesThatFitAloneMayNotFitTogether() {
		final List<ResultSize> images = List.of(new ResultSize(10, 10, 1, 8), new ResultSize(10, 10, 3, 32));
		ResultSize.check(images, () -> 1300);
		final String message = assertThrows(IllegalArgumentException.class, () -> ResultSize.check(images, () -> 1299)).getMessage();
		assertTrue(message.startsWith("The results together need 0.0 MB (10 x 10 pixels, 8-bit; 3 planes of 10 x 10 pixels, " +
			"32-bit), but"),
			message);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ResultSize.check(images, () -> 1199)).getMessage().startsWith(
			"The result needs"));
	}
}
