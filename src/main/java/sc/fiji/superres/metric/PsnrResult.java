package sc.fiji.superres.metric;

import java.util.List;

/**
 * A PSNR and the convention that it was measured in.
 *
 * @param psnr in decibels; of several channels, the mean of their PSNR (infinite where one of them is). Infinite for
 *          identical images, NaN where a compared pixel is NaN or both are infinite
 * @param mse mean squared error in the squared unit of the pixel values; of several channels, the mean of theirs
 * @param channels what was measured: {@code grey}, {@code Y}, {@code RGB} (jointly), or {@code R}, {@code G} and {@code B}
 * @param range the peak value, as a number
 * @param convention one line for humans, for example {@code range 255, border 2, Y of ITU-R BT.601 (studio swing), no
 *          rounding}; the same in every locale
 */
public record PsnrResult(double psnr, double mse, List<Channel> channels, double range, String convention) {

	/** One measured channel: PSNR in decibels and mean squared error. */
	public record Channel(String name, double psnr, double mse) {

		static Channel of(final String name, final double range, final double mse) {
			return new Channel(name, 10 * Math.log10(range * range / mse), mse);
		}
	}

	/** Whether the images were of colour. */
	public boolean isColour() {
		return !channels.get(0).name().equals(Component.GREY.name());
	}

	static PsnrResult of(final List<Channel> channels, final double range, final String convention) {
		final double psnr = channels.stream().mapToDouble(Channel::psnr).average().orElseThrow();
		final double mse = channels.stream().mapToDouble(Channel::mse).average().orElseThrow();
		return new PsnrResult(psnr, mse, List.copyOf(channels), range, convention);
	}
}
