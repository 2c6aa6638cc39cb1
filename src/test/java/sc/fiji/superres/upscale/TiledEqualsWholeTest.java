package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Architecture;

/**
 * With the exact halo the result does not depend on the windows: to the bit where convolutions add in one order (measured
 * with AVX512), else to a thousandth of a grey level. With a halo one pixel smaller it does, so the radius is no larger
 * than it must be.
 */
class TiledEqualsWholeTest {

	private static final float TOLERANCE = System.getProperty("os.arch").equals("amd64") ? 0 : 1e-3f;

	static Stream<Architecture> architectures() {
		return TestNetworks.small();
	}

	static Stream<Arguments> tiles() {
		return architectures().flatMap(architecture -> Stream.of(1, 7, 31, 64).map(tile -> Arguments.of(architecture, tile)));
	}

	@ParameterizedTest
	@MethodSource("tiles")
	void tiledEqualsWhole(final Architecture architecture, final int tile) {
		final int side = tile == 1 ? 24 : 75;
		assertArrayEquals(upscale(architecture, side, new TileSize(1000), Halo.EXACT), upscale(architecture, side, new TileSize(tile),
			Halo.EXACT), TOLERANCE);
	}

	@ParameterizedTest
	@MethodSource("architectures")
	void theRadiusIsNoLargerThanItMustBe(final Architecture architecture) {
		final Halo tooSmall = new Halo(architecture.network().radius() - 1);
		assertFalse(Arrays.equals(upscale(architecture, 75, new TileSize(1000), Halo.EXACT), upscale(architecture, 75, new TileSize(
			20), tooSmall)));
	}

	private static float[] upscale(final Architecture architecture, final int side, final TileSize tileSize, final Halo halo) {
		final Model model = TestNetworks.model(architecture.network(), 5);
		final Img<FloatType> image = TestImages.random(new FloatType(), 6, 0, 255, side, side - 5);
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(tileSize).halo(halo).intensity(Intensity.parse("0,255"));
		final Img<FloatType> result = Upscaler.of(model).options(options).upscale(image);
		final double[] values = TestImages.values(result);
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}
}
