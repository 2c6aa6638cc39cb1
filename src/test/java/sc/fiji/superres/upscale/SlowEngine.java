package sc.fiji.superres.upscale;

import java.util.function.LongPredicate;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.SlowNetwork;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** An engine that really computes the network, slowly and to the bit, so that halo and border show. */
final class SlowEngine extends FakeEngine {

	private int inferences;

	SlowEngine() {}

	/** @param fits see {@link FakeEngine#FakeEngine(LongPredicate)} */
	SlowEngine(final LongPredicate fits) {
		super(fits);
	}

	/** Number of inferences that have been prepared. */
	int inferences() {
		return inferences;
	}

	@Override
	public Inference inference(final Network network, final Weights weights, final int height, final int width) {
		inferences++;
		final Inference fake = super.inference(network, weights, height, width);
		return new Inference() {

			@Override
			public void run(final float[] lr, final float[] hr) {
				fake.run(lr, hr); // checks and counts
				System.arraycopy(SlowNetwork.run(network, weights, lr, height, width), 0, hr, 0, hr.length);
			}

			@Override
			public void close() {
				fake.close();
			}
		};
	}
}
