package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.network.Edsr;

class PatchesTest {

	private static final int SCALE = 2;
	private static final int PATCH = 5;

	private final List<ImagePair> images = List.of(repeatedPixels(1, 12, 9), repeatedPixels(2, 5, 30));

	@Test
	void hrAndLrShowTheSamePlaceInTheSameOrientation() {
		final Patches patches = patches(16, 3);
		for (int step = 0; step < 20; step++) {
			final Patches.Batch batch = patches.batch(step);
			for (int i = 0; i < batch.hr().length; i++)
				assertEquals(batch.lr()[lrIndex(i)], batch.hr()[i]);
		}
	}

	/** Index of the LR value whose HR pixel block holds an HR value. */
	private static int lrIndex(final int hrIndex) {
		final int side = SCALE * PATCH;
		final int c = hrIndex % 3, x = hrIndex / 3 % side, y = hrIndex / 3 / side % side, patch = hrIndex / 3 / side / side;
		return ((patch * PATCH + y / SCALE) * PATCH + x / SCALE) * 3 + c;
	}

	@Test
	void aBatchDependsOnSeedAndStepOnly() {
		final Patches patches = patches(4, 3);
		patches.batch(0);
		final Patches.Batch seventh = patches.batch(7);
		assertArrayEquals(patches(4, 3).batch(7).lr(), seventh.lr());
		assertFalse(Arrays.equals(patches.batch(8).lr(), seventh.lr()));
		assertFalse(Arrays.equals(patches(4, 4).batch(7).lr(), seventh.lr()));
	}

	@Test
	void theEightOrientationsAreDifferentAndKeepEveryPixel() {
		final Raster image = repeatedPixels(4, 6, 7).lr();
		final Set<String> seen = new HashSet<>();
		for (int i = 0; i < Orientation.COUNT; i++) {
			final float[] patch = new float[3 * 16];
			new Orientation(i).copy(image, 1, 2, 4, patch, 0);
			seen.add(Arrays.toString(patch));
			assertArrayEquals(sorted(image.crop(1, 2, 4, 4).toFloats()), sorted(patch));
		}
		assertEquals(8, seen.size());
	}

	@Test
	void orientationZeroLeavesThePatch() {
		final Raster image = repeatedPixels(4, 6, 7).lr();
		final float[] patch = new float[3 * 16];
		new Orientation(0).copy(image, 1, 2, 4, patch, 0);
		assertArrayEquals(image.crop(1, 2, 4, 4).toFloats(), patch);
	}

	private static float[] sorted(final float[] values) {
		Arrays.sort(values);
		return values;
	}

	/** Random LR pixels, and an HR image that repeats them. */
	private static ImagePair repeatedPixels(final long seed, final int width, final int height) {
		final byte[] lr = new byte[3 * width * height];
		new Random(seed).nextBytes(lr);
		final byte[] hr = new byte[lr.length * SCALE * SCALE];
		for (int i = 0; i < hr.length; i++) {
			final int c = i % 3, x = i / 3 % (width * SCALE), y = i / 3 / (width * SCALE);
			hr[i] = lr[(y / SCALE * width + x / SCALE) * 3 + c];
		}
		return new ImagePair("image" + seed, raster(width * SCALE, height * SCALE, hr), raster(width, height,
			lr));
	}

	private static Raster raster(final int width, final int height, final byte[] rgb) {
		return new Raster(width, height, 3, new Samples.Bytes(rgb));
	}

	private Patches patches(final int batch, final long seed) {
		return new Patches(images, new TrainingOptions(new Edsr(SCALE, 1, 1, 1), new TrainingSetup(batch, PATCH, Precision.FLOAT32), 1, 0,
			new Schedule(0.1, 1), seed, 1, Degradation.BICUBIC));
	}
}
