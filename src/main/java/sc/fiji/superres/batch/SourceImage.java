package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Path;

import net.imglib2.Interval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.PlaneSeries;

/** An image of a source, open. */
public interface SourceImage<T extends NumericType<T> & NativeType<T>> extends AutoCloseable {

	/** Its planes, which are read one at a time. */
	PlaneSeries<T> planes();

	/** Of its pixels. */
	T type();

	/** The part of its planes that is to be upscaled. */
	Interval region();

	/** By how much its values are larger than those that a user sees: 0 but for signed 16-bit. */
	double offset();

	/**
	 * Begins the file of its result.
	 *
	 * @param method that makes it
	 * @param part where the file will be, in the format that its extension says; other files may be written beside it, which go
	 *          away when the result is closed
	 */
	ResultFile<T> result(Outline method, Path part) throws IOException;

	@Override
	void close() throws IOException;
}
