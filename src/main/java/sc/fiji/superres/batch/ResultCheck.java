package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Path;

/** Measures results against the truth. */
public interface ResultCheck {

	/** There is no truth. */
	ResultCheck NONE = (name, result) -> Double.NaN;

	/**
	 * The PSNR of a result in dB, against the truth of its image.
	 *
	 * @param name of the image
	 * @param result its file
	 * @return NaN where there is none to be measured
	 * @throws IOException if the truth cannot be read
	 * @throws IllegalArgumentException if it does not fit the result
	 */
	double psnr(String name, Path result) throws IOException;
}
