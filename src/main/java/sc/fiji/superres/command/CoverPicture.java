package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.sample.CellImage;
import sc.fiji.superres.sample.Stain;
import sc.fiji.superres.training.Example;
import sc.fiji.superres.training.TrainingOptions;

/** A model's picture: a part of the sample, which is free of anybody's rights, by bicubic interpolation and by the model. */
final class CoverPicture {

	/** Of what is computed, in pixels: a multiple of all scales. */
	private static final int SIDE = 288;

	/** Of what is shown of it, in pixels: without what the edge spoils. */
	private static final int SHOWN = 192;

	private static final int LEFT = 96, TOP = 108;
	private static final int GAP = 4;
	private static final int WHITE = 0xffffff;

	/** Drawn once: that takes longer than a picture is computed. */
	private static final class Sample {

		private static final CellImage CELLS = CellImage.draw(CellImage.SEED);
	}

	private CoverPicture() {}

	/** @return a PNG file */
	static byte[] png(final TrainingPlan.Outcome outcome, final Engine engine) throws IOException {
		final TrainingOptions options = outcome.options();
		final RandomAccessibleInterval<?> hr = options.architecture().channels() == InputChannels.ANY ? part(Sample.CELLS
			.channel(Stain.FILAMENTS)) : part(Sample.CELLS.flatten());
		return png(Example.of(hr, options.architecture(), outcome.result().weights(), options.degradation(), engine));
	}

	private static <T> RandomAccessibleInterval<T> part(final RandomAccessibleInterval<T> image) {
		return Views.zeroMin(Views.interval(image, FinalInterval.createMinSize(LEFT, TOP, SIDE, SIDE)));
	}

	private static byte[] png(final Example example) throws IOException {
		final ImageProcessor left = shown(Planes.processor(example.bicubic())), right = shown(Planes.processor(example.result()));
		final ImageProcessor both = left.createProcessor(2 * SHOWN + GAP, SHOWN);
		both.setValue(both instanceof ColorProcessor ? WHITE : WHITE & 0xff);
		both.fill();
		both.insert(left, 0, 0);
		both.insert(right, SHOWN + GAP, 0);
		final Path folder = TemporaryFile.createFolder();
		try {
			final Path file = folder.resolve("cover.png");
			ImageFiles.save(new ImagePlus("cover", both), file);
			return Files.readAllBytes(file);
		}
		finally {
			WholeFile.delete(folder);
		}
	}

	private static ImageProcessor shown(final ImageProcessor computed) {
		final int edge = (SIDE - SHOWN) / 2;
		computed.setRoi(edge, edge, SHOWN, SHOWN);
		return computed.crop();
	}
}
