package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.util.Locale;

import sc.fiji.superres.engine.Objective;
import sc.fiji.superres.engine.Objective.Perceptual;
import sc.fiji.superres.engine.Objective.Pixel;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Discriminator;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.training.VggFile;

/** What a user wishes of the losses of a training, and what {@code auto} stands for. */
final class TrainingLosses {

	private static final String AUTO = SuperResolutionCommand.AUTO;

	/** Of a squared difference of grey levels, so that it is one of pixels in −1..1, as in SRGAN's paper. */
	private static final double OF_HALF_RANGE = 1 / (127.5 * 127.5);

	/**
	 * Weight of the content loss on the first three blocks of VGG19, whose feature maps differ by hundreds where pixels in
	 * −1..1 differ by hundredths (measured at relu2_2); those of the last two blocks, which the paper takes, need none.
	 */
	private static final double OF_SHALLOW_FEATURES = 1e-4;

	private static final int LAST_SHALLOW_BLOCK = 3;

	private final String pixel;
	private final String pixelWeight;
	private final Perceptual perceptual;
	private final String contentWeight;
	private final double textureWeight;

	/**
	 * @param pixel auto, l1 or mse
	 * @param pixelWeight auto or a number
	 * @param vgg file with VGG19; null for none
	 * @param contentWeight auto or a number
	 */
	TrainingLosses(final String pixel, final String pixelWeight, final File vgg, final String layer, final String contentWeight,
		final double textureWeight) throws IOException
	{
		this.pixel = pixel;
		this.pixelWeight = pixelWeight;
		this.contentWeight = contentWeight;
		this.textureWeight = textureWeight;
		final Vgg19 network = new Vgg19(layer);
		perceptual = vgg == null ? null : new Perceptual(network, VggFile.read(vgg.toPath(), network));
	}

	/** Of a training without discriminator. */
	Objective of(final Architecture network) {
		if (perceptual != null && number("content_weight", contentWeight, 0) + textureWeight == 0)
			throw new IllegalArgumentException("vgg names weights of VGG19, but no loss uses them: content_weight and " +
				"texture_weight are 0. Set one of them above 0, or leave vgg out.");
		return new Objective(pixel(network), number("pixel_weight", pixelWeight, 1), perceptual,
			number("content_weight", contentWeight, 0), textureWeight, null, 0);
	}

	/** Of SRGAN's first phase: on pixels alone. */
	Objective pretraining(final Srgan network) {
		return Objective.of(pixel(network));
	}

	/** Of SRGAN's second phase. */
	Objective adversarial(final Srgan network, final Discriminator discriminator, final double weight) {
		final boolean deep = perceptual != null && perceptual.network().block() > LAST_SHALLOW_BLOCK;
		final double content = perceptual == null ? 0 : deep ? 1 : OF_SHALLOW_FEATURES;
		// brightness and colour drift where nothing but shallow features holds them
		return new Objective(pixel(network), number("pixel_weight", pixelWeight, deep ? 0 : OF_HALF_RANGE), perceptual, number(
			"content_weight", contentWeight, content), textureWeight, discriminator, weight);
	}

	private Pixel pixel(final Architecture network) {
		if (pixel.equals(AUTO)) return network instanceof Edsr ? Pixel.L1 : Pixel.MSE;
		return Pixel.valueOf(pixel.toUpperCase(Locale.ROOT));
	}

	private static double number(final String name, final String text, final double automatic) {
		if (text.equals(AUTO)) return automatic;
		try {
			final double number = Double.parseDouble(text);
			if (number >= 0 && number < Double.POSITIVE_INFINITY) return number;
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(name + " is \"" + text + "\", but must be a number from 0 on, or auto.");
	}

	/** Says where a loss on pixels takes the place of one on features. */
	String report(final Architecture network) {
		return network instanceof Srgan && perceptual == null ? "No weights of VGG19 were given (vgg), so the content loss " +
			"is one on pixels: expect less texture than SRGAN's.\n" : "";
	}
}
