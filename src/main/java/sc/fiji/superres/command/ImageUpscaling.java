package sc.fiji.superres.command;

import ij.ImagePlus;

import java.io.IOException;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.imagej.PlaneSelection;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.imagej.ResultImage;
import sc.fiji.superres.imagej.ResultSize;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaled;
import sc.fiji.superres.upscale.Upscaler;

/** From an image to its super-resolved image: what the commands with a model share. */
record ImageUpscaling(Engine engine, UpscaleOptions options, Progress progress) {

	/** @param modelName name of a model, or path of a package */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	ImagePlus upscale(final ImagePlus input, final String modelName) throws IOException {
		final RandomAccessibleInterval<?> plane = Planes.of(input);
		final Model model = ModelFolders.standard().open(modelName, engine);
		ResultSize.of(ImagePlanes.of(input), plane, model.network().scale()).check();
		return upscale(input, (RandomAccessibleInterval) plane, model);
	}

	private <T extends NumericType<T> & NativeType<T>> ImagePlus upscale(final ImagePlus input,
		final RandomAccessibleInterval<T> plane, final Model model)
	{
		final Upscaled<T> result = Upscaler.of(model).engine(engine).options(options).progress(progress).run(plane);
		final String label = Architectures.name(model.network().architecture()).toUpperCase(Locale.ROOT) + " x" + model.network()
			.scale();
		final ResultImage output = new ResultImage(input, PlaneSelection.all(input), plane, model.network().scale());
		output.accept(0, result.image());
		return output.finish(label, result.facts());
	}
}
