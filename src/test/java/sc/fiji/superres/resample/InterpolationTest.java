package sc.fiji.superres.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.TestImages.random;
import static sc.fiji.superres.TestImages.values;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * What every interpolation keeps; a new one joins by itself.
 */
public class InterpolationTest {

	static Stream<Arguments> interpolationsAndFactors() {
		return Stream.of(Interpolation.values()).flatMap(one -> Stream.of(2, 3, 4).map(factor -> Arguments.of(one, factor)));
	}

	@Test
	public void keysAreThoseOfTheModels() {
		assertEquals("[nearest, bilinear, bicubic, bicubic-ij, lanczos, ibp]", Arrays.toString(Interpolation.values()));
		for (final Interpolation interpolation : Interpolation.values())
			assertEquals(interpolation.toString(), interpolation.key());
		assertEquals("Bicubic (ImageJ)", Interpolation.BICUBIC_IJ.title());
	}

	@ParameterizedTest
	@MethodSource("interpolationsAndFactors")
	public void windowsWithAHaloGiveTheWholeToTheBit(final Interpolation interpolation, final int factor) {
		assertWindowsEqualWhole(random(new UnsignedByteType(), 1, 0, 255, 81, 47), interpolation, factor);
		assertWindowsEqualWhole(random(new UnsignedShortType(), 2, 0, 65535, 47, 81), interpolation, factor);
		assertWindowsEqualWhole(random(new FloatType(), 3, -1, 1, 81, 47), interpolation, factor);
		assertWindowsEqualWhole(random(new DoubleType(), 4, -1e3, 1e3, 47, 81), interpolation, factor);
		assertWindowsEqualWhole(random(new DoubleType(), 5, -1, 1, 1, 23), interpolation, factor);
	}

	/** So the radius is neither too small nor larger than it need be. */
	@ParameterizedTest
	@MethodSource("interpolationsAndFactors")
	public void anImpulseReachesAsFarAsTheRadius(final Interpolation interpolation, final int factor) {
		final int center = 40;
		final Img<DoubleType> image = ArrayImgs.doubles(81, 81);
		image.getAt(center, center).set(1);
		final Img<DoubleType> enlarged = interpolation.enlarge(image, factor);
		long reach = 0;
		for (int y = 0; y < enlarged.dimension(1); y++)
			for (int x = 0; x < enlarged.dimension(0); x++)
				if (enlarged.getAt(x, y).get() != 0)
					reach = Math.max(reach, Math.max(Math.abs(x / factor - center), Math.abs(y / factor - center)));
		assertEquals(interpolation.radius(factor), reach);
	}

	@ParameterizedTest
	@MethodSource("interpolationsAndFactors")
	public void aConstantStaysConstant(final Interpolation interpolation, final int factor) {
		for (final double value : values(interpolation.enlarge(random(new UnsignedShortType(), 1, 40000, 40000, 11, 6), factor)))
			assertEquals(40000, value);
		for (final double value : values(interpolation.enlarge(random(new FloatType(), 1, -0.7, -0.7, 6, 11), factor)))
			assertEquals(-0.7f, value, 1e-7);
	}

