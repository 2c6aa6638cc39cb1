package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

/** An engine that ends the process does so once; later starts say so, and another engine works. */
class CrashIT {

	private static final String NAME = "tensorflow-9.0.0-cpu";

	@TempDir
	Path folder;

	private Path engines;

	@BeforeEach
	void chooseAnEngineThatCrashes() throws IOException {
		engines = Files.createDirectory(folder.resolve("engines"));
		CrashingEngine.add(engines, NAME);
		choose(NAME);
	}

	private void choose(final String name) throws IOException {
		Files.writeString(engines.resolve("engine.properties"), "engine=" + name);
	}

	private ForkedJvm start() {
		return ForkedJvm.with(Application.built().classPath()).environment("SUPERRES_ENGINES", engines).run(Asking.class);
	}

	private List<String> answers() {
		return start().lines().stream().filter(line -> line.startsWith("> ")).toList();
	}

	static final class Asking {

		public static void main(final String... none) {
			try {
				System.out.println("> " + Engines.tensorflow(notice -> System.out.println("> " + notice), Progress.NONE).name());
			}
			catch (final EngineException e) {
				System.out.println("> " + e.getMessage());
			}
		}
	}

	@Test
	void theCrashIsNotRepeated() throws IOException {
		start().lines(CrashingEngine.STATUS);
		for (int i = 0; i < 2; i++) {
			final List<String> answers = answers();
			assertEquals(1, answers.size(), answers.toString());
			for (final String part : List.of(NAME + " crashed on", "it is left alone", "TensorFlow Engine..."))
				assertTrue(answers.get(0).contains(part), answers.get(0));
		}
		choose("auto");
		assertEquals(List.of("> TensorFlow 2.18.0"), answers());
	}

	@Test
	void aStartThatTheUserEndedIsNoCrash() throws IOException {
		choose("auto");
		final String machine = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("^[0-9]+", "");
		Files.createFile(engines.resolve("busy-tensorflow-1.1.0-cpu-1" + machine));
		assertEquals(List.of("> TensorFlow 2.18.0"), answers());
		assertEquals(List.of("engine.properties"), Trees.list(engines).stream().filter(name -> !name.startsWith(NAME)).toList());
	}
}
