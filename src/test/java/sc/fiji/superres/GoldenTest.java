package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison that the macros of released versions are judged by. */
class GoldenTest {

	private static final List<String> EXPECTED = List.of("title: cells (EDSR x2)", "PSNR: 37.12 ± 0.05", "mean: -3 ± 0.1");

	private static void compare(final String psnr, final String mean) {
		Golden.assertLines(EXPECTED, List.of("title: cells (EDSR x2)", psnr, mean), "");
	}

	@Test
	void numbersMayDifferALittle() {
		compare("PSNR: 37.12", "mean: -3");
		compare("PSNR: 37.169", "mean: -2.95");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PSNR: 37.18", "PSNR: -37.12", "PSNR: NaN", "PSNR: ", "PSNR", "psnr: 37.12", "PSNR: 37.12 dB" })
	void allElseIsRefused(final String psnr) {
		assertRefused(() -> compare(psnr, "mean: -3"));
	}

	@Test
	void everyLineCounts() {
		assertRefused(() -> Golden.assertLines(EXPECTED, EXPECTED.subList(0, 2), ""));
		assertRefused(() -> Golden.assertLines(EXPECTED.subList(0, 1), List.of("title: cells (EDSR x3)"), ""));
	}

	private static void assertRefused(final Runnable comparison) {
		assertThrows(Throwable.class, comparison::run);
	}
}
