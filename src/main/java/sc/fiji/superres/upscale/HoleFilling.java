package sc.fiji.superres.upscale;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.engine.Progress;

/**
 * Fills the unknown pixels of a plane from those around them, from the rims inward: a layer is all that touches what is
 * known, and its values are the means of what was known before it. So they do not depend on the order within a layer, and
 * each pixel is looked at a fixed number of times.
 */
final class HoleFilling {

	/** What an unknown pixel holds. */
	static final float UNKNOWN = Float.NaN;

	/** What one holds that is in the next layer. */
	private static final float CHOSEN = Float.POSITIVE_INFINITY;

	private final RandomAccess<FloatType> access;
	private final long width;
	private final long height;
	private final Progress progress;

	/** @param plane starting at (0, 0); finite where it is known */
	HoleFilling(final Img<FloatType> plane, final Progress progress) {
		access = plane.randomAccess();
		width = plane.dimension(0);
		height = plane.dimension(1);
		this.progress = progress;
	}

	/**
	 * @param holes all unknown pixels, as {@code y · width + x}
	 * @return number of layers; a filled value depends on no pixel that is further away
	 */
	int fill(final long[] holes) {
		int layers = 0;
		long[] layer = Arrays.stream(holes).filter(hole -> !Float.isNaN(mean(hole))).toArray();
		while (layer.length > 0) {
			progress.checkCancelled();
			final float[] means = new float[layer.length];
			for (int i = 0; i < layer.length; i++)
				means[i] = mean(layer[i]);
			for (int i = 0; i < layer.length; i++)
				set(layer[i], means[i]);
			layer = next(layer);
			layers++;
		}
		return layers;
	}

	private long[] next(final long[] layer) {
		final LongStream.Builder next = LongStream.builder();
		for (final long filled : layer)
			forEachNeighbour(filled, neighbour -> {
				if (!Float.isNaN(get(neighbour))) return;
				set(neighbour, CHOSEN);
				next.add(neighbour);
			});
		return next.build().toArray();
	}

	/** Of the known neighbours; NaN where there is none. */
	private float mean(final long pixel) {
		final double[] sumAndCount = new double[2];
		forEachNeighbour(pixel, neighbour -> {
			final float value = get(neighbour);
			if (!Float.isFinite(value)) return;
			sumAndCount[0] += value;
			sumAndCount[1]++;
		});
		return (float) (sumAndCount[0] / sumAndCount[1]);
	}

	private void forEachNeighbour(final long pixel, final LongConsumer action) {
		final long x = pixel % width;
		final long y = pixel / width;
		for (long ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
			for (long nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++)
				if (nx != x || ny != y) action.accept(ny * width + nx);
	}

	private float get(final long pixel) {
		return access.setPositionAndGet(pixel % width, pixel / width).get();
	}

	private void set(final long pixel, final float value) {
		access.setPositionAndGet(pixel % width, pixel / width).set(value);
	}
}
