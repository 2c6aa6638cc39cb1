package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.view.Views;

import sc.fiji.superres.batch.ResultCheck;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.metric.Channels;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.PsnrResult;
import sc.fiji.superres.metric.PsnrSeries;
import sc.fiji.superres.metric.PsnrSummary;
import sc.fiji.superres.metric.Range;

/**
 * The truth of the images of a batch, by the same names with any extension. The PSNR is the mean over the planes, on luma of
 * RGB, without as many pixels of border as the scale; its range is 255 for 8-bit and RGB, else that of the truth's values.
 */
final class ReferenceFolder implements ResultCheck {

	/** The convention, for users. */
	static final String CONVENTION = "luma of RGB, border as the scale, range 255 for 8-bit and RGB, else that of the truth";

	private final Map<String, Path> truths = new HashMap<>();
	private final Path folder;
	private final int scale;
	private final Progress progress;

	/** @throws IOException if the folder cannot be read */
	ReferenceFolder(final Path folder, final int scale, final Progress progress) throws IOException {
		this.folder = folder;
		this.scale = scale;
		this.progress = progress;
		for (final Path file : ImageFiles.list(folder))
			truths.put(bare(folder.relativize(file).toString().replace('\\', '/')), file);
	}

	private static String bare(final String name) {
		return name.replaceFirst("\\.[^./]*$", "");
	}

	@Override
	public double psnr(final String name, final Path result) throws IOException {
		final Path truth = truths.get(bare(name));
		if (truth == null)
			throw new IllegalArgumentException("there is no image named " + bare(name) + " in " + folder + ".");
		final ImagePlanes<?> reference = planes(truth), test = planes(result);
		if (reference.size() != test.size())
			throw new IllegalArgumentException(truth + " has " + reference.size() + " planes, but the result has " +
				test.size() + ".");
		final boolean bytes = reference.bitDepth() == 8 || reference.bitDepth() == 24;
		final MetricOptions options = MetricOptions.benchmark(scale).channels(bytes ? Channels.Y : Channels.JOINT)
			.range(bytes ? Range.AUTO : Range.REFERENCE);
		return PsnrSummary.of(measure(PsnrSeries.of(options), reference, test)).psnr().mean();
	}

	private static ImagePlanes<?> planes(final Path file) throws IOException {
		final ImagePlus image = ImageFiles.openVirtual(file);
		return ImagePlanes.of(image);
	}

	private List<PsnrResult> measure(final PsnrSeries series, final ImagePlanes<?> reference, final ImagePlanes<?> test)
		throws IOException
	{
		for (int i = 0; series.needsScan() && i < reference.size(); i++) {
			progress.checkCancelled();
			series.scan(cropped(reference.plane(i), test));
		}
		final List<PsnrResult> results = new ArrayList<>();
		for (int i = 0; i < reference.size(); i++) {
			progress.checkCancelled();
			results.add(series.compute(cropped(reference.plane(i), test), test.plane(i)));
		}
		return results;
	}

	/** The truth of an image that was shrunk may be larger by less than the scale. */
	private <T extends NumericType<T>> RandomAccessibleInterval<T> cropped(final RandomAccessibleInterval<T> truth,
		final ImagePlanes<?> test)
	{
		final long width = truth.dimension(0) - test.width(), height = truth.dimension(1) - test.height();
		final boolean fits = width >= 0 && width < scale && height >= 0 && height < scale;
		return fits ? Views.interval(truth, new FinalInterval(test.width(), test.height())) : truth;
	}
}
