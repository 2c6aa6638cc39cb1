package sc.fiji.superres.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

class SpeedTest {

	@Test
	void imagesAndPixelsTakeTheirTime() {
		assertEquals(2 * 3 + 100 * 0.25, new Speed(3, 0.25).seconds(2, 100));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatIsTriedIsNeitherNegativeNorNothing(final boolean colour) {
		final Speed speed = Speed.of(nearest(), colour, Progress.NONE);
		assertTrue(speed.perImage() >= 0 && speed.perPixel() >= 0, speed.toString());
		assertTrue(speed.seconds(1, 1_000_000) > 0, speed.toString());
	}

	@Test
	void itCanBeCancelled() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> Speed.of(nearest(), false, cancelled));
	}

	private static Procedure nearest() {
		return new Procedure(Upscaler.of(Baseline.named("nearest-x2").orElseThrow()), UpscaleOptions.defaults(), false, ResultCheck.NONE);
	}
}
