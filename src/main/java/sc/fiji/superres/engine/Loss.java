package sc.fiji.superres.engine;

import java.util.Locale;

/** What a step of a training is judged by: terms of the {@link Objective}, and how the discriminator fares. */
public enum Loss {
	/** The weighted sum, which the network minimises. */
	TOTAL,
	/** Mean absolute difference in grey levels, or mean squared difference in their square. */
	PIXEL,
	/** Mean squared difference of feature maps. */
	CONTENT,
	/** Mean squared difference of their Gram matrices. */
	TEXTURE,
	/** How well the discriminator tells the network's images from real ones, in nats; for the network to minimise. */
	ADVERSARIAL,
	/** Its error on both, in nats; for the discriminator to minimise. */
	DISCRIMINATOR,
	/** The probability that it gives real images, 0 to 1. */
	REAL,
	/** The probability that it gives the network's images, 0 to 1. */
	FAKE;

	/** In lower case, as a learning curve has it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
