package sc.fiji.superres.sample;

/** What the channels of a {@link CellImage} show, in their order. */
public enum Stain {

	/** DNA. */
	NUCLEI("Nuclei", 70, 120, 255),
	/** The cytoskeleton: lines about two pixels of the truth wide. */
	FILAMENTS("Microtubules", 50, 235, 90),
	/** Small spots, some in pairs. */
	VESICLES("Vesicles", 255, 70, 160);

	private final String label;
	private final int red;
	private final int green;
	private final int blue;

	Stain(final String label, final int red, final int green, final int blue) {
		this.label = label;
		this.red = red;
		this.green = green;
		this.blue = blue;
	}

	/** The name of the channel, for people. */
	public String label() {
		return label;
	}

	/** Red of the brightest pixel, 0 to 255. */
	public int red() {
		return red;
	}

	/** Green of the brightest pixel, 0 to 255. */
	public int green() {
		return green;
	}

	/** Blue of the brightest pixel, 0 to 255. */
	public int blue() {
		return blue;
	}
}
