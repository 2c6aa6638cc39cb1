package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.values;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Values by hand, properties of a resizing, and a slow, obvious imresize as the reference.
 */
public class MatlabResizeTest {

	/** At x2 the kernel at 0.25, 0.75, 1.25 and 1.75 is 111, 29, -9 and -3 of 128. */
	@Test
	public void enlargesAnImpulseByTheWeightsOfTheKernel() {
		final double[] impulse = { 0, 0, 0, 128, 0, 0, 0 };
		assertArrayEquals(new double[] { 0, 0, 0, -3, -9, 29, 111, 111, 29, -9, -3, 0, 0, 0 },
			values(MatlabResize.resize(ArrayImgs.doubles(impulse, 7, 1), 2, 1, 14, 1)), 0);
	}

	@Test
	public void shrinksAnImpulseByTheWidenedKernel() {
		final double[] impulse = { 0, 0, 0, 0, 0, 256, 0, 0, 0, 0, 0, 0 };
		assertArrayEquals(new double[] { 0, -9, 111, 29, -3, 0 },
			values(MatlabResize.resize(ArrayImgs.doubles(impulse, 12, 1), 0.5, 1, 6, 1)), 0);
	}

	/** 1.0703125 * 10 - 0.0703125 * 110 = 2.97 and so on: the edge is replicated. */
	@Test
	public void repeatsTheEdge() {
		final byte[] step = { 10, 110 };
		assertArrayEquals(new double[] { 3, 30, 90, 117 },
			values(MatlabResize.resize(ArrayImgs.unsignedBytes(step, 2, 1), 2, 1, 4, 1)));
	}

	@Test
	public void clipsIntegersAndNotFloats() {
		assertArrayEquals(new double[] { 0, 52, 203, 255 },
			values(MatlabResize.resize(ArrayImgs.unsignedBytes(new byte[] { 0, (byte) 255 }, 2, 1), 2, 1, 4, 1)));
		assertArrayEquals(new double[] { -17.9296875, 51.796875, 203.203125, 272.9296875 },
			values(MatlabResize.resize(ArrayImgs.floats(new float[] { 0, 255 }, 2, 1), 2, 1, 4, 1)), 0);
	}

	@Test
	public void roundsHalfAwayFromZero() {
		final double[] positive = values(MatlabResize.shrink(ArrayImgs.shorts(new short[] { 1, 1, 2, 2 }, 2, 2), 2));
		final double[] negative = values(MatlabResize.shrink(ArrayImgs.shorts(new short[] { -1, -1, -2, -2 }, 2, 2), 2));
		assertArrayEquals(new double[] { 2 }, positive);
		assertArrayEquals(new double[] { -2 }, negative);
	}

	/** The means of the columns, 0.5 and 1.5, become 1 and 2, and those 2; rows first would give 0 and 2, and 1. */
	@Test
	public void goesVerticallyFirst() {
		assertArrayEquals(new double[] { 2 }, values(MatlabResize.shrink(ArrayImgs.unsignedBytes(new byte[] { 0, 0, 1, 3 }, 2, 2), 2)));
	}

