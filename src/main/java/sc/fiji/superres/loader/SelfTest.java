package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.TemporaryFile;

/**
 * Tests an engine in a process of its own: whether that survives, what computes, how fast, and whether it computes the same as
 * the processor. The engine need not be the one that this process has loaded, and may crash.
 *
 * @param engine name and version of the library
 * @param device that computed
 * @param seconds for a window of {@link #SIDE}², the network being prepared
 * @param cpuSeconds the same on the processor
 * @param difference the largest one between the two results, in grey levels of 255; 0 where the device is the processor
 */
public record SelfTest(String engine, String device, double seconds, double cpuSeconds, double difference) {

	/** Of the window, in pixels: even a small GPU has memory for that. */
	public static final int SIDE = 128;

	private static final int MINUTES = 5;
	private static final int POLL_MILLISECONDS = 100;

	/** What a shell calls the signals HUP, INT, KILL and TERM, and what Java ends with by itself. */
	private static final Set<Integer> ENDED_BY_OTHERS = Set.of(1, 129, 130, 137, 143);

	/**
	 * Tests an engine.
	 *
	 * @param progress may stop it
	 * @throws EngineCrashException if the process did not survive
	 * @throws EngineException if the engine cannot be loaded, or does not compute
	 * @throws CancellationException if the user cancels
	 */
	static SelfTest run(final InstalledEngine engine, final Progress progress) {
		progress.update("Testing " + engine.name(), 0, 0);
		try {
			final Path output = TemporaryFile.create();
			try {
				final int status = process(engine, output, progress);
				return result(engine, status, facts(output));
			}
			finally {
				Files.deleteIfExists(output);
			}
		}
		catch (final IOException e) {
			throw new EngineException(engine.name() + " cannot be tested in a process of its own: " + e.getMessage(), e);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Cancelled.");
		}
	}

	/** Whether the processor computed, as there is nothing else. */
	public boolean isOnCpu() {
		return device.equals(Placement.CPU.text());
	}

	private static int process(final InstalledEngine engine, final Path output, final Progress progress) throws IOException,
		InterruptedException
	{
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:+SuppressFatalErrorMessage", "-Xmx512m", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp",
			Installation.classes().toString(), SelfTestProcess.class.getName(), engine.platform().name(), engine.name())
				.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			for (int polls = 0; !process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS); polls++) {
				progress.checkCancelled();
				if (polls > TimeUnit.MINUTES.toMillis(MINUTES) / POLL_MILLISECONDS)
					throw new IOException("it does not come to an end; it was stopped after " + MINUTES + " minutes.");
			}
			return process.exitValue();
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static Map<String, String> facts(final Path output) throws IOException {
		final Map<String, String> facts = new LinkedHashMap<>();
		// leniently: libraries print what they like
		for (final String line : new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList()) {
			if (!line.startsWith(SelfTestProcess.PREFIX) || !line.contains("=")) continue;
			final String[] fact = line.substring(SelfTestProcess.PREFIX.length()).split("=", 2);
			facts.put(fact[0], fact[1]);
		}
		return facts;
	}

	/** A process that somebody ended says nothing of the engine; nor does one that could not begin. */
	static SelfTest result(final InstalledEngine engine, final int status, final Map<String, String> facts)
		throws IOException
	{
		if (facts.containsKey(SelfTestProcess.FAILURE)) throw new EngineException(facts.get(SelfTestProcess.FAILURE));
		if (status != 0 && (!facts.containsKey(SelfTestProcess.STARTED) || ENDED_BY_OTHERS.contains(status)))
			throw new IOException("the process ended with status " + status + " before the test did.");
		if (status != 0)
			throw new EngineCrashException(engine.name() + " crashes: it ended the process that tested it (status " + status +
				"). It is left alone from now on; remove it, or install another engine.");
		return new SelfTest(facts.get("engine"), facts.get("device"), Double.parseDouble(facts.get("seconds")), Double.parseDouble(facts
			.get("cpu_seconds")), Double.parseDouble(facts.get("difference")));
	}
}
