package sc.fiji.superres.sample;

import java.util.ArrayList;
import java.util.List;

/** A curved line as a list of points, each with the light that it gives there. */
final class Filament {

	private record Point(double x, double y, double light) {}

	private final List<Point> points = new ArrayList<>();

	/** Goes on to another point than the last. */
	void append(final double x, final double y, final double light) {
		points.add(new Point(x, y, light));
	}

	int size() {
		return points.size();
	}

	double x(final int i) {
		return points.get(i).x;
	}

	double y(final int i) {
		return points.get(i).y;
	}

	double light(final int i) {
		return points.get(i).light;
	}
}
