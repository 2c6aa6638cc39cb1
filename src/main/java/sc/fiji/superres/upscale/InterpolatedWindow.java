package sc.fiji.superres.upscale;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.engine.Inference;

/** Enlarges the channels of windows, which hold an image's own values, as images of its own type. */
final class InterpolatedWindow<T extends RealType<T> & NativeType<T>> implements Inference {

	private final Baseline baseline;
	private final int channels;
	private final Img<T> channel;

	private InterpolatedWindow(final Baseline baseline, final int channels, final T type, final int height, final int width) {
		this.baseline = baseline;
		this.channels = channels;
		channel = new ArrayImgFactory<>(type).create(width, height);
	}

	/** @param rounded whether results of whole numbers are; not where a mean follows */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static Inference of(final Baseline baseline, final Type<?> type, final boolean rounded, final int height, final int width) {
		final Type<?> ofChannel = !rounded ? new FloatType() : type instanceof ARGBType ? new UnsignedByteType() : type;
		return new InterpolatedWindow(baseline, PlaneSource.channels(type), (RealType) ofChannel, height, width);
	}

	@Override
	public void run(final float[] lr, final float[] hr) {
		for (int c = 0; c < channels; c++) {
			int i = c;
			for (final Cursor<T> cursor = channel.cursor(); cursor.hasNext(); i += channels)
				cursor.next().setReal(lr[i]);
			i = c;
			final Img<T> enlarged = baseline.interpolation().enlarge(channel, baseline.scale());
			for (final Cursor<T> cursor = enlarged.cursor(); cursor.hasNext(); i += channels)
				hr[i] = cursor.next().getRealFloat();
		}
	}

	/** There is nothing to free. */
	@Override
	public void close() {}
}
