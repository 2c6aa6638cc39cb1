package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

class PreparationTest {

	private final Model model = TestNetworks.model(new Edsr(2, 1, 4, 1).network(), 1);
	private final List<String> opened = new ArrayList<>();
	private final CountingEngine engine = new CountingEngine(Long.MAX_VALUE);

	private class CountingEngine extends FakeEngine {

		private CountingEngine(final long memoryPixels) {
			super(memoryPixels);
		}

		@Override
		public Inference inference(final Network network, final Weights weights, final int height, final int width) {
			opened.add(width + " x " + height);
			return super.inference(network, weights, height, width);
		}
	}

	@Test
	void imagesOfOneSizeArePreparedOnce() {
		try (Preparation preparation = new Preparation()) {
			final Upscaler upscaler = Upscaler.of(model).engine(engine).keeping(preparation);
			for (int seed = 0; seed < 3; seed++)
				assertSame(upscaler, image(20, 16, seed));
			assertEquals(List.of("20 x 16"), opened);
			assertSame(upscaler, image(22, 16, 3));
			assertSame(upscaler, image(20, 16, 4));
			assertEquals(List.of("20 x 16", "22 x 16", "20 x 16"), opened);
			assertEquals(1, engine.open(), "what the last image does not use is freed");
		}
		assertEquals(0, engine.open());
	}

	@ParameterizedTest
	@ValueSource(ints = { 16, 20 })
	void anEnsembleUsesTwo(final int height) {
		try (Preparation preparation = new Preparation()) {
			final Upscaler upscaler = Upscaler.of(model).engine(engine).options(UpscaleOptions.defaults().ensemble(true)).keeping(
				preparation);
			for (int seed = 0; seed < 3; seed++)
				upscaler.upscale(image(20, height, seed));
			assertEquals(height == 20 ? List.of("20 x 20") : List.of("20 x 16", "16 x 20"), opened);
		}
		assertEquals(0, engine.open());
	}

	@Test
	void otherOptionsAreOtherWindows() {
		try (Preparation preparation = new Preparation()) {
			final Upscaler upscaler = Upscaler.of(model).engine(engine).keeping(preparation);
			upscaler.options(UpscaleOptions.defaults().tileSize(new TileSize(5))).upscale(image(40, 40, 1));
			assertSame(upscaler, image(40, 40, 2));
			assertEquals(2, opened.size());
		}
	}

	@Test
	void aFullMemoryIsMetByEachImage() {
		final FakeEngine small = new CountingEngine(200);
		try (Preparation preparation = new Preparation()) {
			final Upscaler upscaler = Upscaler.of(model).engine(small).keeping(preparation);
			for (int seed = 0; seed < 2; seed++)
				assertSame(upscaler, image(20, 16, seed));
		}
		assertEquals(0, small.open());
	}

	@Test
	void aRunThatFailsLeavesNothingInUse() {
		try (Preparation preparation = new Preparation()) {
			final Upscaler upscaler = Upscaler.of(model).engine(engine).keeping(preparation);
			final Upscaler failing = upscaler.progress((task, done, total) -> {
				if (done > 0) throw new IllegalStateException("failed");
			});
			assertThrows(IllegalStateException.class, () -> failing.upscale(image(20, 16, 1)));
			assertSame(upscaler, image(20, 16, 2));
			assertEquals(1, opened.size());
		}
		assertEquals(0, engine.open());
	}

	private void assertSame(final Upscaler keeping, final Img<UnsignedByteType> image) {
		assertArrayEquals(TestImages.values(Upscaler.of(model).engine(new FakeEngine()).upscale(image)), TestImages.values(keeping.upscale(
			image)));
	}

	private static Img<UnsignedByteType> image(final int width, final int height, final int seed) {
		return TestImages.random(new UnsignedByteType(), seed, 0, 255, width, height);
	}
}
