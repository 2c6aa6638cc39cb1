package sc.fiji.superres.upscale;

/**
 * LR pixels around a window's core that are computed and thrown away.
 *
 * @param pixels at least 0; {@link #EXACT} has a value of its own
 */
public record Halo(int pixels) {

	private static final int EXACT_PIXELS = -1;

	/** @throws IllegalArgumentException if it is below 0, and not {@link #EXACT} */
	public Halo {
		if (pixels < EXACT_PIXELS) throw new IllegalArgumentException("halo is " + pixels + ", but must be at least 0.");
	}

	/** The radius of the receptive field: the result does not depend on the windows. */
	public static final Halo EXACT = new Halo(EXACT_PIXELS);

	/**
	 * Reads {@code exact}, {@code auto} (the same as exact) or a whole number from 0 on.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static Halo parse(final String text) {
		if (text.equals("exact") || text.equals("auto")) return EXACT;
		return new Halo(Setting.wholeNumber("halo", text, 0, "exact or auto"));
	}

	/** More than the radius is never needed. */
	int of(final int radius) {
		return pixels == EXACT_PIXELS ? radius : Math.min(pixels, radius);
	}
}
