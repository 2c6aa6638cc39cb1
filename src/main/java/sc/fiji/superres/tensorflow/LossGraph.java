package sc.fiji.superres.tensorflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Precision;

/** The graph of an {@link Objective}: each of its terms for a batch of HR patches and what the network made of them. */
final class LossGraph {

	/** Brings VGG's features to the size of pixels in −1..1 (Ledig et al. 2017, section 3.2). */
	private static final float FEATURE_SCALE = 12.75f * 12.75f;

	private final Ops tf;
	private final Objective objective;
	private final Map<Loss, Operand<TFloat32>> terms = new EnumMap<>(Loss.class);

	/**
	 * @param sr what the network made, batch × height × width × channels
	 * @param hr the truth, of the same shape
	 * @param precision of VGG's convolutions
	 */
	LossGraph(final Ops tf, final Objective objective, final Operand<TFloat32> sr, final Operand<TFloat32> hr,
		final Precision precision)
	{
		this.tf = tf;
		this.objective = objective;
		if (objective.pixelWeight() > 0) terms.put(Loss.PIXEL, pixel(sr, hr));
		if (objective.isPerceptual()) addPerceptual(sr, hr, precision);
	}

	private Operand<TFloat32> pixel(final Operand<TFloat32> sr, final Operand<TFloat32> hr) {
		final Operand<TFloat32> difference = tf.math.sub(sr, hr);
		return mean(objective.pixel() == Objective.Pixel.L1 ? tf.math.abs(difference) : tf.math.square(difference));
	}

	private void addPerceptual(final Operand<TFloat32> sr, final Operand<TFloat32> hr, final Precision precision) {
		final Objective.Perceptual vgg = objective.perceptual();
		final GraphBuilder builder = GraphBuilder.inference(tf, weight -> tf.constant(Sessions.shape(weight), DataBuffers.of(vgg
			.weights().get(weight.name()))), precision);
		final Operand<TFloat32> made = builder.build(vgg.network().layers(), rgb(sr));
		final Operand<TFloat32> wanted = builder.build(vgg.network().layers(), rgb(hr));
		if (objective.contentWeight() > 0)
			terms.put(Loss.CONTENT, tf.math.div(meanSquare(made, wanted), tf.constant(FEATURE_SCALE)));
		if (objective.textureWeight() > 0) terms.put(Loss.TEXTURE, meanSquare(gram(made), gram(wanted)));
	}

	/** VGG knows colours only. */
	private Operand<TFloat32> rgb(final Operand<TFloat32> image) {
		return image.shape().get(3) == 3 ? image : tf.concat(List.of(image, image, image), tf.constant(3));
	}

	/** Correlations of the feature maps with each other: batch × maps × maps. */
	private Operand<TFloat32> gram(final Operand<TFloat32> features) {
		final long[] shape = features.shape().asArray();
		final int pixels = (int) (shape[1] * shape[2]), maps = (int) shape[3];
		final Operand<TFloat32> rows = tf.reshape(features, tf.constant(new int[] { -1, pixels, maps }));
		final Operand<TFloat32> products = tf.train.batchMatMul(rows, rows, TFloat32.class, BatchMatMul.adjX(true));
		return tf.math.div(products, tf.constant((float) pixels * maps));
	}

	/**
	 * Adds the adversarial terms.
	 *
	 * @param real the discriminator's logits of real patches
	 * @param fake those of the network's
	 */
	void addAdversarial(final Operand<TFloat32> real, final Operand<TFloat32> fake) {
		terms.put(Loss.ADVERSARIAL, mean(tf.math.softplus(tf.math.neg(fake))));
		terms.put(Loss.DISCRIMINATOR, tf.math.add(mean(tf.math.softplus(tf.math.neg(real))), mean(tf.math.softplus(fake))));
		terms.put(Loss.REAL, mean(tf.math.sigmoid(real)));
		terms.put(Loss.FAKE, mean(tf.math.sigmoid(fake)));
	}

	/** Adds the weighted sum of the terms there are, which the network minimises. */
	Operand<TFloat32> addTotal() {
		final List<Operand<TFloat32>> weighted = new ArrayList<>();
		terms.forEach((loss, term) -> {
			if (weight(loss) > 0) weighted.add(tf.math.mul(term, tf.constant((float) weight(loss))));
		});
		final Operand<TFloat32> total = tf.math.addN(weighted);
		terms.put(Loss.TOTAL, total);
		return total;
	}

	private double weight(final Loss loss) {
		return switch (loss) {
			case PIXEL -> objective.pixelWeight();
			case CONTENT -> objective.contentWeight();
			case TEXTURE -> objective.textureWeight();
			case ADVERSARIAL -> objective.adversarialWeight();
			case TOTAL, DISCRIMINATOR, REAL, FAKE -> 0;
		};
	}

	/** All terms that there are. */
	Map<Loss, Operand<TFloat32>> terms() {
		return terms;
	}

	private Operand<TFloat32> meanSquare(final Operand<TFloat32> a, final Operand<TFloat32> b) {
		return mean(tf.math.square(tf.math.sub(a, b)));
	}

	private Operand<TFloat32> mean(final Operand<TFloat32> x) {
		final int[] all = new int[x.shape().numDimensions()];
		for (int i = 0; i < all.length; i++)
			all[i] = i;
		return tf.math.mean(x, tf.constant(all));
	}
}
