package sc.fiji.superres.training;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The batches of a training: random patches of random images in random orientations. The batch of a step depends on the
 * seed and the step only, so a training that was cut in two sees the same ones.
 */
final class Patches {

	/** Patches side by side: LR and HR, grey levels 0..255. */
	record Batch(float[] lr, float[] hr) {}

	private final List<ImagePair> images;
	private final long[] areaUpTo;
	private final int scale;
	private final int patch;
	private final int batch;
	private final long seed;
	private final Noise noise;

	/** @param images at least one, all of the same channels */
	Patches(final List<ImagePair> images, final TrainingOptions options) {
		this.images = images;
		scale = options.architecture().scale();
		patch = options.setup().patch();
		batch = options.setup().batch();
		seed = options.seed();
		noise = options.degradation().noise();
		areaUpTo = new long[images.size()];
		long area = 0;
		for (int i = 0; i < areaUpTo.length; i++) {
			area += (long) images.get(i).lr().width() * images.get(i).lr().height();
			areaUpTo[i] = area;
		}
	}

	Batch batch(final long step) {
		final SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ new SplittableRandom(step)
			.nextLong());
		final int lrSize = images.get(0).lr().channels() * patch * patch;
		final int hrSize = lrSize * scale * scale;
		final Batch result = new Batch(new float[batch * lrSize], new float[batch * hrSize]);
		for (int i = 0; i < batch; i++) {
			final ImagePair image = randomImage(random);
			final int left = random.nextInt(image.lr().width() - patch + 1);
			final int top = random.nextInt(image.lr().height() - patch + 1);
			final Orientation orientation = new Orientation(random.nextInt(Orientation.COUNT));
			orientation.copy(image.lr(), left, top, patch, result.lr, i * lrSize);
			orientation.copy(image.hr(), scale * left, scale * top, scale * patch, result.hr, i * hrSize);
		}
		noise.addTo(result.lr, random);
		return result;
	}

	/** An image as often as it has pixels, so that every part of the data is seen as often. */
	private ImagePair randomImage(final SplittableRandom random) {
		final long pixel = random.nextLong(areaUpTo[areaUpTo.length - 1]);
		int i = 0;
		while (areaUpTo[i] <= pixel)
			i++;
		return images.get(i);
	}
}
