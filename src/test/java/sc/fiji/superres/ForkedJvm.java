package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java process of its own, for what one JVM can do only once. */
public final class ForkedJvm {

	private static final int MINUTES = 5;

	private final ProcessBuilder builder;
	private final Process process;
	private final Path output;

	private ForkedJvm(final ProcessBuilder builder) throws IOException {
		this.builder = builder;
		output = Files.createTempFile("forked", ".txt");
		process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	/** A JVM to be started, with this class path; {@code SUPERRES_CACHE} and its like are not inherited. */
	public static Start with(final List<Path> classPath) {
		return new Start(classPath);
	}

	/** The folder or jar that a class comes from. */
	public static Path source(final Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException e) {
			throw new AssertionError(e);
		}
	}

	/** Waits for the end, which must be a good one, and returns the lines that were printed. */
	public List<String> lines() {
		return lines(0);
	}

	/** The same where it ends with another status. */
	public List<String> lines(final int status) {
		try {
			assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "hangs: " + builder.command());
			final String text = Files.readString(output);
			assertEquals(status, process.exitValue(), text);
			return text.lines().toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
		finally {
			process.destroyForcibly();
			output.toFile().delete();
		}
	}

	/** What a process is started with. */
	public static final class Start {

		/** What runs for seconds is not worth the second compiler. The last two are the launchers': without them, newer Javas print warnings. */
		private final List<String> options = new ArrayList<>(List.of("-Djava.awt.headless=true", "-Xmx512m", "-XX:TieredStopAtLevel=1",
			"--enable-native-access=ALL-UNNAMED", "-Dsun.misc.unsafe.memory.access=allow"));
		private final ProcessBuilder builder = new ProcessBuilder();

		private Start(final List<Path> classPath) {
			options.add("-cp");
			options.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
			builder.environment().keySet().removeIf(name -> name.startsWith("SUPERRES_") || name.startsWith("JAVA_TOOL"));
			builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
		}

		public Start environment(final String name, final Path value) {
			builder.environment().put(name, value.toString());
			return this;
		}

		/** With windows, on this X display. */
		public Start display(final String display) {
			builder.environment().put("DISPLAY", display);
			options.add("-Djava.awt.headless=false"); // the last one counts
			return this;
		}

		/** In another working directory. */
		public Start in(final Path folder) {
			builder.directory(folder.toFile());
			return this;
		}

		public Start property(final String name, final Path value) {
			options.add("-D" + name + "=" + value);
			return this;
		}

		/** Writes the names of all classes that are loaded to a file, a line each, with where they come from. */
		public Start loadedClasses(final Path file) {
			options.add("-Xlog:class+load:file=" + file + ":none");
			return this;
		}

		public ForkedJvm run(final Class<?> main, final Object... arguments) {
			return run(main.getName(), arguments);
		}

		public ForkedJvm run(final String main, final Object... arguments) {
			builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			builder.command().addAll(options);
			builder.command().add(main);
			for (final Object argument : arguments)
				builder.command().add(argument.toString());
			try {
				return new ForkedJvm(builder);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
