package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.network.BatchNorm;
import sc.fiji.superres.network.Layer;
import sc.fiji.superres.network.Weights;

/** The losses of a training and the statistics of a batch, computed slowly and obviously. */
final class SlowLosses {

	/** Mean and variance of each channel over a whole batch; the variance divided by one less than the number of values, too. */
	record Statistics(float[] mean, float[] variance, float[] unbiasedVariance) {}

	private SlowLosses() {}

	static double meanAbsolute(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += Math.abs(a[i] - b[i]);
		return sum / a.length;
	}

	static double meanSquare(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
		return sum / a.length;
	}

	/** Gatys et al. 2015, eq. 3, divided by the number of values of the features. */
	static float[] gram(final float[] features, final int maps) {
		final float[] gram = new float[maps * maps];
		for (int a = 0; a < maps; a++)
			for (int b = 0; b < maps; b++) {
				double sum = 0;
				for (int pixel = 0; pixel < features.length; pixel += maps)
					sum += (double) features[pixel + a] * features[pixel + b];
				gram[a * maps + b] = (float) (sum / features.length);
			}
		return gram;
	}

	/** The outputs for each image of a batch, as batch normalisation has them in training: with the statistics of that batch. */
	static float[][] inTraining(final List<Layer> layers, final Weights weights, final float[][] images, final int side,
		final int channels)
	{
		final Weights known = new Weights();
		weights.list().forEach(weight -> known.put(weight, weights.get(weight.name())));
		final List<Layer> before = new ArrayList<>();
		for (final Layer layer : layers) {
			if (layer instanceof BatchNorm norm) {
				final Statistics statistics = statistics(run(before, known, images, side, channels), norm.channels());
				known.put(norm.mean(), statistics.mean).put(norm.variance(), statistics.variance);
			}
			before.add(layer);
		}
		return run(layers, known, images, side, channels);
	}

	static float[][] run(final List<Layer> layers, final Weights weights, final float[][] images, final int side, final int channels) {
		return Arrays.stream(images).map(image -> SlowNetwork.run(layers, weights, image, side, side, channels)).toArray(float[][]::new);
	}

	static Statistics statistics(final float[][] outputs, final int channels) {
		final float[] mean = new float[channels], variance = new float[channels], unbiased = new float[channels];
		final int count = outputs.length * outputs[0].length / channels;
		for (int c = 0; c < channels; c++) {
			double sum = 0, squares = 0;
			for (final float[] output : outputs)
				for (int i = c; i < output.length; i += channels)
					sum += output[i];
			for (final float[] output : outputs)
				for (int i = c; i < output.length; i += channels)
					squares += Math.pow(output[i] - sum / count, 2);
			mean[c] = (float) (sum / count);
			variance[c] = (float) (squares / count);
			unbiased[c] = (float) (squares / (count - 1));
		}
		return new Statistics(mean, variance, unbiased);
	}

	/** A batch as the engine takes it. */
	static float[] joined(final float[][] images) {
		final float[] joined = new float[images.length * images[0].length];
		for (int i = 0; i < images.length; i++)
			System.arraycopy(images[i], 0, joined, i * images[i].length, images[i].length);
		return joined;
	}
}
