package sc.fiji.superres.engine;

import sc.fiji.superres.network.Discriminator;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.network.Weights;

/**
 * What a training minimises: a weighted sum of a pixel loss, a content loss and a texture loss on feature maps, and an
 * adversarial loss. A term whose weight is 0 is not computed.
 * <ul>
 * <li>pixel: L1 or MSE of grey levels;</li>
 * <li>content: MSE of VGG19's feature maps, divided by 12.75² (Ledig et al. 2017, eq. 5 and section 3.2);</li>
 * <li>texture: MSE of the Gram matrices of the same feature maps, each divided by their number of values (Gatys et al. 2015,
 * "Texture Synthesis Using Convolutional Neural Networks", eq. 2 to 4; Sajjadi et al. 2017, eq. 4);</li>
 * <li>adversarial: −log D(G(lr)) (Ledig et al. 2017, eq. 6), while the discriminator minimises −log D(hr) − log(1 −
 * D(G(lr))).</li>
 * </ul>
 *
 * @param pixel which pixel loss
 * @param pixelWeight at least 0
 * @param perceptual what makes the feature maps; null for none
 * @param contentWeight at least 0, above 0 only with {@code perceptual}
 * @param textureWeight at least 0, above 0 only with {@code perceptual}
 * @param discriminator for the HR patches; null for none
 * @param adversarialWeight at least 0, above 0 only with {@code discriminator}
 */
public record Objective(Pixel pixel, double pixelWeight, Perceptual perceptual, double contentWeight, double textureWeight,
	Discriminator discriminator, double adversarialWeight)
{

	/** Loss on pixels. */
	public enum Pixel {
		/** Mean absolute difference. */
		L1,
		/** Mean squared difference. */
		MSE
	}

	/** A network whose feature maps are compared, and its weights. */
	public record Perceptual(Vgg19 network, Weights weights) {}

	/**
	 * @throws IllegalArgumentException if pixel, content and texture loss have no weight, one weight is negative, or a loss
	 *            lacks its network
	 */
	public Objective {
		check(pixelWeight >= 0 && contentWeight >= 0 && textureWeight >= 0 && adversarialWeight >= 0,
			"The weights of the losses must be at least 0.");
		check(pixelWeight + contentWeight + textureWeight > 0, "The weights of pixel, content and texture loss are all 0, " +
			"but one must be above.");
		check(contentWeight + textureWeight == 0 || perceptual != null,
			"Content and texture loss need the weights of VGG19. Name their file (vgg), or set both to 0.");
		check(adversarialWeight == 0 || discriminator != null, "An adversarial loss needs a discriminator.");
	}

	private static void check(final boolean fine, final String message) {
		if (!fine) throw new IllegalArgumentException(message);
	}

	/** The pixel loss alone. */
	public static Objective of(final Pixel pixel) {
		return new Objective(pixel, 1, null, 0, 0, null, 0);
	}

	/** Whether a discriminator learns beside the network. */
	public boolean isAdversarial() {
		return adversarialWeight > 0;
	}

	/** Whether feature maps are compared. */
	public boolean isPerceptual() {
		return contentWeight + textureWeight > 0;
	}
}
