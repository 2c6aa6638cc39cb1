package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sc.fiji.superres.TestImages.SHARED_DATA;
import static sc.fiji.superres.TestImages.isGrey;
import static sc.fiji.superres.TestImages.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.ColorChannelOrder;
import net.imglib2.converter.Converters;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.superres.resample.MatlabResize;

/**
 * PSNR and SSIM of bicubic upscaling on the benchmark sets, which other people measured with other code, to the third and
 * fourth decimal.
 */
public class BicubicBenchmarkTest {

	/** The convention of SRCNN's demo: Y rounded to 8 bits, shrunk and enlarged in float, rounded at the end. */
	@ParameterizedTest
	@CsvSource({ "Set5, 2, 33.662, .9299", "Set5, 3, 30.394, .8682", "Set5, 4, 28.422, .8104",
		"Set14, 2, 30.234, .8687", "Set14, 3, 27.543, .7736", "Set14, 4, 26.003, .7019" })
	public void lumaThenBicubic(final String set, final int scale, final double psnr, final double ssim) throws IOException {
		final MetricOptions options = MetricOptions.benchmark(scale);
		double psnrs = 0;
		double ssims = 0;
		final List<Path> files = files(set, "HR_x" + scale);
		for (final Path file : files) {
			final Img<UnsignedByteType> hr = luma(file);
			final Img<UnsignedByteType> bicubic = shrunkAndEnlarged(hr, scale);
			psnrs += Psnr.of(options).compute(hr, bicubic).psnr();
			ssims += Ssim.of(options).compute(hr, bicubic).ssim();
		}
		assertEquals(psnr, psnrs / files.size(), 0.001);
		assertEquals(ssim, ssims / files.size(), 0.0001);
	}

	/** The convention of networks: the RGB image of 8 bits is enlarged, Y comes last. */
	@ParameterizedTest
	@CsvSource({ "2, 33.674", "3, 30.405", "4, 28.430" })
	public void bicubicThenLuma(final int scale, final double published) throws IOException {
		double sum = 0;
		final List<Path> files = files("Set5", "LR_x" + scale);
		for (final Path file : files) {
			final RandomAccessibleInterval<ARGBType> lr = read(file);
			final Path hr = file.getParent().resolveSibling("HR_x" + scale).resolve(file.getFileName());
			final RandomAccessibleInterval<UnsignedByteType> bicubic =
				Views.stack(enlarged(lr, 1, scale), enlarged(lr, 2, scale), enlarged(lr, 3, scale));
			sum += Psnr.of(MetricOptions.benchmark(scale)).compute(read(hr),
				Converters.mergeARGB(bicubic, ColorChannelOrder.RGB)).psnr();
		}
		assertEquals(published, sum / files.size(), 0.001);
	}

	private static Img<UnsignedByteType> enlarged(final RandomAccessibleInterval<ARGBType> image, final int channel, final int scale) {
		final RandomAccessibleInterval<UnsignedByteType> plane = Converters.argbChannel(image, channel);
		return MatlabResize.enlarge(plane, scale);
	}

	private static Img<UnsignedByteType> shrunkAndEnlarged(final Img<UnsignedByteType> luma, final int scale) {
		final RandomAccessibleInterval<DoubleType> real = RealTypeConverters.convert(luma, new DoubleType());
		final Img<DoubleType> bicubic = MatlabResize.enlarge(MatlabResize.shrink(real, scale), scale);
		return rounded(bicubic, DoubleType::get);
	}

	/** Y of ITU-R BT.601 in 8 bits; a grey file (Set14 has one, and another grey picture in RGB) is Y as it is. */
	private static Img<UnsignedByteType> luma(final Path file) {
		final boolean grey = isGrey(file);
		return rounded(read(file), pixel -> {
			final int rgb = pixel.get();
			if (grey) return ARGBType.red(rgb);
			return 16 + (65.481 * ARGBType.red(rgb) + 128.553 * ARGBType.green(rgb) + 24.966 * ARGBType.blue(rgb)) / 255;
		});
	}

	private static <T> Img<UnsignedByteType> rounded(final RandomAccessibleInterval<T> image, final ToDoubleFunction<T> value) {
		final Img<UnsignedByteType> result = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		LoopBuilder.setImages(image, result).forEachPixel(
			(from, to) -> to.set((int) Math.max(0, Math.min(255, Math.floor(value.applyAsDouble(from) + 0.5)))));
		return result;
	}

	private static List<Path> files(final String set, final String folder) throws IOException {
		final Path path = SHARED_DATA.resolve("test").resolve(set).resolve(folder);
		assumeTrue(Files.isDirectory(path), "needs " + path);
		try (Stream<Path> files = Files.list(path)) {
			return files.sorted().collect(Collectors.toList());
		}
	}
}
