package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.model.ModelCard.Score;

/** The scores on a card. */
class ModelCardTest {

	@Test
	void scoresAreRounded() {
		assertEquals(new Score(37.678, 0.9596), new Score(37.67812, 0.95964));
		assertEquals(new Score(30, 0.9, 0.875), new Score(30, 0.9, 0.87456));
		assertEquals(37.679, new Score(37.67851, 1).psnr());
		assertEquals(-0.1235, new Score(-3, -0.12346).ssim());
	}

	@ParameterizedTest
	@CsvSource({ "NaN, 0.9, PSNR", "Infinity, 0.9, PSNR", "30, NaN, SSIM", "30, 1.01, SSIM", "30, -2, SSIM" })
	void impossibleScoresAreRefused(final double psnr, final double ssim, final String what) {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Score(psnr, ssim)).getMessage();
		assertTrue(message.contains(what) && message.contains("must be"), message);
	}

	@Test
	void newScoresJoinTheOthersAndReplaceThoseOfTheirName() {
		final ModelCard card = TestModels.scoredCard().withScores(Map.of("Set14", new Score(33, 0.9)), Map.of("Set5", new Score(1,
			0)));
		assertEquals(List.of("Set5", "my set | 2", "Set14"), List.copyOf(card.scores().keySet()));
		assertEquals(Map.of("Set5", new Score(1, 0)), card.bicubic());
		assertEquals(new Score(31, 0.8), card.withScores(Map.of("Set14", new Score(31, 0.8)), Map.of()).scores().get("Set14"));
		assertEquals(TestModels.card().training(), card.training());
	}

	@Test
	void scoresStayWhatTheyAre() {
		final Map<String, Score> scores = new LinkedHashMap<>(Map.of("Set5", new Score(37, 0.9)));
		final ModelCard card = TestModels.card().withScores(scores, scores);
		scores.clear();
		assertEquals(1, card.scores().size());
		assertEquals(1, card.bicubic().size());
		assertThrows(UnsupportedOperationException.class, () -> card.scores().clear());
		assertThrows(IllegalArgumentException.class, () -> card.withScores(Map.of(" ", new Score(1, 1)), Map.of()));
	}
}
