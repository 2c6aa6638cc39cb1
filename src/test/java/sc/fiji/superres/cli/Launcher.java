package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs the launcher of the assembled application as a process, with this JVM's Java unless another is wanted. */
final class Launcher implements Superres {

	private static final int PATIENCE_SECONDS = 180;

	private final Path script;
	private final Path folder;
	private final Map<String, String> environment;
	private final Path input;

	private Launcher(final Path script, final Path folder, final Map<String, String> environment, final Path input) {
		this.script = script;
		this.folder = folder;
		this.environment = environment;
		this.input = input;
	}

	/** The launcher, run in the JVM's own working directory. */
	static Launcher standard() {
		return new Launcher(app().resolve("superres"), Path.of("").toAbsolutePath(), Map.of("JAVA_HOME", System.getProperty("java.home")),
			null);
	}

	static Path app() {
		return Path.of(System.getProperty("superres.app"));
	}

	Launcher script(final Path newScript) {
		return new Launcher(newScript, folder, environment, input);
	}

	/** The same in another working directory. */
	Launcher in(final Path newFolder) {
		return new Launcher(script, newFolder, environment, input);
	}

	/** The same with a variable; null takes it away. */
	Launcher with(final String name, final String value) {
		final Map<String, String> all = new LinkedHashMap<>(environment);
		all.put(name, value);
		return new Launcher(script, folder, all, input);
	}

	/** The same with more options of Java, separated by spaces. */
	Launcher java(final String options) {
		return with("JAVA_OPTS", Objects.requireNonNullElse(System.getenv("JAVA_OPTS"), "") + " " + options);
	}

	/** The same with a file on standard input. */
	Launcher input(final Path newInput) {
		return new Launcher(script, folder, environment, newInput);
	}

	@Override
	public Run run(final Object... args) {
		try {
			final Path out = Files.createTempFile("superres", ".out");
			final Path err = Files.createTempFile("superres", ".err");
			try {
				final Process process = start(out, err, args);
				if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
				assertTrue(process.waitFor(1, TimeUnit.MINUTES), "does not end");
				return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
			}
			finally {
				Files.delete(out);
				Files.delete(err);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** @return while it runs */
	Process start(final Path out, final Path err, final Object... args) throws IOException {
		final List<String> command = new ArrayList<>(List.of(script.toString()));
		command.addAll(Superres.texts(args));
		final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err
			.toFile());
		if (input != null) builder.redirectInput(input.toFile());
		environment.forEach((name, value) -> {
			if (value == null) builder.environment().remove(name);
			else builder.environment().put(name, value);
		});
		return builder.start();
	}
}
