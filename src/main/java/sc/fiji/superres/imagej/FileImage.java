package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import ij.ImagePlus;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.batch.ResultFile;
import sc.fiji.superres.batch.SourceImage;
import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.PlaneSeries;
import sc.fiji.superres.upscale.UpscaledPlane;

/** An image that was opened from a file, and the way of its result to another. */
final class FileImage<T extends NumericType<T> & NativeType<T>> implements SourceImage<T> {

	private final ImagePlus image;
	private final ImagePlanes<T> planes;
	private final Interval region;

	private FileImage(final ImagePlus image, final ImagePlanes<T> planes) {
		this.image = image;
		this.planes = planes;
		region = new FinalInterval(planes.width(), planes.height()); // a selection that was saved is what its user last looked at
	}

	/** @throws IllegalArgumentException if it cannot be worked on */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	static FileImage<?> of(final ImagePlus image, final PlaneSelection selection) {
		return new FileImage(image, ImagePlanes.of(image, selection));
	}

	@Override
	public PlaneSeries<T> planes() {
		return planes;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T type() {
		return (T) planes.type();
	}

	@Override
	public Interval region() {
		return region;
	}

	@Override
	public double offset() {
		return SignedValues.offset(image);
	}

	@Override
	public ResultFile<T> result(final Outline method, final Path part) throws IOException {
		final ResultSize size = ResultSize.of(planes, region, method.scale());
		final PlaneFile file = size.planes() > 1 ? new PlaneFile(part.getParent()) : null;
		final ResultImage result = file == null ? new ResultImage(image, planes.selection(), region, method.scale())
			: new ResultImage(image, planes.selection(), region, method.scale(), file);
		return new ResultFile<>() {

			@Override
			public void accept(final int plane, final UpscaledPlane<T> upscaled) throws IOException {
				result.accept(plane, upscaled.image());
			}

			@Override
			public void write(final Map<String, String> facts) throws IOException {
				SignedValues.note(image, facts);
				ImageFiles.write(result.finish(method.title(), facts), part);
			}

			@Override
			public void close() throws IOException {
				if (file != null) file.close();
			}
		};
	}

	/** Virtual stacks open their file for each plane. */
	@Override
	public void close() {
		image.flush();
	}
}
