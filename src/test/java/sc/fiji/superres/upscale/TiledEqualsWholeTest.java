package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.resample.Interpolation;

/**
 * With the exact halo the result does not depend on the windows: to the bit where convolutions add in one order (measured
 * with AVX512), else to a thousandth of a grey level. With a halo one pixel smaller it does, so the radius is no larger
 * than it must be. Of grey planes and of colours, with each kind of network and with each baseline.
 */
class TiledEqualsWholeTest {

	private static final double TOLERANCE = System.getProperty("os.arch").equals("amd64") ? 0 : 1e-3;
	private static final TileSize WHOLE = new TileSize(1000);

	static Stream<Method> methods() {
		return Stream.concat(TestNetworks.small().distinct().map(TiledEqualsWholeTest::method), Baseline.all().stream());
	}

	private static Method method(final Architecture architecture) {
		return new ModelMethod(TestNetworks.model(architecture.network(), 5));
	}

	static Stream<Arguments> methodsAndPlanes() {
		return withPlanes(methods());
	}

	private static Stream<Arguments> withPlanes(final Stream<Method> methods) {
		return methods.flatMap(method -> Stream.of(false, true).map(colour -> Arguments.of(Named.of(name(method), method), colour)));
	}

	private static String name(final Method method) {
		return method instanceof ModelMethod model ? model.model().network().toString() : method.name();
	}

	@ParameterizedTest
	@MethodSource("methodsAndPlanes")
	void tiledEqualsWhole(final Method method, final boolean colour) {
		final int side = 2 * radius(method, colour) + 11;
		final double[] whole = upscale(method, colour, side, WHOLE, Halo.EXACT, false);
		for (final int tile : new int[] { 1, 4 })
			assertArrayEquals(whole, upscale(method, colour, side, new TileSize(tile), Halo.EXACT, false), TOLERANCE, "tiles of " + tile);
	}

	/** The outermost pixels of ten rounds of back-projection have weights that no float shows, and nearest has no radius. */
	static Stream<Arguments> methodsWithARadiusThatShows() {
		return withPlanes(methods().filter(method -> !(method instanceof Baseline baseline) || baseline
			.interpolation() != Interpolation.IBP && baseline.interpolation() != Interpolation.NEAREST));
	}

	@ParameterizedTest
	@MethodSource("methodsWithARadiusThatShows")
	void theRadiusIsNoLargerThanItMustBe(final Method method, final boolean colour) {
		final int radius = radius(method, colour);
		final int side = 2 * radius + 11;
		assertFalse(Arrays.equals(upscale(method, colour, side, WHOLE, Halo.EXACT, false), upscale(method, colour, side, new TileSize(3),
			new Halo(radius - 1), false)));
	}

	static Stream<Arguments> ensembles() {
		final Stream<Method> edsrs = Stream.of(InputChannels.values()).map(channels -> method(new Edsr(2, 2, 4, 1, channels)));
		return withPlanes(Stream.concat(edsrs, Stream.of(new Baseline(Interpolation.BICUBIC, 2))));
	}

	@ParameterizedTest
	@MethodSource("ensembles")
	void anEnsembleToo(final Method method, final boolean colour) {
		final double[] whole = upscale(method, colour, 50, WHOLE, Halo.EXACT, true);
		for (final int tile : new int[] { 9, 17, 40 })
			assertArrayEquals(whole, upscale(method, colour, 50, new TileSize(tile), Halo.EXACT, true), TOLERANCE, "tiles of " + tile);
	}

	private static int radius(final Method method, final boolean colour) {
		return method.radius(colour ? new ARGBType() : new FloatType());
	}

	private static double[] upscale(final Method method, final boolean colour, final int side, final TileSize tileSize, final Halo halo,
		final boolean ensemble)
	{
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(tileSize).halo(halo).intensity(Intensity.parse("0,255")).ensemble(
			ensemble);
		final Upscaler upscaler = Upscaler.of(method).options(options);
		if (!colour) return TestImages.values(upscaler.upscale(TestImages.random(new FloatType(), 6, 0, 255, side, side - 5)));
		final Img<ARGBType> result = upscaler.upscale(TestImages.randomColours(6, side, side - 5));
		return result.stream().mapToDouble(ARGBType::get).toArray();
	}
}
