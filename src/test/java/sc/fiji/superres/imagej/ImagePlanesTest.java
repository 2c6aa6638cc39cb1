package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

class ImagePlanesTest {

	private static Object array(final ImagePlanes<?> planes, final int plane) throws IOException {
		return Planes.processor(planes.plane(plane)).getPixels();
	}

	private static String refusal(final ImagePlus image) {
		return assertThrows(IllegalArgumentException.class, () -> ImagePlanes.of(image)).getMessage();
	}

	@Test
	void eachBitDepthHasItsType() throws IOException {
		final List<Class<?>> types = List.of(UnsignedByteType.class, UnsignedShortType.class, ARGBType.class, FloatType.class);
		for (int bits = 8; bits <= 32; bits += 8) {
			final ImagePlanes<?> planes = ImagePlanes.of(TestPlanes.randomStack(bits, 7, 5, 3));
			assertEquals(bits, planes.bitDepth());
			assertEquals(7, planes.width());
			assertEquals(5, planes.height());
			assertEquals(3, planes.size());
			assertSame(types.get(bits / 8 - 1), planes.plane(2).getType().getClass());
			assertArrayEquals(new long[] { 7, 5 }, planes.plane(2).dimensionsAsLongArray());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void planesAreViewsOfTheArraysThatImageJHas(final int bitDepth) throws IOException {
		final ImagePlus stack = TestPlanes.randomStack(bitDepth, 7, 5, 4);
		final ImagePlanes<?> planes = ImagePlanes.of(stack, PlaneSelection.of(stack, "", "2-4", ""));
		for (int i = 0; i < 3; i++)
			assertSame(stack.getStack().getPixels(i + 2), array(planes, i));
		final ImagePlus single = TestPlanes.random(bitDepth, 7, 5);
		assertSame(single.getProcessor().getPixels(), array(ImagePlanes.of(single), 0));
		assertFalse(single.hasImageStack());
	}

	@Test
	void planesOfAHyperstackAreThoseOfTheSelection() throws IOException {
		final ImagePlus image = TestHyperstacks.composite(IJ.COMPOSITE);
		final PlaneSelection selection = PlaneSelection.of(image, "2-3", "4", "1,5");
		final ImagePlanes<?> planes = ImagePlanes.of(image, selection);
		assertSame(selection, planes.selection());
		assertArrayEquals(new int[] { 1, 2, 1, 2 }, IntStream.range(0, planes.size()).map(planes::channel).toArray());
		for (int i = 0; i < planes.size(); i++)
			assertSame(image.getStack().getPixels(selection.stackIndex(i)), array(planes, i));
	}

	@Test
	void theImageStaysAsItIs() throws IOException {
		final ImagePlus image = TestHyperstacks.composite(IJ.COLOR);
		image.setRoi(new Roi(1, 2, 3, 4));
		final ImageProcessor shown = image.getProcessor();
		final double max = shown.getMax();
		final ImagePlanes<?> planes = ImagePlanes.of(image);
		for (int i = 0; i < planes.size(); i++)
			planes.plane(i);
		assertSame(shown, image.getProcessor());
		assertEquals(max, shown.getMax());
		assertEquals(image.getStackIndex(2, 3, 4), image.getCurrentSlice());
		assertEquals(1, image.getRoi().getXBase());
		assertFalse(image.changes || image.isLocked());
	}

	@Test
	void ofALongVirtualStackOnlyTheWantedPlanesAreReadAndOnce() throws IOException {
		final ImagePlus image = CountingStack.image(6, 4, 2000);
		final ImagePlanes<?> planes = ImagePlanes.of(image, PlaneSelection.of(image, "", "17,100-102,1999-2000", ""));
		ImageRegion.of(image);
		assertEquals(List.of(), CountingStack.read(image));
		final int[] wanted = { 17, 100, 101, 102, 1999, 2000 };
		for (int pass = 1; pass <= 2; pass++) {
			for (int i = 0; i < planes.size(); i++)
				assertEquals(wanted[i], ((short[]) array(planes, i))[23]);
			assertEquals(pass * wanted.length, CountingStack.read(image).size());
		}
		assertEquals(IntStream.concat(IntStream.of(wanted), IntStream.of(wanted)).boxed().toList(), CountingStack.read(image));
		assertEquals(1, image.getCurrentSlice());
	}

	@Test
	void aWholeRunReadsEachPlaneOfAVirtualStackOnce() {
		final ImagePlus image = CountingStack.image(6, 4, 2000);
		final ImagePlus result = TestHyperstacks.upscale(image, PlaneSelection.of(image, "", "1000-1002", ""), 3);
		assertEquals(List.of(1000, 1001, 1002), CountingStack.read(image));
		assertFalse(result.getStack().isVirtual());
		assertEquals(1001, result.getStack().getProcessor(2).get(17, 11));
		assertEquals("slice 1001", result.getStack().getSliceLabel(2));
	}

	@Test
	void anotherThreadMayRead() throws IOException {
		final ImagePlus image = CountingStack.image(6, 4, 20);
		final ImagePlanes<?> planes = ImagePlanes.of(image);
		final Object pixels = CompletableFuture.supplyAsync(() -> {
			try {
				return array(planes, 12);
			}
			catch (final IOException e) {
				throw new IllegalStateException(e);
			}
		}).join();
		assertEquals(13, ((short[]) pixels)[0]);
	}

	@Test
	void planesOfAClosedImageAreStillThere() throws IOException {
		final ImagePlus image = TestPlanes.randomStack(8, 7, 5, 2);
		final byte[] pixels = (byte[]) image.getStack().getPixels(2);
		final ImagePlanes<?> planes = ImagePlanes.of(image);
		image.flush();
		assertSame(pixels, array(planes, 1));
	}

	@Test
	void noImageAClosedOneAndAnEmptyOne() {
		final String none = "There is no image. Open one, or name one that is open or a file that exists.";
		assertEquals(none, refusal(null));
		assertEquals(none, refusal(new ImagePlus()));
		final ImagePlus closed = TestPlanes.randomStack(8, 7, 5, 2);
		closed.flush();
		assertEquals("The image 'random stack' was closed. Open it again.", refusal(closed));
		final ImagePlus empty = TestPlanes.randomStack(8, 7, 5, 2);
		empty.getStack().deleteLastSlice();
		empty.getStack().deleteLastSlice();
		assertEquals("The image 'random stack' is an empty stack. Add a plane to it, or name another image.", refusal(empty));
	}

	@Test
	void planesWithoutPixelsAndIntegersOf32Bits() {
		final ImageStack stack = new ImageStack(3, 2, 2);
		stack.setPixels(new byte[6], 1);
		final ImagePlanes<?> planes = ImagePlanes.of(new ImagePlus("half", stack));
		assertEquals("Plane 2 of 'half' has no pixels. Remove it.", assertThrows(IOException.class, () -> planes.plane(1)).getMessage());
		assertTrue(refusal(new ImagePlus("ints", new IntProcessor(3, 2))).contains("32-bit integers"));
	}

	private static String unreadable(final VirtualStack stack) {
		final ImagePlus image = new ImagePlus("made", stack);
		final ImagePlanes<?> planes = ImagePlanes.of(image);
		return assertThrows(ImageFileException.class, () -> planes.plane(1)).getMessage();
	}

	/** A virtual stack of which the first plane is as it should be. */
	private interface Second {

		ImageProcessor get();
	}

	private static VirtualStack stack(final Second second) {
		return new VirtualStack(3, 2, 2) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				return n == 1 ? new ByteProcessor(3, 2) : second.get();
			}
		};
	}

