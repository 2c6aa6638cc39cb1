package sc.fiji.superres.loader;

import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** Computes one small window; prints the notices and whether the result is right. */
final class OneInference {

	private OneInference() {}

	public static void main(final String... none) {
		final Engine engine = Engines.tensorflow(notice -> System.out.println("NOTICE " + notice), Progress.NONE);
		System.out.println("NEW " + engine.name() + (isRight(engine) ? " is right" : " is wrong"));
	}

	static boolean isRight(final Engine engine) {
		final Network network = new Edsr(2, 2, 4, 1).network();
		final Weights weights = TestNetworks.randomWeights(network, 1);
		final int height = 7, width = 9;
		final float[] lr = TestNetworks.randomGreyLevels(height * width * 3, 2);
		final float[] hr = new float[lr.length * 4];
		try (Inference inference = engine.inference(network, weights, height, width)) {
			inference.run(lr, hr);
		}
		final float[] slow = SlowNetwork.run(network, weights, lr, height, width);
		for (int i = 0; i < hr.length; i++)
			if (!(Math.abs(hr[i] - slow[i]) < 0.1)) return false;
		return true;
	}
}
