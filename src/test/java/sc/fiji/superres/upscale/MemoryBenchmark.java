package sc.fiji.superres.upscale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.network.Edsr;

/** Resident memory (Linux): over many windows, over many planes, and of windows of several sizes against the engine's estimate. */
class MemoryBenchmark {

	@Test
	void overAThousandWindows() {
		final Model model = TestNetworks.model(new Edsr(2, 16, 64, 1).network(), 1);
		final Img<UnsignedByteType> image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 640, 640);
		final Map<String, Long> resident = new HashMap<>();
		Upscaler.of(model).options(UpscaleOptions.defaults().tileSize(new TileSize(15))).progress((task, done, total) -> {
			if (task.startsWith("Window 100 ") || task.startsWith("Window 1000 ")) resident.put(task.split(" ")[1], residentBytes());
		}).upscale(image);
		System.out.printf(Locale.ROOT, "Resident memory after window 100: %d MB, after window 1000: %d MB, ratio %.3f%n", resident.get(
			"100") >> 20, resident.get("1000") >> 20, (double) resident.get("1000") / resident.get("100"));
	}

	/** A stack that is read plane by plane and kept by nobody: its length must not show. */
	@Test
	void overTwoThousandPlanes() throws IOException {
		final Model model = TestNetworks.model(new Edsr(2, 1, 16, 1).network(), 1);
		final Interval plane = new FinalInterval(256, 256);
		final PlaneSeries<UnsignedShortType> series = new PlaneSeries<>() {

			@Override
			public int size() {
				return 2000;
			}

			@Override
			public int channel(final int index) {
				return 0;
			}

			@Override
			public RandomAccessibleInterval<UnsignedShortType> plane(final int index) {
				return TestImages.random(new UnsignedShortType(), index, 0, 4095, 256, 256);
			}
		};
		final Map<Integer, Long> resident = new HashMap<>();
		Upscaler.of(model).run(series, plane, (index, hr) -> {
			if (index == 199 || index == 1999) resident.put(index, residentBytes());
		});
		System.out.printf(Locale.ROOT, "Resident memory after plane 200: %d MB, after plane 2000: %d MB, ratio %.3f%n", resident.get(
			199) >> 20, resident.get(1999) >> 20, (double) resident.get(1999) / resident.get(199));
	}

	@Test
	void estimateAgainstUse() {
		final Engine engine = Engines.tensorflow();
		for (final int scale : new int[] { 2, 3, 4 }) {
			final Model model = TestNetworks.model(new Edsr(scale, 16, 64, 1).network(), 1);
			for (final int side : new int[] { 128, 256, 512 }) {
				final float[] lr = TestNetworks.randomGreyLevels(3 * side * side, 1);
				final float[] hr = new float[lr.length * scale * scale];
				final long before = residentBytes();
				try (Inference inference = engine.inference(model.network(), model.weights(), side, side)) {
					final Peak peak = new Peak();
					inference.run(lr, hr);
					System.out.printf(Locale.ROOT, "x%d, %d x %d: estimate %d MB, used %d MB%n", scale, side, side, engine.memory(model
						.network(), (long) side * side) >> 20, (peak.end() - before) >> 20);
				}
			}
		}
	}

	/** The highest resident memory while something runs. */
	private static final class Peak extends Thread {

		private volatile boolean running = true;
		private long highest;

		Peak() {
			start();
		}

		@Override
		public void run() {
			while (running)
				highest = Math.max(highest, residentBytes());
		}

		long end() {
			running = false;
			try {
				join();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return highest;
		}
	}

	private static long residentBytes() {
		try {
			for (final String line : Files.readAllLines(Path.of("/proc/self/status")))
				if (line.startsWith("VmRSS:")) return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
			throw new IllegalStateException("/proc/self/status has no VmRSS.");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
