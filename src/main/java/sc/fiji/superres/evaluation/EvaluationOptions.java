package sc.fiji.superres.evaluation;

import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Range;

/**
 * The convention of an evaluation.
 *
 * @param range peak value
 * @param border pixels left out at each side; {@link #SCALE} for as many as the scale
 * @param channels of colour images
 */
public record EvaluationOptions(Range range, int border, Channels channels) {

	/** As many pixels of border as the scale. */
	public static final int SCALE = -1;

	/** @throws IllegalArgumentException if the border is below 0, and not {@link #SCALE} */
	public EvaluationOptions {
		if (border < SCALE) throw new IllegalArgumentException("border is " + border + ", but must be at least 0, or auto.");
	}

	/** Y, range 255, as many pixels of border as the scale: that of published results. */
	public static EvaluationOptions benchmark() {
		return new EvaluationOptions(Range.AUTO, SCALE, Channels.Y);
	}

	MetricOptions metric(final int scale) {
		return new MetricOptions(range, border == SCALE ? scale : border, channels);
	}
}
