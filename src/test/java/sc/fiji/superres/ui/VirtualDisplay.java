package sc.fiji.superres.ui;

import static sc.fiji.superres.Requirements.require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An X display in memory, for windows that nobody sees. It has a window manager only where one is installed. */
final class VirtualDisplay implements AutoCloseable {

	private final List<Process> processes = new ArrayList<>();
	private final String name;

	private VirtualDisplay(final String... managerOptions) throws IOException {
		// Xvfb itself finds a free number and tells it when it is ready
		final Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
			.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		processes.add(server);
		final String number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII)).readLine();
		if (number == null) throw new IOException("Xvfb does not start");
		name = ":" + number;
		if (isInstalled("openbox")) {
			final ProcessBuilder manager = new ProcessBuilder("openbox").redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(
				ProcessBuilder.Redirect.DISCARD);
			manager.command().addAll(List.of(managerOptions));
			manager.environment().put("DISPLAY", name);
			processes.add(0, manager.start());
		}
	}

	/**
	 * The test is skipped where there is no Xvfb.
	 *
	 * @param managerOptions of openbox, the window manager
	 */
	static VirtualDisplay start(final String... managerOptions) throws IOException {
		require(isInstalled("Xvfb"), "Xvfb is installed");
		return new VirtualDisplay(managerOptions);
	}

	/** Such as ":99". */
	String name() {
		return name;
	}

	private static boolean isInstalled(final String program) {
		for (final String folder : System.getenv("PATH").split(":"))
			if (Files.isExecutable(Path.of(folder, program))) return true;
		return false;
	}

	@Override
	public void close() throws InterruptedException {
		for (final Process process : processes) {
			process.destroy();
			if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
		}
	}
}
