package sc.fiji.superres.training;

import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.engine.Loss;

/**
 * Whether network and discriminator still learn from each other.
 *
 * @param collapsed whether they do not
 * @param text in words, with the numbers that tell
 */
public record Balance(boolean collapsed, String text) {

	/** Below this error, in nats, the discriminator tells all images apart, and its gradient says nothing. */
	private static final double CERTAIN = 0.02;

	/** As much worse than bicubic, in dB, no image of the validation is to be recognised. */
	private static final double LOST = 6;

	/** @param row the last validation of a training with a discriminator */
	static Balance of(final Curve.Row row) {
		final Map<Loss, Double> losses = row.losses();
		final String numbers = String.format(Locale.ROOT, "the discriminator takes real patches for real at %.2f, the " +
			"network's at %.2f",
			losses.get(Loss.REAL), losses.get(Loss.FAKE));
		if (losses.get(Loss.DISCRIMINATOR) < CERTAIN)
			return new Balance(true, "collapsed, as " + numbers + ": the network learns nothing from it any more. Train with a " +
				"smaller rate_phase2, or begin from a better network");
		if (row.psnr() < row.bicubic() - LOST)
			return new Balance(true, String.format(Locale.ROOT, "collapsed, as %.2f dB are far below bicubic interpolation " +
				"(%.2f dB). Train with a smaller adversarial_weight or rate_phase2", row.psnr(), row.bicubic()));
		return new Balance(false, "balanced, as " + numbers);
	}
}