	@Test
	public void goesAlongTheSmallerScaleFirst() {
		final Img<UnsignedByteType> image = random(new UnsignedByteType(), 3, 0, 255, 23, 17);
		assertEqualsReference(image, 0.5, 0.8, 12, 14);
		assertEqualsReference(image, 0.8, 0.5, 19, 9);
		assertEqualsReference(image, 0.4, 3, 10, 51);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 7 })
	public void sizesAreRoundedUp(final int factor) {
		for (int size = 1; size < 20; size++) {
			final Img<FloatType> shrunk = MatlabResize.shrink(ArrayImgs.floats(size, 5), factor);
			assertEquals((long) Math.ceil(size / (double) factor), shrunk.dimension(0));
			assertEquals((long) Math.ceil(5 / (double) factor), shrunk.dimension(1));
		}
	}

	@Test
	public void factorOneChangesNothing() {
		final Img<FloatType> image = random(new FloatType(), 1, -1e6, 1e6, 13, 9);
		assertArrayEquals(values(image), values(MatlabResize.shrink(image, 1)), 0);
		assertArrayEquals(values(image), values(MatlabResize.enlarge(image, 1)), 0);
	}

	@Test
	public void aConstantStaysConstant() {
		final Img<UnsignedShortType> image = random(new UnsignedShortType(), 1, 40000, 40000, 11, 6);
		for (int factor = 1; factor < 6; factor++) {
			for (final double value : values(MatlabResize.shrink(image, factor))) assertEquals(40000, value);
			for (final double value : values(MatlabResize.enlarge(image, factor))) assertEquals(40000, value);
		}
	}

	@Test
	public void onePixelIsEnough() {
		final Img<UnsignedByteType> pixel = ArrayImgs.unsignedBytes(new byte[] { 77 }, 1, 1);
		assertArrayEquals(new double[] { 77 }, values(MatlabResize.shrink(pixel, 4)));
		assertArrayEquals(new double[] { 77, 77, 77, 77 }, values(MatlabResize.enlarge(pixel, 2)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5 })
	public void equalsTheObviousLoop(final int factor) {
		final Random random = new Random(factor);
		for (int i = 0; i < 6; i++) {
			final int width = 1 + random.nextInt(50);
			final int height = 1 + random.nextInt(50);
			assertEqualsReference(random(new UnsignedByteType(), i, 0, 255, width, height), factor);
			assertEqualsReference(random(new UnsignedShortType(), i, 0, 65535, width, height), factor);
			assertEqualsReference(random(new ShortType(), i, -500, 500, width, height), factor);
			assertEqualsReference(random(new ByteType(), i, -128, 127, width, height), factor);
			assertEqualsReference(random(new Unsigned12BitType(), i, 0, 4095, width, height), factor);
			assertEqualsReference(random(new BitType(), i, 0, 1, width, height), factor);
			assertEqualsReference(random(new FloatType(), i, -1, 1, width, height), factor);
			assertEqualsReference(random(new DoubleType(), i, -1e3, 1e3, width, height), factor);
		}
	}

	@Test
	public void theImageMayStartAnywhereAndLieInCells() {
		final Img<UnsignedByteType> image = random(new UnsignedByteType(), 5, 0, 255, 70, 90);
		final Img<UnsignedByteType> cells = new CellImgFactory<>(new UnsignedByteType(), 16).create(70, 90);
		LoopBuilder.setImages(image, cells).forEachPixel((from, to) -> to.set(from));
		final double[] expected = values(MatlabResize.shrink(image, 3));
		assertArrayEquals(expected, values(MatlabResize.shrink(image.view().translate(-7, 1L << 40), 3)));
		assertArrayEquals(expected, values(MatlabResize.shrink(cells, 3)));
	}

	@Test
	public void theNumberOfThreadsChangesNothing() {
		final Img<Unsigned12BitType> packed = random(new Unsigned12BitType(), 5, 0, 4095, 101, 203);
		final Img<FloatType> floats = random(new FloatType(), 5, 0, 1, 101, 203);
		final double[] packedAlone = Parallelization.runSingleThreaded(() -> values(MatlabResize.enlarge(packed, 2)));
		final double[] floatsAlone = Parallelization.runSingleThreaded(() -> values(MatlabResize.enlarge(floats, 2)));
		assertArrayEquals(packedAlone, Parallelization.runWithNumThreads(4, () -> values(MatlabResize.enlarge(packed, 2))));
		assertArrayEquals(floatsAlone, Parallelization.runWithNumThreads(4, () -> values(MatlabResize.enlarge(floats, 2))), 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE })
	public void refusesFactorsOutOfRange(final int factor) {
		final Img<FloatType> image = ArrayImgs.floats(4, 4);
		assertRefused("factor is " + factor, () -> MatlabResize.shrink(image, factor));
		assertRefused("factor is " + factor, () -> MatlabResize.enlarge(image, factor));
	}

	@Test
	public void refusesWhatIsNoPlane() {
		final RandomAccessibleInterval<FloatType> empty = ArrayImgs.floats(4, 4).view().interval(Intervals.createMinSize(0, 0, 0, 4));
		assertRefused("3 dimensions", () -> MatlabResize.shrink(ArrayImgs.floats(4, 4, 2), 2));
		assertRefused("width of the image is 0", () -> MatlabResize.enlarge(empty, 2));
	}

	@Test
	public void refusesImpossibleScalesAndSizes() {
		final Img<FloatType> image = ArrayImgs.floats(400, 4);
		assertRefused("horizontal scale is NaN", () -> MatlabResize.resize(image, Double.NaN, 1, 4, 4));
		assertRefused("vertical scale is 0.0", () -> MatlabResize.resize(image, 1, 0, 4, 4));
		assertRefused("width is 0", () -> MatlabResize.resize(image, 1, 1, 0, 4));
		assertRefused("width is 400000000", () -> MatlabResize.enlarge(image, 1_000_000));
	}

	private static void assertRefused(final String found, final Runnable resizing) {
		final String message = assertThrows(IllegalArgumentException.class, resizing::run).getMessage();
		assertTrue(message.contains(found), message);
	}

	private static <T extends RealType<T> & NativeType<T>> void assertEqualsReference(final Img<T> image, final int factor) {
		final long width = image.dimension(0);
		final long height = image.dimension(1);
		final double scale = 1.0 / factor;
		assertArrayEquals(SlowImresize.resize(image, scale, scale, (width + factor - 1) / factor, (height + factor - 1) / factor),
			values(MatlabResize.shrink(image, factor)), tolerance(image));
		assertArrayEquals(SlowImresize.resize(image, factor, factor, width * factor, height * factor),
			values(MatlabResize.enlarge(image, factor)), tolerance(image));
	}

	private static <T extends RealType<T> & NativeType<T>> void assertEqualsReference(final Img<T> image, final double scaleX,
		final double scaleY, final long width, final long height)
	{
		assertArrayEquals(SlowImresize.resize(image, scaleX, scaleY, width, height),
			values(MatlabResize.resize(image, scaleX, scaleY, width, height)), tolerance(image));
	}

	private static double tolerance(final RandomAccessibleInterval<?> image) {
		return image.getType() instanceof FloatType ? 1e-6 : image.getType() instanceof DoubleType ? 1e-9 : 0;
	}
}
