package sc.fiji.superres.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;

class MemoryEstimateTest {

	private final Network network = new Edsr(2, 16, 64, 1).network();

	@Test
	void aWindowTakesTwiceItsLiveTensors() {
		final long base = MemoryEstimate.inference(network, 0);
		assertEquals((200L << 20) + 3 * 4 * 1_369_859L, base);
		assertEquals(2 * 4 * network.liveFloatsPerPixel() * 1000, MemoryEstimate.inference(network, 1000) - base);
	}

	@Test
	void aTrainingTakesTwiceAllItsTensors() {
		final long base = MemoryEstimate.training(network, new TrainingSetup(0, 48, Precision.FLOAT32));
		assertEquals((200L << 20) + 8 * 4 * 1_369_859L, base);
		assertEquals(2 * 4 * network.allFloatsPerPixel() * 16 * 48 * 48, MemoryEstimate.training(network, new TrainingSetup(16, 48,
			Precision.FLOAT32)) - base);
	}
}
