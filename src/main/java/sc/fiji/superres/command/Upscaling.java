package sc.fiji.superres.command;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.imagej.ImageRegion;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.imagej.ResultImage;
import sc.fiji.superres.imagej.ResultSize;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.upscale.NetworkOutline;
import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.RunSize;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

/** From an image to its super-resolved image: what the commands with a model share, and can say of it beforehand. */
final class Upscaling {

	/** ImageJ keeps signed 16-bit values as unsigned ones that are so much larger. */
	private static final double SIGN_OFFSET = 32768;

	private final ImagePlus input;
	private final ImagePlanes<?> planes;
	private final Interval region;
	private final String model;
	private final Outline outline;
	private final UpscaleOptions options;
	private final ResultSize resultSize;
	private final RunSize runSize;

	/**
	 * Everything that can be refused is refused here, before the engine is loaded.
	 *
	 * @param model name of a model, or path of a package
	 */
	Upscaling(final ImagePlus input, final PlaneSelection selection, final String model, final UpscaleOptions options)
		throws IOException
	{
		this.input = input;
		this.model = model;
		final double signOffset = input.getCalibration().isSigned16Bit() ? SIGN_OFFSET : 0;
		this.options = options.intensity(options.intensity().plus(signOffset)).noData(options.noData().plus(signOffset));
		planes = ImagePlanes.of(input, selection);
		region = ImageRegion.of(input);
		outline = new NetworkOutline(model, ModelFolders.standard().network(model));
		resultSize = ResultSize.of(planes, region, outline.scale());
		resultSize.check();
		runSize = RunSize.of(outline, this.options, planes.type(), new FinalInterval(planes.width(), planes.height()), region);
	}

	ResultSize resultSize() {
		return resultSize;
	}

	/** What will happen, in one line. */
	String describe() {
		final long windows = planes.size() * runSize.windows();
		return String.format(Locale.ROOT, "Result: %s (%.2f MB), in %d window%s of %d x %d pixels, on the CPU.", resultSize, resultSize
			.bytes() / 1e6, windows, windows == 1 ? "" : "s", runSize.windowWidth(), runSize.windowHeight());
	}

	ImagePlus run(final Engine engine, final Progress progress) throws IOException {
		return run(planes, engine, progress);
	}

	private <T extends NumericType<T> & NativeType<T>> ImagePlus run(final ImagePlanes<T> series, final Engine engine,
		final Progress progress) throws IOException
	{
		final ResultImage result = new ResultImage(input, series.selection(), region, outline.scale());
		final Map<String, String> facts = Upscaler.of(ModelFolders.standard().open(model, engine)).engine(engine).options(options)
			.progress(progress).run(series, region, (plane, upscaled) -> result.accept(plane, upscaled.image()));
		if (input.getCalibration().isSigned16Bit()) facts.put("signed", "raw values stand here, " + (int) SIGN_OFFSET +
			" above those that are shown");
		return result.finish(outline.title(), facts);
	}
}
