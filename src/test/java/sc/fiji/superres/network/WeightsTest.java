package sc.fiji.superres.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;

class WeightsTest {

	private final Network network = new Edsr(2, 1, 2, 1).network();

	@Test
	void selectsInTheNetworksOrder() {
		assertEquals(network.weights(), java.util.List.copyOf(without(Set.of()).select(network).list()));
	}

	@Test
	void aMissingWeightIsNamed() {
		assertRefused("body_out.bias", without(Set.of("body_out.bias")));
	}

	@Test
	void anotherShapeIsNamed() {
		assertRefused("body_out.bias", without(Set.of("body_out.bias")).put(new Weight("body_out.bias", 1), new float[1]));
	}

	@Test
	void aForeignWeightIsNamed() {
		assertRefused("block1.conv1.bias", without(Set.of()).put(new Weight("block1.conv1.bias", 2), new float[2]));
	}

	@Test
	void notANumberIsNamed() {
		final Weights weights = without(Set.of());
		weights.get("conv_out.bias")[1] = Float.NaN;
		assertRefused("conv_out.bias", weights);
	}

	@Test
	void asManyValuesAsTheShapeSays() {
		assertThrows(IllegalArgumentException.class, () -> new Weights().put(new Weight("a", 2, 2), new float[3]));
	}

	@Test
	void theHashTellsValuesApart() {
		final Weights changed = without(Set.of());
		changed.get("conv_in.bias")[0] = 1;
		assertEquals(without(Set.of()).hash(), without(Set.of()).hash());
		assertNotEquals(without(Set.of()).hash(), changed.hash());
	}

	private Weights without(final Set<String> names) {
		final Weights weights = new Weights();
		for (final Weight weight : network.weights())
			if (!names.contains(weight.name())) weights.put(weight, new float[weight.size()]);
		return weights;
	}

	private void assertRefused(final String name, final Weights weights) {
		final String message = assertThrows(IllegalArgumentException.class, () -> weights.select(network)).getMessage();
		assertTrue(message.contains(name), message);
	}
}
