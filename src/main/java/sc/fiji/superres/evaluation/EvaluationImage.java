package sc.fiji.superres.evaluation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;

/**
 * An image to evaluate on.
 *
 * @param name for the table
 * @param hr the truth, 2-D: colour, or one channel
 * @param lr what is upscaled, of the same type; null where it is to be made of the truth by MATLAB's bicubic
 */
public record EvaluationImage(String name, RandomAccessibleInterval<? extends NumericType<?>> hr,
	RandomAccessibleInterval<? extends NumericType<?>> lr)
{}
