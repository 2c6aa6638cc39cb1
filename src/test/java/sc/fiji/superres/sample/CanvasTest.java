package sc.fiji.superres.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestImages;

class CanvasTest {

	private static final int SIDE = 40;

	/** A Gaussian is as bright wherever it lies between the pixels, and half as bright on the edge. */
	@ParameterizedTest
	@CsvSource({ "20, 20, 1", "20.5, 19.75, 1", "20.123, 7.4, 1", "-0.5, 20.3, 0.5", "39.5, 39.5, 0.25", "-30, 20, 0" })
	void aSpotGivesItsLightAnywhere(final double x, final double y, final double part) {
		final Canvas canvas = new Canvas(SIDE);
		canvas.spot(x, y, 1.5, 1);
		final double sum = sum(canvas.image(0, 200)) / 200;
		assertEquals(part * 2 * Math.PI * 1.5 * 1.5, sum, 0.05);
	}

	@Test
	void aSpotIsBrightestAtItsPlace() {
		final Canvas canvas = new Canvas(SIDE);
		canvas.spot(12, 30, 1.5, 1);
		final Img<UnsignedByteType> image = canvas.image(3, 200);
		assertEquals(203, image.getAt(12, 30).get());
		assertEquals(3 + Math.round(200 * Math.exp(-1 / 4.5)), image.getAt(13, 30).get());
		assertEquals(image.getAt(12, 28).get(), image.getAt(14, 30).get());
		assertEquals(3, image.getAt(12, 20).get());
	}

	/** Of a random walk that leaves the canvas and crosses itself, against the distance of each pixel to each piece. */
	@Test
	void aLineHasTheProfileOfItsDistance() {
		final Random random = new Random(5);
		final Filament filament = new Filament();
		double x = 30, y = 8, heading = 2;
		for (int i = 0; i < 120; i++) {
			filament.append(x, y, 0.2 + 0.8 * random.nextDouble());
			x += 1.2 * Math.cos(heading);
			y += 1.2 * Math.sin(heading);
			heading += 0.3 * random.nextGaussian() + 0.06;
		}
		final Canvas canvas = new Canvas(SIDE);
		canvas.line(filament, 0.75);
		final double[] expected = new double[SIDE * SIDE];
		for (int i = 0; i < expected.length; i++)
			expected[i] = Math.floor(200 * slowLight(filament, i % SIDE, i / SIDE, 0.75) + 0.5);
		assertArrayEquals(expected, TestImages.values(canvas.image(0, 200)));
	}

	private static double slowLight(final Filament filament, final int px, final int py, final double sigma) {
		double distance = Double.POSITIVE_INFINITY;
		double light = 0;
		for (int i = 1; i < filament.size(); i++) {
			final double dx = filament.x(i) - filament.x(i - 1), dy = filament.y(i) - filament.y(i - 1);
			final double projected = ((px - filament.x(i - 1)) * dx + (py - filament.y(i - 1)) * dy) / (dx * dx + dy * dy);
			final double along = Math.min(1, Math.max(0, projected));
			final double d = Math.hypot(px - filament.x(i - 1) - along * dx, py - filament.y(i - 1) - along * dy);
			if (d >= distance) continue;
			distance = d;
			light = filament.light(i - 1) + along * (filament.light(i) - filament.light(i - 1));
		}
		return light * Math.exp(-distance * distance / (2 * sigma * sigma));
	}

	@Test
	void theSecondLineIsAddedToTheFirst() {
		final Filament filament = new Filament();
		filament.append(5, 5, 0.25);
		filament.append(30, 5, 0.25);
		final Canvas canvas = new Canvas(SIDE);
		canvas.line(filament, 1);
		canvas.line(filament, 1);
		assertEquals(100, canvas.image(0, 200).getAt(20, 5).get());
	}

	@Test
	void whatIsTooBrightIsClipped() {
		final Canvas canvas = new Canvas(SIDE);
		canvas.add(20, 20, 3, (dx, dy) -> 1000);
		final Img<UnsignedByteType> image = canvas.image(7, 100);
		assertEquals(255, image.getAt(23, 17).get());
		assertEquals(7, image.getAt(24, 17).get());
		assertEquals(49 * 255 + (SIDE * SIDE - 49) * 7, sum(image));
	}

	private static double sum(final Img<UnsignedByteType> image) {
		return image.stream().mapToDouble(UnsignedByteType::get).sum();
	}
}
