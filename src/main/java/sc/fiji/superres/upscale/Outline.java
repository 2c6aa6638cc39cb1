package sc.fiji.superres.upscale;

import net.imglib2.type.Type;

/** A way to enlarge images as far as it is known without weights and engine: enough to offer it, and to foresee a run. */
public sealed interface Outline permits NetworkOutline, Method {

	/** As users write it, such as {@code edsr-x2} or {@code bicubic-x2}. */
	String name();

	/** Of what kind it is, for people: {@code EDSR}, {@code Bicubic (MATLAB)}. */
	String kind();

	/** Pixels of the result for each pixel of the image, along one side. */
	int scale();

	/** For the title of a result, such as {@code EDSR x2}. */
	default String title() {
		return kind() + " x" + scale();
	}

	/** Whether it invents texture that the image might have had, so that its results are not to be measured in. */
	boolean inventsTexture();

	/** Whether it enlarges one channel at a time, and so luma alone. */
	boolean takesOneChannel();

	/**
	 * How far away pixels can matter, in LR pixels.
	 *
	 * @param type of the image's pixels
	 */
	int radius(Type<?> type);

	/**
	 * Bytes that a window needs beside what the process has already: an upper estimate.
	 *
	 * @param type of the image's pixels
	 * @param pixels of the window, in LR
	 */
	long memory(Type<?> type, long pixels);
}
