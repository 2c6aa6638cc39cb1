package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.network.Edsr;

/** A training of a second on a few images with sharp edges. */
abstract class SmallTraining {

	static final Edsr TINY = new Edsr(2, 2, 8, 1);

	final Engine engine = Engines.tensorflow();
	final TrainingSet set = stripes();

	@TempDir
	Path folder;

	static List<String> names(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	TrainingResult train(final TrainingOptions options, final Path to) throws IOException {
		return trainer(engine, options, to).train(Progress.NONE);
	}

	Trainer trainer(final Engine with, final TrainingOptions options, final Path to) {
		return new Trainer(with, options, Start.random(options.architecture().network(), options.seed()), set, to);
	}

	/** Of a constant rate. */
	static TrainingOptions options(final int steps) {
		return options(steps, 1e-3, 1000, Precision.FLOAT32);
	}

	static TrainingOptions options(final int steps, final double rate, final int halveEvery, final Precision precision) {
		return options(steps, rate, halveEvery, precision, 20);
	}

	static TrainingOptions options(final int steps, final double rate, final int halveEvery, final Precision precision,
		final int validateEvery)
	{
		return new TrainingOptions(TINY, new TrainingSetup(4, 12, precision), steps, 0, new Schedule(rate, halveEvery), 1, validateEvery,
			Degradation.BICUBIC);
	}

	static Progress stopAfter(final RecordingEngine engine, final int steps) {
		return new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {}

			@Override
			public boolean isCancelled() {
				return engine.steps().size() >= steps;
			}
		};
	}

	/** Images of slanted stripes of some widths and colours. */
	static TrainingSet stripes() {
		final TrainingSet set = new TrainingSet(TINY, 12, Degradation.BICUBIC);
		for (int i = 0; i < 6; i++)
			set.add("stripes" + i, stripes(i));
		return set;
	}

	static Img<ARGBType> stripes(final int i) {
		final int side = 48 + 2 * i;
		final int[] pixels = new int[side * side];
		for (int p = 0; p < pixels.length; p++) {
			final double wave = Math.sin((p % side + 0.5 * (p / side)) * 2 * Math.PI / (5 + i));
			final int grey = wave > 0 ? 200 : 60;
			pixels[p] = ARGBType.rgba(grey, grey / 2 + 10 * i, 255 - grey, 255);
		}
		return ArrayImgs.argbs(pixels, side, side);
	}
}
