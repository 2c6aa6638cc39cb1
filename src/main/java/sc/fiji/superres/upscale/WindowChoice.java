package sc.fiji.superres.upscale;

import java.util.function.LongUnaryOperator;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.RealType;

import sc.fiji.superres.engine.Placement;

/** Chooses the windows of a run so that they fit into the memory: on a CPU, an engine without memory ends the process. */
final class WindowChoice {

	/** What automatic windows take at most on a CPU, so that the whole process stays below 2.5 GB. */
	private static final long AUTOMATIC_LIMIT = 2_000_000_000;

	/**
	 * The same on a graphics processor: then no tensor has 2^31 values, beyond which cuDNN's indices end, and the machine's own
	 * memory, which holds what goes in and comes out, is hardly touched.
	 */
	private static final long AUTOMATIC_LIMIT_GPU = 8_000_000_000L;

	/** Of what is free, automatic windows take no more than this share, asked-for ones no more than that. */
	private static final double AUTOMATIC_SHARE = 0.6;
	private static final double ASKED_SHARE = 0.9;

	private final Area area;
	private final LongUnaryOperator memory;
	private final long available;
	private final boolean onGpu;

	/**
	 * @param area of a plane that is read
	 * @param memory bytes that a window of so many LR pixels takes
	 * @param available bytes that may be taken
	 * @param onGpu whether they are a graphics processor's
	 */
	WindowChoice(final Area area, final LongUnaryOperator memory, final long available, final boolean onGpu) {
		this.area = area;
		this.memory = memory;
		this.available = available;
		this.onGpu = onGpu;
	}

	/**
	 * Within the memory that is free now where the windows are computed. On the CPU a plane of the result and what is asked for
	 * beside it lie there, too.
	 *
	 * @param placement where they are computed
	 * @param type of its pixels
	 * @param memory bytes that one inference takes for a window of so many LR pixels
	 */
	static WindowChoice now(final Area area, final Outline method, final Placement placement, final UpscaleOptions options,
		final Type<?> type, final LongUnaryOperator memory)
	{
		final int scale = method.scale();
		final int channels = PlaneSource.channels(type);
		final long results = placement.isGpu() ? 0 : area.pixels() * bits(scale, options, type) / Byte.SIZE;
		final LongUnaryOperator ofAll = !options.ensemble() ? memory
			: pixels -> Ensemble.memory(memory.applyAsLong(pixels), channels, scale, pixels);
		return new WindowChoice(area, ofAll, Math.max(0, placement.freeBytes() - results), placement.isGpu());
	}

	/** Bits of the results for each LR pixel. */
	private static int bits(final int scale, final UpscaleOptions options, final Type<?> type) {
		final int result = type instanceof RealType<?> real ? real.getBitsPerPixel() : Integer.SIZE;
		return scale * scale * (result + (options.deviationMap() ? Float.SIZE : 0)) + (options.consistencyMap() ? Float.SIZE : 0);
	}

	/** @throws IllegalArgumentException if the windows do not fit into the memory */
	WindowPlan choose(final TileSize tileSize) {
		if (!tileSize.isAuto()) return asked(tileSize.pixels());
		final WindowPlan plan = WindowPlan.ofPixels(area,
			pixelsWithin(tileSize.bytes() > 0 ? tileSize.bytes() : automatic(available, onGpu)));
		if (plan == null) return asked(1);
		final long needed = memory.applyAsLong(plan.pixels());
		if (needed > allowed()) throw new IllegalArgumentException("Windows of " + plan.width() + " x " + plan.height() +
			" pixels, on which this work was settled, need " + needed / 1_000_000 + memoryName() + allowed() / 1_000_000 +
			" MB may be taken here. Close other programs, use a machine with more memory, or begin anew with a tile_size.");
		return plan;
	}

	/** What windows take of the memory that is free now, at most. */
	static long automaticBytes(final Placement placement) {
		return automatic(placement.freeBytes(), placement.isGpu());
	}

	private static long automatic(final long available, final boolean onGpu) {
		return Math.min(onGpu ? AUTOMATIC_LIMIT_GPU : AUTOMATIC_LIMIT, (long) (AUTOMATIC_SHARE * available));
	}

	private String memoryName() {
		return onGpu ? " MB of GPU memory, but only " : " MB of memory, but only ";
	}

	private long allowed() {
		return (long) (ASKED_SHARE * available);
	}

	private WindowPlan asked(final int core) {
		final WindowPlan plan = WindowPlan.ofCore(area, core);
		final long needed = memory.applyAsLong(plan.pixels());
		final long allowed = allowed();
		if (needed <= allowed) return plan;
		final int largest = (int) Math.sqrt(pixelsWithin(allowed)) - 2 * area.halo();
		throw new IllegalArgumentException("Windows of " + plan.width() + " x " + plan.height() + " pixels (tile_size " + core +
			" and a halo of " + area.halo() + ") need " + needed / 1_000_000 + memoryName() + allowed / 1_000_000 +
			" MB may be taken. " + (largest >= 1 ? "Use a tile_size of at most " + largest + ", or auto."
				: "Close other programs, or use a smaller halo."));
	}

	/** The largest number of pixels whose memory stays within a limit, by bisection. */
	private long pixelsWithin(final long bytes) {
		long fits = 0;
		long tooMany = (long) area.width() * area.height() + 1;
		while (tooMany - fits > 1) {
			final long middle = (fits + tooMany) / 2;
			if (memory.applyAsLong(middle) <= bytes) fits = middle;
			else tooMany = middle;
		}
		return fits;
	}
}
