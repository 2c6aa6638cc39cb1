package sc.fiji.superres.resample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/**
 * Classical ways to enlarge an image, which every network is compared with.
 *
 * <pre>
 * Img&lt;UnsignedByteType&gt; hr = Interpolation.LANCZOS.enlarge(lr, 2);
 * </pre>
 *
 * All but {@link #BICUBIC_IJ} have the pixel centres of MATLAB: HR pixel {@code x} lies at LR position
 * {@code (x + 0.5) / factor - 0.5}. Pixels beyond the edge repeat the edge. Integer types are rounded (half away from zero)
 * and clipped to the type; other types are neither rounded nor clipped. Sums are float64.
 * <p>
 * Every HR pixel depends on LR pixels within {@link #radius} alone, and to the bit on nothing else: an image enlarged in
 * windows that overlap so far is the image enlarged as a whole.
 */
public enum Interpolation {

	/** Each pixel becomes a block. */
	NEAREST("nearest", "Nearest neighbour", new KernelEnlarging(MatlabKernel.BOX)),

	/** MATLAB's {@code imresize(image, factor, 'bilinear')}: vertically first, rounded between the passes. */
	BILINEAR("bilinear", "Bilinear", new KernelEnlarging(MatlabKernel.TRIANGLE)),

	/** {@link MatlabResize#enlarge}, but that the last bits of float64 weights do not depend on the place at odd factors. */
	BICUBIC("bicubic", "Bicubic (MATLAB)", new KernelEnlarging(MatlabKernel.CUBIC)),

	/** Image &gt; Scale... of ImageJ, whose result is shifted against the others' by 0.25 HR pixels at x3 and 0.5 at x4. */
	BICUBIC_IJ("bicubic-ij", "Bicubic (ImageJ)", new ImageJBicubic()),

	/** MATLAB's {@code imresize(image, factor, 'lanczos3')}: vertically first, rounded between the passes. */
	LANCZOS("lanczos", "Lanczos", new KernelEnlarging(MatlabKernel.LANCZOS3)),

	/** Ten rounds of back-projection (Irani and Peleg 1991) on MATLAB's bicubic: the most like the image once shrunk. */
	IBP("ibp", "Iterative back-projection", new BackProjection());

	private final String key;
	private final String title;
	private final Enlarging enlarging;

	Interpolation(final String key, final String title, final Enlarging enlarging) {
		this.key = key;
		this.title = title;
		this.enlarging = enlarging;
	}

	/** The name in names of models and on the command line, such as {@code bicubic-ij}. */
	public String key() {
		return key;
	}

	/** The name for people, such as {@code Bicubic (ImageJ)}. */
	public String title() {
		return title;
	}

	@Override
	public String toString() {
		return key;
	}

	/**
	 * How far away pixels can matter: no pixel of the block that an LR pixel becomes depends on an LR pixel further away,
	 * horizontally or vertically.
	 *
	 * @param factor 1 to 1,000,000
	 * @return in LR pixels, 0 or more
	 * @throws IllegalArgumentException if the factor is out of its range
	 */
	public int radius(final int factor) {
		ResizeChecks.checkFactor(factor);
		return factor == 1 ? 0 : enlarging.radius(factor);
	}

	/**
	 * Enlarges by a whole factor; by 1 gives a copy. The work is shared among the threads of
	 * {@link net.imglib2.parallel.Parallelization}, whose number does not change the result.
	 *
	 * @param image one channel, width × height pixels; it may start anywhere
	 * @param factor 1 to 1,000,000
	 * @return factor · width × factor · height pixels of the same type, starting at (0, 0)
	 * @throws IllegalArgumentException if the image is not 2-D or empty, the factor is out of its range, or a side of the
	 *           result is longer than 2^28 pixels
	 */
	public <T extends RealType<T> & NativeType<T>> Img<T> enlarge(final RandomAccessibleInterval<T> image, final int factor) {
		ResizeChecks.checkImage(image);
		ResizeChecks.checkFactor(factor);
		final Img<T> result = MatlabResize.create(image.getType(), factor * image.dimension(0), factor * image.dimension(1));
		final Enlarging method = factor == 1 ? NEAREST.enlarging : enlarging;
		method.enlarge(image, result, factor);
		return result;
	}
}
