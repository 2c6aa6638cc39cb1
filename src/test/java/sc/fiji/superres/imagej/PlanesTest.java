package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;

class PlanesTest {

	@Test
	void eachBitDepthHasItsType() {
		assertInstanceOf(UnsignedByteType.class, Planes.of(TestPlanes.random(8, 3, 2)).getType());
		assertInstanceOf(UnsignedShortType.class, Planes.of(TestPlanes.random(16, 3, 2)).getType());
		assertInstanceOf(FloatType.class, Planes.of(TestPlanes.random(32, 3, 2)).getType());
		assertInstanceOf(ARGBType.class, Planes.of(TestPlanes.random(24, 3, 2)).getType());
	}

	@Test
	@SuppressWarnings("unchecked")
	void aPlaneIsAViewOfThePixels() {
		final ImagePlus image = TestPlanes.random(16, 5, 4);
		final Img<UnsignedShortType> plane = (Img<UnsignedShortType>) Planes.of(image);
		plane.getAt(3, 2).set(12345);
		assertEquals(12345, image.getProcessor().get(3, 2));
		image.getProcessor().set(1, 0, 65535);
		assertEquals(65535, plane.getAt(1, 0).get());
		assertArrayEquals(new long[] { 5, 4 }, plane.dimensionsAsLongArray());
	}

	@Test
	@SuppressWarnings("unchecked")
	void coloursAreViewedToo() {
		final ImagePlus image = TestPlanes.random(24, 5, 4);
		((Img<ARGBType>) Planes.of(image)).getAt(4, 3).set(0xff102030);
		assertEquals(0x102030, image.getProcessor().get(4, 3) & 0xffffff);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void backWithoutACopy(final int bitDepth) {
		final ImagePlus image = TestPlanes.random(bitDepth, 7, 5);
		final ImageProcessor back = Planes.processor(Planes.of(image));
		assertSame(image.getProcessor().getPixels(), back.getPixels());
		assertEquals(bitDepth, back.getBitDepth());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void aViewIsCopied(final int bitDepth) {
		final ImagePlus image = TestPlanes.random(bitDepth, 7, 5);
		final RandomAccessibleInterval<?> crop = Planes.of(image).view().interval(new FinalInterval(
			new long[] { 2, 1 }, new long[] { 5, 3 }));
		final ImageProcessor back = Planes.processor(crop);
		final ImageProcessor expected = image.getProcessor();
		expected.setRoi(2, 1, 4, 3);
		TestPlanes.assertPixels(new ImagePlus("crop", expected.crop()), new ImagePlus("back", back));
		assertNotSame(image.getProcessor().getPixels(), back.getPixels());
	}

	@Test
	void aStackIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Planes.of(TestPlanes.randomStack(8, 3, 2, 4))).getMessage();
		assertTrue(message.contains("'random stack' is a stack of 4 planes") && message.contains("Duplicate"), message);
	}

	@Test
	void anImageWithoutPixelsIsRefused() {
		final ImagePlus empty = new ImagePlus();
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Planes.of(empty)).getMessage().contains("no image"));
		assertThrows(IllegalArgumentException.class, () -> Planes.of(null));
		final ImagePlus closed = TestPlanes.random(8, 3, 2);
		closed.close();
		closed.flush();
		assertThrows(IllegalArgumentException.class, () -> Planes.of(closed));
	}

	@Test
	void anotherTypeOrShapeIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Planes.processor(ArrayImgs.doubles(3, 2)));
		assertThrows(IllegalArgumentException.class, () -> Planes.processor(ArrayImgs.floats(3, 2, 2)));
		assertThrows(IllegalArgumentException.class, () -> Planes.processor(ConstantUtils.constantRandomAccessibleInterval(
			new UnsignedByteType(), new FinalInterval(65536, 65536))));
	}
}
