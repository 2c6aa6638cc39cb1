package sc.fiji.superres.upscale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import sc.fiji.superres.engine.Inference;

/**
 * What was prepared for the last image: its windows, and the networks for them. Images of the same size and type use it
 * again, which for small ones is most of the time: EDSR-baseline needs four times as long for its first window of 64 × 64
 * pixels as for another one. For one run at a time; close it to free the memory.
 */
public final class Preparation implements AutoCloseable {

	private Object image;
	private WindowPlan plan;
	private final List<Kept> inferences = new ArrayList<>();

	/**
	 * The windows of an image.
	 *
	 * @param newImage what they depend on; where it is not equal to the last one, what was prepared for that is freed first
	 * @param choice chooses them
	 */
	WindowPlan plan(final Object newImage, final Supplier<WindowPlan> choice) {
		if (newImage.equals(image)) return plan;
		close();
		plan = choice.get();
		image = newImage;
		return plan;
	}

	/**
	 * An inference that stays open when it is closed.
	 *
	 * @param kind what it depends on
	 * @param opener opens it where none of the kind is there; those that nobody uses are freed before
	 */
	Inference open(final Object kind, final Supplier<Inference> opener) {
		for (final Kept kept : inferences)
			if (!kept.used && kept.kind.equals(kind)) return kept.use();
		inferences.removeIf(Kept::freed);
		final Kept made = new Kept(kind, opener.get());
		inferences.add(made);
		return made.use();
	}

	@Override
	public void close() {
		image = null;
		inferences.removeIf(Kept::freed);
	}

	/** An inference, and whether somebody uses it. */
	private static final class Kept implements Inference {

		private final Object kind;
		private final Inference inference;
		private boolean used;

		private Kept(final Object kind, final Inference inference) {
			this.kind = kind;
			this.inference = inference;
		}

		private Kept use() {
			used = true;
			return this;
		}

		private boolean freed() {
			if (!used) inference.close();
			return !used;
		}

		@Override
		public void run(final float[] lr, final float[] hr) {
			inference.run(lr, hr);
		}

		@Override
		public void close() {
			used = false;
		}
	}
}