	@Test
	void sourcesThatFail() {
		assertEquals("Plane 2 of 'made' cannot be read: its source gave no pixels. Check that its file is there, and open " +
			"the stack again.", unreadable(stack(() -> null)));
		assertEquals("Plane 2 of 'made' cannot be read: its source failed (the server is down). Open the stack again.", unreadable(stack(
			() -> {
				throw new IllegalStateException("the server is down\nsecond line");
			})));
		assertEquals("Plane 2 of 'made' cannot be read: its source failed. Open the stack again.", unreadable(stack(() -> {
			throw new NullPointerException();
		})));
		assertEquals("Plane 2 of 'made' cannot be read: it has 3 x 2 pixels of 16 bits, but the image has 3 x 2 of 8. Open " +
			"the stack again.", unreadable(stack(() -> new ShortProcessor(3, 2))));
		assertEquals("Plane 2 of 'made' cannot be read: it has 4 x 2 pixels of 8 bits, but the image has 3 x 2 of 8. Open " +
			"the stack again.", unreadable(stack(() -> new ByteProcessor(4, 2))));
	}

	@Test
	void whiteIsAllowed() throws IOException {
		final ByteProcessor white = new ByteProcessor(3, 2);
		white.invert();
		final RandomAccessibleInterval<?> plane = ImagePlanes.of(new ImagePlus("made", stack(() -> white))).plane(1);
		assertInstanceOf(UnsignedByteType.class, plane.getType());
	}
}
