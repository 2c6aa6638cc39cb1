package sc.fiji.superres.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * VGG19 (Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", ICLR 2015, table 1,
 * column E) as far as one of its layers, whose feature maps tell how alike two images look.
 *
 * @param layer {@code conv2_2} for the second convolution of the second block, before its ReLU, or {@code relu2_2}, after
 *          it; conv5_4 is the last
 */
public record Vgg19(String layer) {

	/** Convolutions of each block. */
	private static final int[] CONVOLUTIONS = { 2, 2, 4, 4, 4 };

	private static final int FIRST_FILTERS = 64;
	private static final int MOST_FILTERS = 512;

	/** Letters before the number of the block. */
	private static final int LAYER_KIND = 4;

	private static final Pattern LAYER = Pattern.compile("(conv|relu)([1-5])_([1-4])");

	/** Mean of the training images, in red, green and blue. */
	private static final List<Double> MEAN = List.of(123.68, 116.779, 103.939);

	/** @throws IllegalArgumentException if there is no such layer */
	public Vgg19 {
		final Matcher matcher = LAYER.matcher(layer);
		if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > CONVOLUTIONS[Integer.parseInt(matcher.group(2)) - 1])
			throw new IllegalArgumentException("VGG19 has no layer \"" + layer + "\"; there are conv1_1, conv1_2, conv2_1, " +
				"conv2_2, conv3_1 ... conv3_4, conv4_1 ... conv4_4, conv5_1 ... conv5_4, and relu1_1 ... relu5_4 after their ReLU.");
	}

	/** Number of the block that the layer is in, 1 to 5. */
	public int block() {
		return layer.charAt(LAYER_KIND) - '0';
	}

	/** From R, G and B in 0..255 to the feature maps. Kernels take red, green and blue, in this order. */
	public List<Layer> layers() {
		final List<Layer> layers = new ArrayList<>();
		layers.add(Affine.normalise(MEAN, 1));
		int inputs = MEAN.size();
		int filters = FIRST_FILTERS;
		for (int block = 1; block <= CONVOLUTIONS.length; block++) {
			if (block > 1) layers.add(new MaxPool());
			for (int i = 1; i <= CONVOLUTIONS[block - 1]; i++) {
				final String place = block + "_" + i;
				layers.add(new Convolution("conv" + place, 3, inputs, filters));
				if (layer.equals("conv" + place)) return layers;
				layers.add(Activation.RELU);
				if (layer.equals("relu" + place)) return layers;
				inputs = filters;
			}
			filters = Math.min(2 * filters, MOST_FILTERS);
		}
		throw new IllegalStateException(layer + " is none of the layers.");
	}

	public List<Weight> weights() {
		return WeightList.of(layers());
	}
}
