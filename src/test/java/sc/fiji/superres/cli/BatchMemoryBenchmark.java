package sc.fiji.superres.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import ij.ImagePlus;
import ij.ImageStack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.network.Edsr;

/** Peak resident memory (Linux) of a batch over a long stack against a short one. It needs the application: mvn package. */
class BatchMemoryBenchmark {

	private static final int SIDE = 512;

	@TempDir
	private Path folder;

	@Test
	void twoThousandPlanesAgainstTwenty() throws IOException, InterruptedException {
		TestInputs.model(folder.resolve("small"), new Edsr(2, 1, 8, 1).network());
		final long few = peakBytes(20);
		final long many = peakBytes(2000);
		System.out.printf(Locale.ROOT, "Peak resident memory over 20 planes of %d x %d: %d MB, over 2000: %d MB, ratio %.3f%n", SIDE, SIDE,
			few >> 20, many >> 20, (double) many / few);
	}

	private long peakBytes(final int planes) throws IOException, InterruptedException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		final Object plane = TestInputs.image(8, SIDE, SIDE).getProcessor().getPixels();
		for (int i = 0; i < planes; i++)
			stack.addSlice(null, plane);
		final Path input = Files.createDirectory(folder.resolve("in" + planes));
		TestInputs.save(new ImagePlus("stack", stack), input.resolve("stack.tif"));
		final Process process = Launcher.standard().start(folder.resolve("out"), folder.resolve("err"), "batch", "--input", input,
			"--output", folder.resolve("results" + planes), "--model", folder.resolve("small"));
		long peak = 0;
		while (process.isAlive()) {
			peak = Math.max(peak, highWaterBytes(process.pid()));
			Thread.sleep(10);
		}
		if (process.exitValue() != 0) throw new IllegalStateException(Files.readString(folder.resolve("err")));
		return peak;
	}

	/** The highest resident memory so far; 0 where the process has just ended. */
	private static long highWaterBytes(final long pid) {
		try {
			for (final String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")))
				if (line.startsWith("VmHWM:")) return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
			return 0;
		}
		catch (final IOException e) {
			return 0;
		}
	}
}
