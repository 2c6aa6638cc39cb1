package sc.fiji.superres.sample;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * A square of light to which shapes are added at any place, also between the pixels, as fluorescence adds up. Shapes come
 * as the microscope blurs them; what lies outside is left out. Coordinates are in pixels, whole ones at the centres of
 * pixels. Light has no unit; 1 is about as bright as a shape by itself gets.
 */
final class Canvas {

	/** Where a Gaussian is below 1/2000, in sigmas. */
	private static final double REACH = 3.9;

	private final int side;
	private final double[] light;
	// of the filament that is drawn: squared distance of each pixel to it, and the light where it is nearest
	private final double[] distance;
	private final double[] nearest;

	Canvas(final int side) {
		this.side = side;
		light = new double[side * side];
		distance = new double[side * side];
		nearest = new double[side * side];
		Arrays.fill(distance, Double.POSITIVE_INFINITY);
	}

	/**
	 * Adds any shape.
	 *
	 * @param reach half the side of the square around (x, y) in which it is not 0
	 * @param shape light at a distance (dx, dy) from (x, y)
	 */
	void add(final double x, final double y, final double reach, final DoubleBinaryOperator shape) {
		forEach(x - reach, x + reach, y - reach, y + reach, (px, py, at) -> light[at] += shape.applyAsDouble(px - x, py - y));
	}

	/** Adds a point, which the microscope shows as a Gaussian. */
	void spot(final double x, final double y, final double sigma, final double height) {
		add(x, y, REACH * sigma, (dx, dy) -> height * gaussian(dx * dx + dy * dy, sigma));
	}

	/** Adds a filament, whose profile is a Gaussian of the distance to it; where it crosses itself it is no brighter. */
	void line(final Filament filament, final double sigma) {
		for (int i = 1; i < filament.size(); i++)
			measure(filament, i, REACH * sigma);
		for (int i = 1; i < filament.size(); i++)
			forEachAround(filament, i, REACH * sigma, (px, py, at) -> {
				if (distance[at] == Double.POSITIVE_INFINITY) return; // added with a piece before
				light[at] += nearest[at] * gaussian(distance[at], sigma);
				distance[at] = Double.POSITIVE_INFINITY;
			});
	}

	/** Measures how far pixels are from the piece of a filament that ends at a point of it. */
	private void measure(final Filament filament, final int end, final double reach) {
		final double x = filament.x(end - 1);
		final double y = filament.y(end - 1);
		final double dx = filament.x(end) - x;
		final double dy = filament.y(end) - y;
		forEachAround(filament, end, reach, (px, py, at) -> {
			final double along = Math.max(0, Math.min(1, ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy)));
			final double ex = px - x - along * dx;
			final double ey = py - y - along * dy;
			if (ex * ex + ey * ey >= distance[at]) return;
			distance[at] = ex * ex + ey * ey;
			nearest[at] = (1 - along) * filament.light(end - 1) + along * filament.light(end);
		});
	}

	private interface Pixel {

		void visit(int x, int y, int index);
	}

	private void forEachAround(final Filament filament, final int end, final double reach, final Pixel pixel) {
		forEach(Math.min(filament.x(end - 1), filament.x(end)) - reach, Math.max(filament.x(end - 1), filament.x(end)) + reach,
			Math.min(filament.y(end - 1), filament.y(end)) - reach, Math.max(filament.y(end - 1), filament.y(end)) + reach, pixel);
	}

	private void forEach(final double left, final double right, final double top, final double bottom, final Pixel pixel) {
		final int toX = (int) Math.min(side - 1, Math.floor(right));
		final int toY = (int) Math.min(side - 1, Math.floor(bottom));
		for (int y = (int) Math.max(0, Math.ceil(top)); y <= toY; y++)
			for (int x = (int) Math.max(0, Math.ceil(left)); x <= toX; x++)
				pixel.visit(x, y, y * side + x);
	}

	/** The value of a Gaussian of height 1 at a squared distance. */
	static double gaussian(final double squared, final double sigma) {
		return StrictMath.exp(-squared / (2 * sigma * sigma));
	}

	/**
	 * What a camera makes of the light: rounded, and clipped at 255.
	 *
	 * @param dark grey value without light
	 * @param gain grey values per unit of light
	 */
	Img<UnsignedByteType> image(final double dark, final double gain) {
		final byte[] pixels = new byte[light.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) Math.min(255, (int) (dark + gain * light[i] + 0.5));
		return ArrayImgs.unsignedBytes(pixels, side, side);
	}
}
