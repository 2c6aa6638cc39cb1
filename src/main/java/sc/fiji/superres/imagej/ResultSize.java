package sc.fiji.superres.imagej;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import net.imglib2.Interval;

/**
 * How large an image is or will be, and whether ImageJ and Java's memory can hold it.
 *
 * @param width pixels in a row
 * @param height rows
 * @param planes number of planes
 * @param bitDepth bits per pixel: 8, 16, 32 or, for RGB, 24
 */
public record ResultSize(long width, long height, int planes, int bitDepth) {

	/** What a plane of ImageJ, a Java array, holds at most. */
	private static final long MAX_PIXELS = Integer.MAX_VALUE;

	/** The size of the result: the region, so many times wider and higher, of each plane. */
	public static ResultSize of(final ImagePlanes<?> planes, final Interval region, final int scale) {
		return new ResultSize(scale * region.dimension(0), scale * region.dimension(1), planes.size(), planes.bitDepth());
	}

	/** Its bytes in memory, where RGB takes as much as 32-bit. */
	public long bytes() {
		return planes * width * height * (bitDepth == 24 ? 4 : bitDepth / 8);
	}

	/**
	 * Whether it can be held.
	 *
	 * @throws IllegalArgumentException if a plane has too many pixels, or all do not fit into the memory that Java has left;
	 *           the message is for users
	 */
	public void check() {
		check(ResultSize::available);
	}

	void check(final LongSupplier available) {
		if (width * height > MAX_PIXELS)
			throw new IllegalArgumentException("The result would have " + width + " x " + height + " pixels, but a plane of " +
				"ImageJ holds at most " + MAX_PIXELS + ". Draw a smaller selection, or cut the image into parts first.");
		checkFits("result needs", bytes(), toString(), available);
	}

	/** {@link #check()} of each of several images, and of all together. */
	public static void check(final List<ResultSize> images) {
		check(images, ResultSize::available);
	}

	static void check(final List<ResultSize> images, final LongSupplier available) {
		images.forEach(image -> image.check(available));
		checkFits("results together need", images.stream().mapToLong(ResultSize::bytes).sum(), images.stream().map(
			ResultSize::toString).collect(Collectors.joining("; ")), available);
	}

	private static void checkFits(final String what, final long bytes, final String images, final LongSupplier available) {
		if (bytes <= available.getAsLong()) return;
		System.gc(); // what is no longer used counts as used until then
		final long limit = available.getAsLong();
		if (bytes > limit)
			throw new IllegalArgumentException("The " + what + " " + megabytes(bytes) + " MB (" + images + "), but Java has only " +
				megabytes(limit) + " MB of memory left. Give Java more (-Xmx, or Edit > Options > Memory & Threads), choose fewer " +
				"channels, slices or frames, draw a smaller selection, or close other images.");
	}

	private static long available() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
	}

	private static String megabytes(final long bytes) {
		return bytes < 10_000_000 ? String.format(Locale.ROOT, "%.1f", bytes / 1e6) : String.valueOf(bytes / 1_000_000);
	}

	/** Such as {@code 60 planes of 2048 x 1024 pixels, 16-bit}. */
	@Override
	public String toString() {
		return (planes == 1 ? "" : planes + " planes of ") + width + " x " + height + " pixels, " +
			(bitDepth == 24 ? "RGB" : bitDepth + "-bit");
	}
}
