package sc.fiji.superres.metric;

import java.util.List;

/**
 * An SSIM and the convention that it was measured in.
 *
 * @param ssim from −1 to 1, which is that of identical images; of several channels, the mean of theirs. NaN where a
 *          compared pixel is NaN or infinite
 * @param channels what was measured: {@code grey}, {@code Y}, or {@code R}, {@code G} and {@code B}
 * @param range the peak value, as a number
 * @param convention one line for humans, for example {@code range 255, border 2, Y of ITU-R BT.601 (studio swing), Gaussian
 *          window of 11 x 11 pixels inside the border with sigma 1.5, K1 0.01, K2 0.03, population covariance, no rounding};
 *          the same in every locale
 */
public record SsimResult(double ssim, List<Channel> channels, double range, String convention) {

	/** One measured channel. */
	public record Channel(String name, double ssim) {}

	static SsimResult of(final List<Channel> channels, final double range, final String convention) {
		final double ssim = channels.stream().mapToDouble(Channel::ssim).average().orElseThrow();
		return new SsimResult(ssim, List.copyOf(channels), range, convention);
	}
}
