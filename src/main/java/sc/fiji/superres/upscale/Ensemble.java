package sc.fiji.superres.upscale;

import java.util.Arrays;

import sc.fiji.superres.engine.Inference;

/**
 * Geometric self-ensemble (Lim et al., "Enhanced Deep Residual Networks for Single Image Super-Resolution", CVPRW 2017,
 * section 3.4): a window goes through the method in all eight flips and turns, and the mean of the results, turned back, is
 * taken. Windows that are not square need a second inference, of height and width exchanged.
 */
final class Ensemble implements WindowFunction {

	/** Inferences open at once. */
	private static final int INFERENCES = 2;

	private final int channels;
	private final int height;
	private final int width;
	private final int scale;
	private final Inference upright;
	private final Inference lying;
	private final float[] turned;
	private final float[] output;
	private final float[] sums;

	Ensemble(final Opener<Inference> opener, final int channels, final int scale, final int height, final int width) {
		this.channels = channels;
		this.height = height;
		this.width = width;
		this.scale = scale;
		turned = new float[channels * height * width];
		output = new float[Math.multiplyExact(turned.length, scale * scale)];
		sums = new float[output.length];
		upright = opener.open(height, width);
		lying = height == width ? upright : openSecond(opener);
	}

	private Inference openSecond(final Opener<Inference> opener) {
		try {
			return opener.open(width, height);
		}
		catch (final RuntimeException e) {
			upright.close();
			throw e;
		}
	}

	/**
	 * Bytes for windows of so many LR pixels.
	 *
	 * @param one bytes that one inference needs for them
	 */
	static long memory(final long one, final int channels, final int scale, final long pixels) {
		return INFERENCES * one + Float.BYTES * channels * pixels * (1 + 2L * scale * scale);
	}

	/** Sums are those of differences from the first result, as values of their own size would lose digits. */
	@Override
	public void run(final float[] lr, final float[] hr, final float[] deviation) {
		Arrays.fill(sums, 0);
		if (deviation != null) Arrays.fill(deviation, 0);
		for (final Turn turn : Turn.ALL) {
			if (turn.equals(Turn.ALL.get(0))) upright.run(lr, hr);
			else {
				turn(turn.places(height, width), lr);
				(turn.transposed() ? lying : upright).run(turned, output);
				add(turn.places(scale * height, scale * width), hr, deviation);
			}
		}
		finish(hr, deviation);
	}

	private void turn(final Turn.Places places, final float[] lr) {
		for (int r = 0, i = 0; r < places.rows(); r++)
			for (int c = 0, pixel = places.start() + r * places.down(); c < places.columns(); c++, pixel += places.right())
				for (int k = 0; k < channels; k++)
					turned[i++] = lr[channels * pixel + k];
	}

	private void add(final Turn.Places places, final float[] hr, final float[] squares) {
		for (int r = 0, i = 0; r < places.rows(); r++)
			for (int c = 0, pixel = places.start() + r * places.down(); c < places.columns(); c++, pixel += places.right())
				for (int k = 0, value = channels * pixel; k < channels; k++, value++, i++) {
					final float difference = output[i] - hr[value];
					sums[value] += difference;
					if (squares != null) squares[pixel] += difference * difference;
				}
	}

	private void finish(final float[] hr, final float[] deviation) {
		final float count = Turn.ALL.size();
		for (int pixel = 0, i = 0; pixel < hr.length / channels; pixel++) {
			float squaredMeans = 0;
			for (int k = 0; k < channels; k++, i++) {
				final float mean = sums[i] / count;
				hr[i] += mean;
				squaredMeans += mean * mean;
			}
			if (deviation == null) continue;
			final float variance = (deviation[pixel] / count - squaredMeans) / channels;
			deviation[pixel] = (float) Math.sqrt(Math.max(0, variance));
		}
	}

	@Override
	public void close() {
		upright.close();
		if (lying != upright) lying.close();
	}
}
