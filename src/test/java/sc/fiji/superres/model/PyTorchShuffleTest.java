package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class PyTorchShuffleTest {

	/** PyTorch's pixel_shuffle: output (c, y·f + dy, x·f + dx) is input channel c·f² + dy·f + dx. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void outputsComeInOurOrder(final int factor) {
		final int filters = 4;
		final Network network = new Edsr(factor, 1, filters, 1).network();
		final Weights pytorch = TestNetworks.randomWeights(network, 1);
		final Weights ours = PyTorchShuffle.reorder(network, pytorch);
		for (int c = 0; c < filters; c++)
			for (int dy = 0; dy < factor; dy++)
				for (int dx = 0; dx < factor; dx++) {
					final int theirIndex = c * factor * factor + dy * factor + dx, ourIndex = (dy * factor + dx) * filters + c;
					assertEquals(pytorch.get("upsample.bias")[theirIndex], ours.get("upsample.bias")[ourIndex]);
					final int outputs = factor * factor * filters;
					for (int row = 0; row < 9 * filters; row++)
						assertEquals(pytorch.get("upsample.kernel")[row * outputs + theirIndex], ours.get("upsample.kernel")[row * outputs +
							ourIndex]);
				}
	}

	@Test
	void everyShuffleIsReordered() {
		final Network network = new Edsr(4, 1, 4, 1).network();
		final Weights pytorch = TestNetworks.randomWeights(network, 1);
		final Weights ours = PyTorchShuffle.reorder(network, pytorch);
		for (final Weight weight : network.weights()) {
			final boolean same = Arrays.equals(pytorch.get(weight.name()), ours.get(weight.name()));
			assertEquals(!weight.name().startsWith("upsample"), same, weight.name());
		}
	}

	/** With one channel both orders are the same. */
	@Test
	void oneChannelStaysAsItIs() {
		final Network network = new Espcn(3, InputChannels.Y).network();
		final Weights weights = TestNetworks.randomWeights(network, 1);
		assertArrayEquals(weights.get("conv3.kernel"), PyTorchShuffle.reorder(network, weights).get("conv3.kernel"));
	}
}
