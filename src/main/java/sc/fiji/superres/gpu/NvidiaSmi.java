package sc.fiji.superres.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What {@code nvidia-smi}, which comes with each driver of NVIDIA's, says of the graphics processors.
 *
 * @param gpus in the order of the PCI bus
 * @param driver version of the driver; empty where it is not known
 * @param problem what it says where it fails; empty where it does not
 */
record NvidiaSmi(List<Gpu> gpus, String driver, String problem) {

	/** Without a process that keeps the driver awake it takes seconds. */
	private static final int SECONDS = 15;

	private static final String QUERY = "--query-gpu=index,uuid,name,memory.total,memory.free,driver_version";
	private static final int COLUMNS = 6;

	/** Asks it; nothing where there is no such program. */
	static Optional<NvidiaSmi> ask(final Machine machine) {
		return ask(machine, SECONDS);
	}

	static Optional<NvidiaSmi> ask(final Machine machine, final int seconds) {
		return candidates(machine).filter(Files::isExecutable).findFirst().map(program -> run(program, seconds));
	}

	private static Stream<Path> candidates(final Machine machine) {
		final String name = machine.isWindows() ? "nvidia-smi.exe" : "nvidia-smi";
		final Stream<Path> others = machine.isWindows() ? machine.folders("SystemRoot").stream().map(folder -> folder.resolve(
			"System32")) : Stream.of("usr/bin", "usr/lib/wsl/lib").map(machine::path);
		return Stream.concat(machine.folders("PATH").stream(), others).map(folder -> folder.resolve(name));
	}

	private static NvidiaSmi run(final Path program, final int seconds) {
		Process process = null;
		try {
			process = new ProcessBuilder(program.toString(), QUERY, "--format=csv,noheader,nounits").redirectErrorStream(true)
				.start();
			process.getOutputStream().close();
			if (!process.waitFor(seconds, TimeUnit.SECONDS)) return failed("no answer within " + seconds + " s");
			final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return process.exitValue() == 0 ? parse(text) : failed(firstLine(text));
		}
		catch (final IOException e) {
			return failed(String.valueOf(e.getMessage()));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return failed("interrupted");
		}
		finally {
			if (process != null) process.destroyForcibly();
		}
	}

	private static NvidiaSmi failed(final String problem) {
		return new NvidiaSmi(List.of(), "", problem);
	}

	private static String firstLine(final String text) {
		return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("nothing");
	}

	/** Lines such as {@code 0, GPU-5c7a, NVIDIA A100-SXM4-40GB, 40960, 40000, 535.54.03}. */
	static NvidiaSmi parse(final String text) {
		final List<Gpu> gpus = new ArrayList<>();
		String driver = "";
		for (final String line : text.lines().toList()) {
			final String[] columns = line.strip().split("\\s*,\\s*");
			if (columns.length != COLUMNS || !columns[0].matches("\\d{1,4}")) continue;
			gpus.add(new Gpu(Integer.parseInt(columns[0]), columns[1], columns[2], megabytes(columns[3]), megabytes(columns[4])));
			driver = columns[5];
		}
		return gpus.isEmpty() ? failed(firstLine(text)) : new NvidiaSmi(List.copyOf(gpus), driver, "");
	}

	/** Some have no memory of their own, and say {@code [N/A]}. */
	private static long megabytes(final String text) {
		return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
	}
}
