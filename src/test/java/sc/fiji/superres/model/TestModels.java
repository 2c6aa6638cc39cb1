package sc.fiji.superres.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Paper;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** A small model that tests share. */
final class TestModels {

	static final Network NETWORK = new Edsr(2, 1, 4, 1).network();

	private TestModels() {}

	/** Random weights, the same for the same seed. */
	static Weights weights(final Network network, final long seed) {
		final Random random = new Random(seed);
		final Weights weights = new Weights();
		for (final Weight weight : network.weights()) {
			final float[] values = new float[weight.size()];
			for (int i = 0; i < values.length; i++)
				values[i] = (float) (0.1 * random.nextGaussian());
			weights.put(weight, values);
		}
		return weights;
	}

	static ModelCard scoredCard() {
		final Map<String, ModelCard.Score> scores = new LinkedHashMap<>();
		scores.put("Set5", new ModelCard.Score(37.67849, 0.95962, 0.93));
		scores.put("my set | 2", new ModelCard.Score(30, 1));
		return card().withScores(scores, Map.of("Set5", new ModelCard.Score(33.662, 0.9299)));
	}

	static ModelCard card() {
		final Map<String, Object> training = new LinkedHashMap<>();
		training.put("steps", 60_000L);
		training.put("seed", 5_000_000_000L);
		training.put("learning_rate", 1e-4);
		training.put("augmented", true);
		training.put("degradation", "MATLAB's bicubic: 'antialiased'");
		training.put("began", "2026-01-31");
		return new ModelCard("EDSR x2: test", "Enlarges images 2 times.\nFor \"tests\" only – größer.", List.of("A. Author",
			"B. Author"), Instant.parse("2026-01-31T12:34:56.789Z"), "CC-BY-4.0", "noise | 3 images", training, List.of(
				new Paper("Lim et al.: Enhanced Deep Residual Networks, 2017", "10.1109/CVPRW.2017.151")));
	}
}
