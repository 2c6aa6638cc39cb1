package sc.fiji.superres.batch;

import java.io.IOException;
import java.util.List;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.upscale.CommonIntensity;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.NoData;

/** One intensity range for all images of a source, so that a time series in many files stays comparable. */
public final class FolderIntensity {

	private FolderIntensity() {}

	/**
	 * Reads all images. Those that cannot be read do not count: what is wrong with them is said when it is their turn.
	 *
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public static Intensity of(final ImageSource source, final List<String> names, final NoData noData,
		final Progress progress)
	{
		final CommonIntensity common = new CommonIntensity();
		for (int i = 0; i < names.size(); i++) {
			progress.checkCancelled();
			final String image = "Image " + (i + 1) + " of " + names.size() + ", " + names.get(i);
			try (SourceImage<?> open = source.open(names.get(i))) {
				add(common, open, noData, new OverallProgress(progress, image, i, 1, names.size()));
			}
			catch (final IOException | IllegalArgumentException e) {
				continue;
			}
		}
		return common.intensity();
	}

	private static <T extends NumericType<T> & NativeType<T>> void add(final CommonIntensity common, final SourceImage<T> image,
		final NoData noData, final Progress progress) throws IOException
	{
		common.add(image.planes(), noData, image.offset(), progress);
	}
}
