package sc.fiji.superres.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The PSNR of several planes as one number, of which there are two: the mean of the planes' PSNR, and the PSNR of their
 * pooled MSE. The second is never above the first if all planes are finite, and depends on the worst planes.
 *
 * @param psnr mean and standard deviation of the planes' PSNR
 * @param channels the same for each of {@link PsnrResult#channels}, in their order
 * @param pooled the PSNR of the mean MSE of all planes but the undefined ones; those without error count
 * @param planeConvention {@link PsnrResult#convention} of the planes
 */
public record PsnrSummary(MeanPsnr psnr, List<MeanPsnr> channels, PsnrResult pooled, String planeConvention) {

	/**
	 * @param planes of one {@link PsnrSeries}: of the same size, range and convention
	 * @throws IllegalArgumentException if there are none, or their conventions differ
	 */
	public static PsnrSummary of(final List<PsnrResult> planes) {
		if (planes.stream().map(PsnrResult::convention).distinct().count() != 1)
			throw new IllegalArgumentException("A mean is of one or more planes with the same convention; there are " +
				planes.stream().map(PsnrResult::convention).distinct().toList() + ".");
		final MeanPsnr psnr = MeanPsnr.of(planes.stream().mapToDouble(PsnrResult::psnr).toArray());
		final List<MeanPsnr> channels = IntStream.range(0, planes.get(0).channels().size())
			.mapToObj(c -> MeanPsnr.of(planes.stream().mapToDouble(plane -> plane.channels().get(c).psnr()).toArray())).toList();
		return new PsnrSummary(psnr, channels, pooled(planes, channels.size()), planes.get(0).convention());
	}

	private static PsnrResult pooled(final List<PsnrResult> planes, final int channels) {
		final PsnrResult first = planes.get(0);
		final List<PsnrResult.Channel> pooled = new ArrayList<>();
		for (int c = 0; c < channels; c++) {
			final int channel = c;
			final double mse = planes.stream().filter(plane -> Double.isFinite(plane.mse()))
				.mapToDouble(plane -> plane.channels().get(channel).mse()).average().orElse(Double.NaN);
			pooled.add(PsnrResult.Channel.of(first.channels().get(c).name(), first.range(), mse));
		}
		return PsnrResult.of(pooled, first.range(), first.convention() + ", one MSE of all planes");
	}

	/** Such as {@code mean of 58 of 60 planes}. */
	public String label() {
		final String of = psnr.averaged() == psnr.planes() ? "" : psnr.averaged() + " of ";
		return "mean of " + of + psnr.planes() + (psnr.planes() == 1 ? " plane" : " planes");
	}

	/**
	 * The {@link #label()}, and why planes were left out: {@code ..., left out 1 without error and 1 with NaN or infinite
	 * pixels}.
	 */
	public String averaging() {
		final List<String> leftOut = new ArrayList<>();
		if (psnr.withoutError() > 0 && Double.isFinite(psnr.mean()))
			leftOut.add(psnr.withoutError() + " without error" + (channels.size() > 1 ? " in a channel" : ""));
		if (psnr.undefined() > 0) leftOut.add(psnr.undefined() + " with NaN or infinite pixels");
		return label() + (leftOut.isEmpty() ? "" : ", left out " + String.join(" and ", leftOut));
	}

	/** One line for humans: the convention of the planes, and which mean {@link #psnr} is of how many of them. */
	public String convention() {
		return planeConvention + ", " + averaging();
	}
}
