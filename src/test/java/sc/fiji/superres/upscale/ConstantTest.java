package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** A plane of one value comes out as it is, though the network would bend its border. */
class ConstantTest {

	private static final int SIDE = 14;

	private final Model model = TestNetworks.model(new Edsr(3, 1, 2, 1).network(), 3);
	private final SlowEngine engine = new SlowEngine();

	@Test
	void eachType() {
		assertConstant(new UnsignedByteType(), 200);
		assertConstant(new ByteType(), -100);
		assertConstant(new UnsignedShortType(), 777);
		assertConstant(new IntType(), 123_456_789);
		assertConstant(new FloatType(), 0.1f);
		assertConstant(new FloatType(), -3e38f);
		assertConstant(new DoubleType(), 0.1);
	}

	private <T extends RealType<T> & NativeType<T>> void assertConstant(final T type, final double value) {
		for (final String intensity : new String[] { "auto", "0,255", "min-max", "percentile" }) {
			final UpscaleOptions options = UpscaleOptions.defaults().intensity(Intensity.parse(intensity)).tileSize(new TileSize(5));
			final Img<T> result = upscaler().options(options).upscale(TestImages.random(type, 1, value, value, SIDE, SIDE));
			assertEquals(3 * SIDE, result.dimension(1));
			for (final double found : TestImages.values(result))
				assertEquals(value, found, type + " " + intensity);
		}
	}

	@Test
	void colours() {
		final int[] pixels = new int[SIDE * SIDE];
		Arrays.fill(pixels, 0x123456);
		for (final ARGBType found : upscaler().upscale(ArrayImgs.argbs(pixels, SIDE, SIDE)))
			assertEquals(0xff123456, found.get());
	}

	@Test
	void goodPixelsDecide() {
		final Img<FloatType> image = TestImages.random(new FloatType(), 1, 5, 5, SIDE, SIDE);
		image.getAt(0, 0).set(Float.NaN);
		image.getAt(7, 9).set(-1);
		final UpscaleOptions options = UpscaleOptions.defaults().noData(new NoData(-1));
		final Img<FloatType> result = upscaler().options(options).upscale(image);
		int bad = 0;
		for (final double found : TestImages.values(result)) {
			assertTrue(found == 5 || Double.isNaN(found));
			if (found != 5) bad++;
		}
		assertEquals(2 * 9, bad);
	}

	/** The same network shows its border as soon as the last pixel differs. */
	@Test
	void otherPlanesAreComputed() {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 200, 200, SIDE, SIDE);
		upscaler().upscale(image);
		assertEquals(0, engine.runs().size());
		image.getAt(SIDE - 1, SIDE - 1).set(201);
		final Img<UnsignedByteType> result = upscaler().upscale(image);
		assertNotEquals(200, result.getAt(0, 0).get());
		assertEquals(1, engine.runs().size());
	}

	@Test
	void amongOthersInASeries() throws IOException {
		final Img<UnsignedByteType> other = TestImages.random(new UnsignedByteType(), 1, 0, 255, SIDE, SIDE);
		final Img<UnsignedByteType> constant = TestImages.random(new UnsignedByteType(), 1, 9, 9, SIDE, SIDE);
		final List<Img<UnsignedByteType>> planes = List.of(constant, constant, other, constant, other, constant);
		final long[] last = new long[2];
		final int[] delivered = new int[1];
		upscaler().progress((task, done, total) -> {
			last[0] = done;
			last[1] = total;
		}).run(TestSeries.of(planes), new FinalInterval(SIDE, SIDE), (plane, hr) -> {
			assertEquals(delivered[0]++, plane);
			final double[] expected = TestImages.values(upscaler().engine(new SlowEngine()).upscale(planes.get(plane)));
			assertTrue(Arrays.equals(expected, TestImages.values(hr.image())), "plane " + plane);
		});
		assertEquals(6, delivered[0]);
		assertEquals(2, engine.runs().size());
		assertEquals(6 * SIDE * SIDE, last[0]);
		assertEquals(last[1], last[0]);
	}

	/** A region of one value is not a plane of one value. */
	@Test
	void theWholePlaneDecides() throws IOException {
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 200, 200, SIDE, SIDE);
		image.getAt(SIDE - 1, SIDE - 1).set(0);
		upscaler().run(PlaneSeries.of(image), new FinalInterval(3, 3), (plane, hr) -> assertNotEquals(200, hr.image().getAt(0, 0).get()));
		assertEquals(1, engine.runs().size());
	}

	private Upscaler upscaler() {
		return Upscaler.of(model).engine(engine);
	}
}
