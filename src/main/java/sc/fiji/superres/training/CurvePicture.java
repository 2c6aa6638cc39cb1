package sc.fiji.superres.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import sc.fiji.superres.training.LearningCurve.Point;

/**
 * A learning curve as SVG: how many dB the network was above bicubic interpolation, over the steps of all its trainings, with
 * a line where the next training began. Written here, as plotting libraries (ImageJ's, too) draw by AWT with fonts, which
 * the nodes of a cluster do not have.
 */
final class CurvePicture {

	private static final int WIDTH = 640, HEIGHT = 320, LEFT = 64, RIGHT = 20, TOP = 20, BOTTOM = 52;
	private static final int TICKS = 5;

	private final List<Point> points;
	private final List<Double> steps = new ArrayList<>();
	private final List<Double> starts = new ArrayList<>();
	private final Axis across;
	private final Axis up;

	/** An axis from {@code first} to {@code last} pixels, with round numbers at its ticks. */
	private record Axis(double low, double high, double tick, int first, int last) {

		static Axis of(final double least, final double largest, final int first, final int last) {
			final double span = largest > least ? largest - least : 1;
			final double power = Math.pow(10, Math.floor(Math.log10(span / TICKS)));
			final double part = span / TICKS / power;
			final double tick = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
			return new Axis(tick * Math.floor(least / tick), tick * Math.ceil((least + span) / tick), tick, first, last);
		}

		double pixel(final double value) {
			return first + (last - first) * (value - low) / (high - low);
		}

		List<Double> ticks() {
			final List<Double> ticks = new ArrayList<>();
			for (long i = Math.round(low / tick); i <= Math.round(high / tick); i++)
				ticks.add(i * tick);
			return ticks;
		}

		/** With as many digits as the distance of the ticks needs; thousands of steps as they are. */
		String label(final double value) {
			final int digits = (int) Math.max(0, -Math.floor(Math.log10(tick) + 1e-9));
			return String.format(Locale.ROOT, "%,." + digits + "f", value);
		}
	}

	CurvePicture(final LearningCurve curve) {
		points = curve.points();
		double before = 0, last = 0;
		for (int i = 0; i < points.size(); i++) {
			if (i == 0 || points.get(i).training() != points.get(i - 1).training()) {
				before = last;
				starts.add(before);
			}
			last = before + points.get(i).step();
			steps.add(last);
		}
		across = Axis.of(0, Math.max(1, last), LEFT, WIDTH - RIGHT);
		up = Axis.of(points.stream().mapToDouble(CurvePicture::gain).min().orElse(0), points.stream().mapToDouble(
			CurvePicture::gain).max().orElse(1), HEIGHT - BOTTOM, TOP);
	}

	private static double gain(final Point point) {
		return point.psnr() - point.bicubic();
	}

	String svg() {
		final StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" +
			HEIGHT + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" font-family=\"sans-serif\" font-size=\"12\">\n");
		svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
		for (final double tick : across.ticks()) {
			line(svg, across.pixel(tick), HEIGHT - BOTTOM, across.pixel(tick), TOP, "#e5e5e5");
			text(svg, across.pixel(tick), HEIGHT - BOTTOM + 18, "middle", across.label(tick), "");
		}
		for (final double tick : up.ticks()) {
			line(svg, LEFT, up.pixel(tick), WIDTH - RIGHT, up.pixel(tick), "#e5e5e5");
			text(svg, LEFT - 8, up.pixel(tick) + 4, "end", up.label(tick), "");
		}
		for (final double start : starts.subList(Math.min(1, starts.size()), starts.size()))
			line(svg, across.pixel(start), HEIGHT - BOTTOM, across.pixel(start), TOP, "#e07b00");
		for (int i = 0; i < starts.size(); i++)
			curve(svg, i);
		text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", starts.size() > 1 ? "training steps (a line where the " +
			"next training begins)" : "training steps", "");
		text(svg, 16, (TOP + HEIGHT - BOTTOM) / 2.0, "middle", "dB above bicubic", " transform=\"rotate(-90 16 " + number((TOP +
			HEIGHT - BOTTOM) / 2.0) + ")\"");
		return svg.append("</svg>\n").toString();
	}

	private void curve(final StringBuilder svg, final int index) {
		final int training = points.stream().map(Point::training).distinct().toList().get(index);
		final List<String> corners = new ArrayList<>();
		for (int i = 0; i < points.size(); i++)
			if (points.get(i).training() == training)
				corners.add(number(across.pixel(steps.get(i))) + "," + number(up.pixel(gain(points.get(i)))));
		svg.append("<polyline fill=\"none\" stroke=\"#1f77b4\" stroke-width=\"2\" points=\"").append(corners.stream().collect(
			Collectors.joining(" "))).append("\"/>\n");
	}

	private static void line(final StringBuilder svg, final double x1, final double y1, final double x2, final double y2,
		final String colour)
	{
		svg.append("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
			"\" stroke=\"" + colour + "\"/>\n");
	}

	private static void text(final StringBuilder svg, final double x, final double y, final String anchor, final String text,
		final String attributes)
	{
		svg.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\"" + attributes + ">" + text +
			"</text>\n");
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}
}
