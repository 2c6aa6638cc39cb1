package sc.fiji.superres.sample;

import java.util.ArrayList;
import java.util.List;

/** A nucleus with stained DNA: an ellipse of uneven chromatin, with bright clumps and a few dark nucleoli. */
final class Nucleus {

	/** A Gaussian of more or less light, at a place along the two axes. */
	private record Grain(double u, double v, double sigma, double light) {}

	private final double x;
	private final double y;
	private final double cos;
	private final double sin;
	private final double length;
	private final double width;
	private final double light;
	private final List<Grain> grains = new ArrayList<>();

	Nucleus(final Chance chance, final double x, final double y) {
		this.x = x;
		this.y = y;
		final double angle = chance.angle();
		cos = StrictMath.cos(angle);
		sin = StrictMath.sin(angle);
		length = chance.between(29, 37);
		width = length * chance.between(0.64, 0.84);
		light = chance.between(1, 1.4);
		addGrains(chance, 3, 0.6, 2.6, 4.2, -0.45, -0.4); // nucleoli
		addGrains(chance, 20, 0.9, 1.0, 1.7, 0.2, 0.5); // clumps
		addGrains(chance, 50, 0.95, 1.4, 3.5, -0.14, 0.16); // uneven
	}

	private void addGrains(final Chance chance, final int count, final double within, final double minSigma,
		final double maxSigma, final double minLight, final double maxLight)
	{
		for (int i = 0; i < count; i++) {
			final double radius = within * Math.sqrt(chance.between(0, 1)); // even over the area
			final double angle = chance.angle();
			final double u = radius * length * StrictMath.cos(angle);
			final double v = radius * width * StrictMath.sin(angle);
			grains.add(new Grain(u, v, chance.between(minSigma, maxSigma), chance.between(minLight, maxLight)));
		}
	}

	double x() {
		return x;
	}

	double y() {
		return y;
	}

	/** The shorter half axis. */
	double width() {
		return width;
	}

	void draw(final Canvas canvas) {
		canvas.add(x, y, length + 5, (dx, dy) -> {
			final double u = cos * dx + sin * dy;
			final double v = cos * dy - sin * dx;
			final double radius = Math.sqrt(u * u / (length * length) + v * v / (width * width));
			final double inside = 1 / (1 + StrictMath.exp((radius - 1) * width / 0.55));
			return light * inside * Math.max(0.05, chromatin(u, v, radius));
		});
	}

	private double chromatin(final double u, final double v, final double radius) {
		double sum = 0.5 - 0.15 * radius * radius * radius;
		for (final Grain grain : grains) {
			final double squared = (u - grain.u) * (u - grain.u) + (v - grain.v) * (v - grain.v);
			if (squared < 16 * grain.sigma * grain.sigma) sum += grain.light * Canvas.gaussian(squared, grain.sigma);
		}
		return sum;
	}
}
