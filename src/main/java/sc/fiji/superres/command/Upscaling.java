package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.imagej.ImageRegion;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.imagej.ResultImage;
import sc.fiji.superres.imagej.ResultSize;
import sc.fiji.superres.imagej.SignedValues;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.RunSize;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

/** From an image to its upscaled image: what the commands with a model share, and can say of it beforehand. */
final class Upscaling {

	private final ImagePlus input;
	private final ImagePlanes<?> planes;
	private final Interval region;
	private final String model;
	private final Outline outline;
	private final Placement placement;
	private final UpscaleOptions options;
	private final ResultSize resultSize;
	private final RunSize runSize;

	/**
	 * Everything that can be refused is refused here, before the engine is loaded.
	 *
	 * @param model name of a model or baseline, or path of a package
	 * @param expected where a model will compute; not asked for of baselines
	 */
	Upscaling(final ImagePlus input, final PlaneSelection selection, final String model, final Supplier<Placement> expected,
		final UpscaleOptions options) throws IOException
	{
		this.input = input;
		this.model = model;
		final double signOffset = SignedValues.offset(input);
		this.options = options.intensity(options.intensity().plus(signOffset)).noData(options.noData().plus(signOffset));
		planes = ImagePlanes.of(input, selection);
		region = ImageRegion.of(input);
		outline = Methods.standard().describe(model);
		placement = outline instanceof Baseline ? Placement.CPU : expected.get();
		resultSize = ResultSize.of(planes, region, outline.scale());
		final List<ResultSize> images = new ArrayList<>(List.of(resultSize));
		if (options.consistencyMap()) images.add(consistencySize());
		if (options.deviationMap()) images.add(deviationSize());
		ResultSize.check(images);
		runSize = RunSize.of(outline, placement, this.options, planes.type(), new FinalInterval(planes.width(), planes.height()),
			region);
	}

	ResultSize resultSize() {
		return resultSize;
	}

	ResultSize consistencySize() {
		return new ResultSize(region.dimension(0), region.dimension(1), planes.size(), Float.SIZE);
	}

	ResultSize deviationSize() {
		return new ResultSize(resultSize.width(), resultSize.height(), planes.size(), Float.SIZE);
	}

	/** What will happen, in a line or two. */
	String describe() {
		final long windows = planes.size() * runSize.windows();
		return String.format(Locale.ROOT, "Result: %s (%.2f MB), in %d window%s of %d x %d pixels%s, on %s.%s", resultSize,
			resultSize.bytes() / 1e6, windows, windows == 1 ? "" : "s", runSize.windowWidth(), runSize.windowHeight(),
			options.ensemble() ? ", 8 times each" : "", placement.isGpu() ? placement.text() : "the CPU",
			remark());
	}

	private String remark() {
		if (outline.inventsTexture()) return " " + Method.INVENTED;
		return outline instanceof Baseline ? " No network: a baseline to compare with." : "";
	}

	/** @param engine asked for only where a model needs one */
	UpscaledImages run(final Supplier<Engine> engine, final Progress progress) throws IOException {
		return run(planes, engine, progress);
	}

	private <T extends NumericType<T> & NativeType<T>> UpscaledImages run(final ImagePlanes<T> series,
		final Supplier<Engine> engine, final Progress progress) throws IOException
	{
		final ResultImage result = new ResultImage(input, series.selection(), region, outline.scale());
		final List<Img<FloatType>> consistencies = new ArrayList<>(), deviations = new ArrayList<>();
		final Method method = Methods.standard().open(model, engine);
		final Map<String, String> facts = Upscaler.of(method).engine(engine).options(options).progress(progress).run(series,
			region, (plane, upscaled) -> {
				result.accept(plane, upscaled.image());
				if (options.consistencyMap()) consistencies.add(upscaled.consistency());
				if (options.deviationMap()) deviations.add(upscaled.deviation());
			});
		SignedValues.note(input, facts);
		final ImagePlus image = result.finish(outline.title(), facts);
		return new UpscaledImages(image, map(image, "consistency", outline.scale(), true, consistencies, facts),
			map(image, "deviation", 1, false, deviations, facts));
	}

	/** Null where there are no planes. */
	private static ImagePlus map(final ImagePlus result, final String name, final int shrinking, final boolean signed,
		final List<Img<FloatType>> planes, final Map<String, String> facts)
	{
		if (planes.isEmpty()) return null;
		final MapImage map = new MapImage(result, name, shrinking, signed);
		planes.forEach(map::add);
		final StringBuilder info = new StringBuilder(name + " map of: " + result.getTitle() + "\n");
		facts.forEach((key, value) -> info.append(key).append(": ").append(value).append('\n'));
		return map.image(info.toString());
	}
}
