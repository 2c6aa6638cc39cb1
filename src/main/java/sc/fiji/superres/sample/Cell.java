package sc.fiji.superres.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A cell: a nucleus, microtubules that grow from around it to the rim, and vesicles that ride on them. */
final class Cell {

	private static final int FILAMENTS = 72;
	private static final int VESICLES = 52;

	private static final double STEP = 1.2;
	private static final int MAX_STEPS = 170;
	private static final double RAMP = 14; // steps from dark to light at the ends of a filament

	private static final double SIGMA = 0.75; // of the microscope, in pixels

	private final Chance chance;
	private final double x;
	private final double y;
	private final double radius;
	private final double[] bulge = new double[4];
	private final double[] towards = new double[bulge.length];
	private final Nucleus nucleus;
	private final List<Filament> filaments = new ArrayList<>();

	Cell(final Chance chance, final double x, final double y) {
		this.chance = chance;
		this.x = x;
		this.y = y;
		radius = chance.between(80, 112);
		for (int i = 0; i < bulge.length; i++) {
			bulge[i] = chance.around(0.18 / (i + 1));
			towards[i] = chance.angle();
		}
		nucleus = new Nucleus(chance, x + chance.around(8), y + chance.around(8));
		for (int i = 0; i < FILAMENTS; i++)
			filaments.add(grow());
	}

	/** How far a place is from the centre: 1 at the rim. */
	private double depth(final double dx, final double dy) {
		final double angle = StrictMath.atan2(dy, dx);
		double rim = 1;
		for (int i = 0; i < bulge.length; i++)
			rim += bulge[i] * StrictMath.cos((i + 2) * angle + towards[i]);
		return Math.sqrt(dx * dx + dy * dy) / (radius * Math.max(0.4, rim));
	}

	/** No point of the rim is farther from the centre. */
	private double reach() {
		double rim = 1;
		for (final double height : bulge)
			rim += Math.abs(height);
		return radius * rim;
	}

	/** A microtubule goes outward, bends a little, and turns aside where it comes near the rim. */
	private Filament grow() {
		final Filament filament = new Filament();
		final double from = chance.angle();
		final double start = chance.between(0.2, 1.2) * nucleus.width();
		double px = nucleus.x() + start * StrictMath.cos(from);
		double py = nucleus.y() + start * StrictMath.sin(from);
		double heading = from + chance.around(chance.oneIn(3) ? 1.0 : 0.4);
		double bend = chance.around(0.012);
		final double end = chance.between(0.85, 1.12);
		final double light = chance.between(0.2, 0.5);
		for (int i = 0; i <= MAX_STEPS; i++) {
			final double depth = depth(px - x, py - y);
			final double left = Math.min(MAX_STEPS - i, 90 * (end - depth));
			filament.append(px, py, light * Math.max(0, Math.min(1, Math.min(i, left) / RAMP)));
			if (left <= 0) break;
			final boolean leftward = StrictMath.sin(heading - StrictMath.atan2(py - y, px - x)) >= 0;
			heading += bend + Math.max(0, 0.08 * (depth - 0.6)) * (leftward ? 1 : -1);
			bend = 0.95 * bend + chance.around(0.0055);
			px += STEP * StrictMath.cos(heading);
			py += STEP * StrictMath.sin(heading);
		}
		return filament;
	}

	void draw(final Map<Stain, Canvas> canvases) {
		nucleus.draw(canvases.get(Stain.NUCLEI));
		drawHaze(canvases.get(Stain.FILAMENTS));
		for (final Filament filament : filaments)
			canvases.get(Stain.FILAMENTS).line(filament, SIGMA);
		for (int i = 0; i < VESICLES; i++)
			drawVesicle(canvases.get(Stain.VESICLES), filaments.get(chance.below(FILAMENTS)));
	}

	/** What the cell body scatters, and what is out of focus. */
	private void drawHaze(final Canvas canvas) {
		canvas.add(x, y, 1.2 * reach(), (dx, dy) -> {
			final double depth = depth(dx, dy);
			return depth > 1.2 ? 0 : (0.13 - 0.08 * depth) / (1 + StrictMath.exp((depth - 1) * radius / 1.6));
		});
	}

	/** One, or two so close that half the resolution shows them as one; more of them near the nucleus. */
	private void drawVesicle(final Canvas canvas, final Filament filament) {
		final double along = chance.between(0, 1);
		final int at = (int) ((0.06 + 0.9 * along * along) * filament.size());
		final double angle = chance.angle();
		final double px = filament.x(at) + chance.around(1.2);
		final double py = filament.y(at) + chance.around(1.2);
		canvas.spot(px, py, chance.between(0.9, 1.6), chance.between(0.5, 1.4));
		if (!chance.oneIn(4)) return;
		canvas.spot(px + 3.2 * StrictMath.cos(angle), py + 3.2 * StrictMath.sin(angle), chance.between(0.9, 1.2),
			chance.between(0.5, 1.4));
	}
}
