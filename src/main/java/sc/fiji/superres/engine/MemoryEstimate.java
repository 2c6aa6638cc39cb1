package sc.fiji.superres.engine;

import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;

/**
 * Bytes that TensorFlow needs on a CPU beside what the process has already: upper estimates that follow from the network
 * alone, so that a run can be foreseen without loading the engine.
 */
public final class MemoryEstimate {

	/**
	 * Memory of a window against the tensors alive at once in it. Convolutions work on copies in layouts of their own;
	 * measured for EDSR-baseline: 1.9 at ×2, 1.5 at ×4.
	 */
	private static final double WORKSPACE = 2;

	/** Memory of a training against all its tensors: gradients, and copies in bfloat16. Measured for EDSR-baseline: below 2. */
	private static final double TRAINING_COPIES = 2;

	/** The weights, what their constants in the graph take, and what is copied to set them. */
	private static final long INFERENCE_WEIGHT_COPIES = 3;

	/** The weights, their gradients, two moments, and what is copied to set them. */
	private static final long TRAINING_WEIGHT_COPIES = 8;

	/** The network's image and the real one go through VGG19 and the discriminator. */
	private static final int IMAGES_COMPARED = 2;

	/** What the first run takes beside the window: threads, kernels, the graph. */
	private static final long BASE_BYTES = 200L << 20;

	private MemoryEstimate() {}

	/** Inference on a window of so many LR pixels. */
	public static long inference(final Network network, final long pixels) {
		return BASE_BYTES + INFERENCE_WEIGHT_COPIES * Float.BYTES * network.parameters() +
			(long) (WORKSPACE * Float.BYTES * network.liveFloatsPerPixel() * pixels);
	}

	/** A training, with all networks that its objective has. */
	public static long training(final Network network, final TrainingSetup setup) {
		final Objective objective = setup.objective();
		final double pixels = (double) setup.batch() * setup.patch() * setup.patch();
		final double hrPixels = pixels * network.scale() * network.scale();
		double floats = network.allFloatsPerPixel() * pixels;
		long parameters = network.parameters();
		if (objective.isPerceptual()) {
			floats += IMAGES_COMPARED * hrPixels * Network.allFloatsPerPixel(objective.perceptual().network().layers(),
				network.channels());
			parameters += objective.perceptual().weights().list().stream().mapToLong(Weight::size).sum();
		}
		if (objective.isAdversarial()) {
			floats += IMAGES_COMPARED * hrPixels * Network.allFloatsPerPixel(objective.discriminator().layers(), network.channels());
			parameters += objective.discriminator().weights().stream().mapToLong(Weight::size).sum();
		}
		return BASE_BYTES + TRAINING_WEIGHT_COPIES * Float.BYTES * parameters + (long) (TRAINING_COPIES * Float.BYTES * floats);
	}
}