	/** To within 1.5 as MATLAB's ways round between the passes too, where a rounding error grows by a weight above 1. */
	@ParameterizedTest
	@MethodSource("interpolationsAndFactors")
	public void integersAreTheRoundedFloats(final Interpolation interpolation, final int factor) {
		final Img<ShortType> image = random(new ShortType(), 6, -9000, 9000, 21, 14);
		assertArrayEquals(values(interpolation.enlarge(ArrayImgs.doubles(values(image), 21, 14), factor)),
			values(interpolation.enlarge(image, factor)), 1.5);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "NEAREST", "BILINEAR" })
	public void integersAreClippedAndFloatsAreNot(final Interpolation interpolation) {
		final Img<UnsignedByteType> square = ArrayImgs.unsignedBytes(12, 12);
		square.forEach(pixel -> pixel.set(255));
		square.view().interval(Intervals.createMinSize(4, 4, 4, 4)).forEach(UnsignedByteType::setZero);
		final double[] clipped = values(interpolation.enlarge(square, 2));
		final double[] exact = values(interpolation.enlarge(ArrayImgs.doubles(values(square), 12, 12), 2));
		assertEquals(0, Arrays.stream(clipped).min().getAsDouble());
		assertEquals(255, Arrays.stream(clipped).max().getAsDouble());
		assertTrue(Arrays.stream(exact).min().getAsDouble() < -1);
		assertTrue(Arrays.stream(exact).max().getAsDouble() > 256);
	}

	@ParameterizedTest
	@MethodSource("interpolationsAndFactors")
	public void theSizeIsMultiplied(final Interpolation interpolation, final int factor) {
		final Img<FloatType> enlarged = interpolation.enlarge(ArrayImgs.floats(5, 1), factor);
		assertTrue(Intervals.equals(new FinalInterval(5L * factor, factor), enlarged));
	}

	@ParameterizedTest
	@EnumSource
	public void factorOneCopies(final Interpolation interpolation) {
		final Img<DoubleType> image = random(new DoubleType(), 1, -1e6, 1e6, 13, 9);
		assertArrayEquals(values(image), values(interpolation.enlarge(image, 1)));
		assertEquals(0, interpolation.radius(1));
	}

	@ParameterizedTest
	@EnumSource
	public void theImageMayStartAnywhereAndLieInCells(final Interpolation interpolation) {
		final Img<UnsignedByteType> image = random(new UnsignedByteType(), 5, 0, 255, 30, 45);
		final Img<UnsignedByteType> cells = new CellImgFactory<>(new UnsignedByteType(), 16).create(30, 45);
		LoopBuilder.setImages(image, cells).forEachPixel((from, to) -> to.set(from));
		final double[] expected = values(interpolation.enlarge(image, 3));
		assertArrayEquals(expected, values(interpolation.enlarge(image.view().translate(-7, 1L << 40), 3)));
		assertArrayEquals(expected, values(interpolation.enlarge(cells, 3)));
	}

	@ParameterizedTest
	@EnumSource
	public void theNumberOfThreadsChangesNothing(final Interpolation interpolation) {
		final Img<Unsigned12BitType> packed = random(new Unsigned12BitType(), 5, 0, 4095, 61, 83);
		final Img<FloatType> floats = random(new FloatType(), 5, 0, 1, 61, 83);
		final double[] packedAlone = Parallelization.runSingleThreaded(() -> values(interpolation.enlarge(packed, 2)));
		final double[] floatsAlone = Parallelization.runSingleThreaded(() -> values(interpolation.enlarge(floats, 2)));
		assertArrayEquals(packedAlone, Parallelization.runWithNumThreads(4, () -> values(interpolation.enlarge(packed, 2))));
		assertArrayEquals(floatsAlone, Parallelization.runWithNumThreads(4, () -> values(interpolation.enlarge(floats, 2))));
	}

	@ParameterizedTest
	@EnumSource
	public void refusesWhatCannotBeEnlarged(final Interpolation interpolation) {
		final Img<FloatType> image = ArrayImgs.floats(400, 4);
		assertRefused("factor is 0", () -> interpolation.enlarge(image, 0));
		assertRefused("factor is -1", () -> interpolation.radius(-1));
		assertRefused("width is 400000000", () -> interpolation.enlarge(image, 1_000_000));
		assertRefused("3 dimensions", () -> interpolation.enlarge(ArrayImgs.floats(4, 4, 2), 2));
	}

	private static void assertRefused(final String found, final Runnable enlarging) {
		final String message = assertThrows(IllegalArgumentException.class, enlarging::run).getMessage();
		assertTrue(message.contains(found), message);
	}

	/** Windows of 10 × 10 pixels and the halo around them, as far as the image goes. */
	private static <T extends RealType<T> & NativeType<T>> void assertWindowsEqualWhole(final Img<T> image,
		final Interpolation interpolation, final int factor)
	{
		final Img<T> whole = interpolation.enlarge(image, factor);
		for (long y = 0; y < image.dimension(1); y += 10)
			for (long x = 0; x < image.dimension(0); x += 10) {
				final Interval core = Intervals.intersect(image, Intervals.createMinSize(x, y, 10, 10));
				final Interval window = Intervals.intersect(image, Intervals.expand(core, interpolation.radius(factor)));
				final RandomAccessibleInterval<T> enlarged = interpolation.enlarge(image.view().interval(window), factor).view()
					.translate(factor * window.min(0), factor * window.min(1));
				final Interval block = Intervals.createMinSize(factor * x, factor * y, factor * core.dimension(0),
					factor * core.dimension(1));
				assertArrayEquals(values(whole.view().interval(block)), values(enlarged.view().interval(block)));
			}
	}
}
