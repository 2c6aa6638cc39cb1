package sc.fiji.superres.command;

import java.util.Locale;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelException;

/**
 * A model of the list, and what came of its test.
 *
 * @param entry the package
 * @param test what its test came to, in a word or two; empty where it was not tested
 * @param problem why it cannot be relied on; empty where nothing is wrong
 */
record ListedModel(ModelEntry entry, String test, String problem) {

	/** In grey levels 0..255: other processors add in another order. */
	private static final double TOLERANCE = 0.01;

	/** GPUs from NVIDIA's Ampere on multiply with 10 bits behind the point (TensorFloat-32), and so relatively 2^-11 wrong. */
	private static final double TOLERANCE_GPU = 0.5;

	/** One that was not tested. */
	static ListedModel of(final ModelEntry entry) {
		return new ListedModel(entry, "", entry.problem());
	}

	/** One whose test input was run; what is wrong with it does not keep others from being tested. */
	static ListedModel verified(final ModelEntry entry, final Engine engine) {
		if (entry.isBroken()) return of(entry);
		try {
			return compared(entry, entry.open(engine).test(engine), engine.placement().isGpu() ? TOLERANCE_GPU
				: TOLERANCE);
		}
		catch (final ModelException | EngineMemoryException e) {
			return new ListedModel(entry, "failed", e.getMessage());
		}
	}

	/**
	 * @param difference the largest one between test output and result, in grey levels; NaN where a pixel is
	 * @param tolerance that it may have
	 */
	private static ListedModel compared(final ModelEntry entry, final double difference, final double tolerance) {
		if (difference == 0) return new ListedModel(entry, "equal", "");
		final String size = String.format(Locale.ROOT, "%.2g", difference);
		if (difference <= tolerance) return new ListedModel(entry, "differs by " + size, "");
		return new ListedModel(entry, "differs by " + size, "The model package " + entry.path() + " does not compute what it " +
			"did when it was written: its test output differs by " + size + " of 255 grey levels, but may differ by " + tolerance +
			". Copy it again.");
	}

	/** Whether it cannot be relied on. */
	boolean failed() {
		return !problem.isEmpty();
	}
}
