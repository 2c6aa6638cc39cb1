package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.evaluation.Score;
import sc.fiji.superres.model.ModelCard;

/** What is measured, and what the card says where that differs. */
class BenchmarkRowTest {

	private static String text(final ModelCard card) {
		final Map<String, Score> scores = Map.of("Set5", new Score("m", "mean", 37.67812, 0.95962, 50, 0.75, 1));
		return new BenchmarkRow("m", "EDSR", 2, 1000, card, scores, "").text("Set5");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"37.678 | 0.9596 | ''",
		"37.679 | 0.9597 | ''", // another processor
		"37.7   | 0.9596 | ' (card: 37.700 / 0.9596)'",
		"37.680 | 0.9596 | ' (card: 37.680 / 0.9596)'",
		"37.678 | 0.9599 | ' (card: 37.678 / 0.9599)'",
		"-1     | -0.5   | ' (card: -1.000 / -0.5000)'",
	})
	void ofScoresOnTheCard(final double psnr, final double ssim, final String said) {
		assertEquals("37.678 / 0.9596 / 0.75" + said, text(TestNetworks.card().withScores(Map.of("Set5", new ModelCard.Score(psnr, ssim)), Map
			.of())));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0.751 | ''", "0.8 | ' (card: 37.678 / 0.9596 / 0.80)'" })
	void ofSharpnessOnTheCard(final double sharpness, final String said) {
		assertEquals("37.678 / 0.9596 / 0.75" + said, text(TestNetworks.card().withScores(Map.of("Set5", new ModelCard.Score(37.678,
			0.9596, sharpness)), Map.of())));
	}

	/** Older cards tell it in words, and perhaps with fewer places. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Set5 37.678 dB / 0.9 | ''",
		"Set5 37.68 dB        | ''",
		"Set5 38 dB           | ''",
		"Set5 37.70 dB        | ' (card: 37.70)'",
		"Set14 33 dB          | ''",
	})
	void ofWordsOnTheCard(final String notes, final String said) {
		assertEquals("37.678 / 0.9596 / 0.75" + said, text(new ModelCard("Test", "For tests.", List.of("Tester"), Instant.EPOCH, "CC0-1.0",
			"nothing", Map.of("notes", notes), List.of())));
	}

	@Test
	void whatWasNotMeasuredIsEmpty() {
		final ModelCard card = TestNetworks.card().withScores(Map.of("Set5", new ModelCard.Score(30, 0.9)), Map.of());
		assertEquals("", new BenchmarkRow("m", "EDSR", 2, 1000, card, Map.of(), "broken.").text("Set5"));
		assertEquals("37.678 / 0.9596 / 0.75", text(null));
	}
}
