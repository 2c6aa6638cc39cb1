package sc.fiji.superres.evaluation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.ColorChannelOrder;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.superres.metric.Luma;
import sc.fiji.superres.resample.MatlabResize;

/** Makes of the truth what the benchmarks make of it. */
final class BenchmarkImages {

	private BenchmarkImages() {}

	/** By MATLAB's bicubic, colours channel by channel in 8 bits. */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static RandomAccessibleInterval<? extends NumericType<?>> shrunk(
		final RandomAccessibleInterval<? extends NumericType<?>> hr, final int scale)
	{
		if (!(hr.getType() instanceof ARGBType)) return MatlabResize.shrink((RandomAccessibleInterval) hr, scale);
		final RandomAccessibleInterval<ARGBType> colours = (RandomAccessibleInterval<ARGBType>) hr;
		final RandomAccessibleInterval<UnsignedByteType> channels = Views.stack(channel(colours, 1, scale),
			channel(colours, 2, scale), channel(colours, 3, scale));
		return copy(Converters.mergeARGB(channels, ColorChannelOrder.RGB), new ARGBType());
	}

	private static Img<UnsignedByteType> channel(final RandomAccessibleInterval<ARGBType> colours, final int channel,
		final int scale)
	{
		return MatlabResize.shrink(Converters.argbChannel(colours, channel), scale);
	}

	private static <T extends NativeType<T>> Img<T> copy(final RandomAccessibleInterval<T> image, final T type) {
		final Img<T> copy = new ArrayImgFactory<>(type).create(image);
		LoopBuilder.setImages(image, copy).forEachPixel((from, to) -> to.set(from));
		return copy;
	}

	/** Rounded to 8 bits; grey values are taken as Y as they are. */
	static Img<UnsignedByteType> luma(final RandomAccessibleInterval<? extends NumericType<?>> image) {
		final Img<UnsignedByteType> luma = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		final RandomAccessibleInterval<?> pixels = Views.zeroMin(image);
		LoopBuilder.setImages(pixels, luma).forEachPixel((from, to) -> to.setReal(from instanceof ARGBType colour
			? Math.floor(Luma.of(colour.get()) + 0.5) : ((RealType<?>) from).getRealDouble()));
		return luma;
	}

	/** Rounded and clipped to 8 bits. */
	static Img<UnsignedByteType> rounded(final Img<FloatType> image) {
		final Img<UnsignedByteType> rounded = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		LoopBuilder.setImages(image, rounded)
			.forEachPixel((from, to) -> to.set((int) Math.max(0, Math.min(255, Math.floor(from.get() + 0.5)))));
		return rounded;
	}
}
