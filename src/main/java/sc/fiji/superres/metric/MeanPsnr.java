package sc.fiji.superres.metric;

import java.util.Arrays;

/**
 * Mean and spread of the PSNR of several planes. One plane without error has an infinite PSNR, and one NaN makes that of its
 * plane NaN: either would hide all other planes behind it, so both are counted and left out of the mean.
 *
 * @param mean in decibels, of the planes with a finite PSNR; where there are none, infinite if a plane is without error, and
 *          NaN otherwise
 * @param standardDeviation of the same planes, in decibels: that of a sample (n − 1); NaN for fewer than two finite ones
 * @param planes how many there are
 * @param averaged how many of them went into the mean
 * @param withoutError planes with an infinite PSNR: test and reference are equal inside the border (channel policy
 *          {@link Channels#EACH}: in one of the channels)
 * @param undefined planes without a PSNR, because compared pixels are NaN or infinite
 */
public record MeanPsnr(double mean, double standardDeviation, int planes, int averaged, int withoutError, int undefined) {

	static MeanPsnr of(final double... psnrs) {
		final double[] finite = Arrays.stream(psnrs).filter(Double::isFinite).toArray();
		final int infinite = (int) Arrays.stream(psnrs).filter(psnr -> psnr == Double.POSITIVE_INFINITY).count();
		final int undefined = psnrs.length - finite.length - infinite;
		if (finite.length == 0)
			return new MeanPsnr(infinite > 0 ? Double.POSITIVE_INFINITY : Double.NaN, Double.NaN, psnrs.length, infinite, infinite,
				undefined);
		final double mean = Arrays.stream(finite).average().getAsDouble();
		final double squares = Arrays.stream(finite).map(psnr -> (psnr - mean) * (psnr - mean)).sum();
		final double deviation = finite.length < 2 ? Double.NaN : Math.sqrt(squares / (finite.length - 1));
		return new MeanPsnr(mean, deviation, psnrs.length, finite.length, infinite, undefined);
	}
}
