package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.Requirements.require;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;

/** The scripts for clusters, run as a scheduler runs them: the tasks of an array, with the variables that tell which one. */
@DisabledOnOs(OS.WINDOWS)
class ClusterScriptsIT {

	private static final Path SCRIPTS = Launcher.app().resolve("macros/super-resolution/cluster").toAbsolutePath();
	private static final String SUPERRES = Launcher.app().resolve("superres").toAbsolutePath().toString();
	private static final String MODEL = "bicubic-x2";
	private static final int IMAGES = 3;
	private static final int TASKS = 2;

	@TempDir
	Path folder;

	private Path input;
	private Path output;

	@BeforeEach
	void makeImages() throws IOException {
		input = TestInputs.images(folder.resolve("10 µm 'α' {name}"), IMAGES, 12);
		output = folder.resolve("größer $HOME 大");
	}

	@ParameterizedTest
	@ValueSource(strings = { "slurm-cpu.sh", "slurm-gpu.sh", "sge.sh" })
	void theTasksOfAnArrayMakeWhatOneRunMakes(final String script) throws IOException {
		for (int task = 1; task <= TASKS; task++) {
			final Run run = task(script, task, TASKS).run(input, output, MODEL, "--naming", "{name} {scale}");
			assertEquals(0, run.status(), run.err());
			assertTrue(run.err().contains("Image 1 of "), run.err()); // for the log
			final int expected = task < TASKS ? CommandLineInterface.PARTLY : CommandLineInterface.OK;
			assertEquals(expected, script("collect.sh").run(output).status());
		}
		assertIsAsOfOneRun();
	}

	@Test
	void aTaskThatIsSubmittedAgainSkipsWhatIsDone() {
		assertDoes("2 done", task("slurm-cpu.sh", 1, TASKS));
		assertDoes("2 skipped", task("slurm-cpu.sh", 1, TASKS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "slurm-cpu.sh", "sge.sh" })
	void whereOnlySomeTasksAreSubmittedTheNumberOfAllDecides(final String script) {
		assertDoes("1 done", task(script, 2, TASKS).with("SHARDS", "3"));
	}

	@Test
	void theStatusTellsThatAnImageFailed() throws IOException {
		breakImages(1);
		assertEquals(CommandLineInterface.PARTLY, task("slurm-cpu.sh", 1, 1).run(input, output, MODEL).status());
		assertEquals(CommandLineInterface.PARTLY, script("collect.sh").run(output).status());
	}

	@ParameterizedTest
	@ValueSource(strings = { "slurm-cpu.sh", "slurm-gpu.sh", "sge.sh", "parallel.sh", "collect.sh" })
	void mistakesAreSaid(final String script) {
		assertTrue(Files.isExecutable(SCRIPTS.resolve(script)), script);
		final Run usage = task(script, 1, 1).run();
		assertEquals(CommandLineInterface.WRONG_USAGE, usage.status());
		assertTrue(usage.err().startsWith("Usage: ") && usage.err().contains(script), usage.err());
		final Object[] args = script.equals("collect.sh") ? new Object[] { output } : new Object[] { input, output, MODEL };
		final Run lost = task(script, 1, 1).with("SUPERRES", "/none/superres").run(args);
		assertEquals("/none/superres was not found. Set SUPERRES to the launcher's path.\n", lost.err());
		assertEquals(127, lost.status());
		assertFalse(Files.exists(output));
	}

	@Test
	void aFolderThatIsNotThereIsSaid() {
		task("slurm-cpu.sh", 1, 1).run(folder.resolve("none"), output, MODEL).assertRefused("but there is no such folder");
		script("collect.sh").run(output).assertRefused("but there are no results of a batch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "slurm-cpu.sh", "slurm-gpu.sh", "sge.sh" })
	void withoutASchedulerTheySaySo(final String script) {
		final Run run = script(script).run(input, output, MODEL);
		assertTrue(run.status() != 0 && run.err().contains("_TASK_ID: is not set. Submit this script by "), run.err());
	}

	/** As the system kills where the memory ends: the launcher of the second part kills itself at the first try. */
	@Test
	void parallelMakesWhatOneRunMakesEvenWhereAProcessIsKilled() throws IOException {
		final Path fragile = Files.writeString(folder.resolve("fragile"), """
			#!/bin/sh
			case "$* " in *'--shard 2/2 '*) mkdir killed 2>/dev/null && kill -9 $$ ;; esac
			exec '%s' "$@"
			""".formatted(SUPERRES));
		assertTrue(fragile.toFile().setExecutable(true));
		final Run run = parallel(script("parallel.sh").with("SUPERRES", fragile.toString()).with("SHARDS", "2"), "--naming",
			"{name} {scale}");
		assertEquals(CommandLineInterface.OK, run.status(), run.err());
		assertTrue(Files.exists(folder.resolve("killed")));
		assertIsAsOfOneRun();
	}

	@Test
	void ofParallelTheStatusTellsWhetherImagesFailed() throws IOException {
		breakImages(1);
		assertEquals(CommandLineInterface.PARTLY, parallel().status());
		breakImages(IMAGES);
		output = folder.resolve("vain");
		assertEquals(CommandLineInterface.FAILED, parallel().status());
	}

	@Test
	void parallelSaysOnceWhatIsWrongWithTheOptions() {
		final Run run = parallel("--scale", 2);
		assertEquals(CommandLineInterface.WRONG_USAGE, run.status());
		run.assertRefused("\"--scale\" is not an option");
	}

	/** All in one part, which is quick. */
	private Run parallel(final Object... options) {
		return parallel(script("parallel.sh").with("SHARDS", "1"), options);
	}

	private Run parallel(final Launcher launcher, final Object... options) {
		final Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
		require(path.anyMatch(bin -> Files.isExecutable(Path.of(bin, "parallel"))), "GNU parallel is there");
		return launcher.with("THREADS", "1").run(Stream.concat(Stream.of(input, output, MODEL), Stream.of(options)).toArray());
	}

	private Launcher script(final String name) {
		return Launcher.standard().script(SCRIPTS.resolve(name)).in(folder).with("SUPERRES", SUPERRES);
	}

	/** With what SLURM and Grid Engine tell a task of an array. */
	private Launcher task(final String name, final int task, final int tasks) {
		final Launcher slurm = script(name).with("SLURM_ARRAY_TASK_ID", String.valueOf(task)).with("SLURM_ARRAY_TASK_MAX", String
			.valueOf(tasks)).with("SLURM_CPUS_PER_TASK", "1");
		return slurm.with("SGE_TASK_ID", String.valueOf(task)).with("SGE_TASK_LAST", String.valueOf(tasks)).with("NSLOTS", "1");
	}

	private void assertDoes(final String expected, final Launcher task) {
		final Run run = task.run(input, output, MODEL);
		assertEquals(0, run.status(), run.err());
		assertEquals(expected, run.out().lines().findFirst().orElse(""));
	}

	private void breakImages(final int count) throws IOException {
		for (int i = 0; i < count; i++)
			Files.writeString(input.resolve("image" + i + ".png"), "no image");
	}

	private void assertIsAsOfOneRun() throws IOException {
		final Path whole = folder.resolve("whole");
		final Run run = Launcher.standard().run("batch", "--input", input, "--output", whole, "--model", MODEL, "--naming",
			"{name} {scale}");
		assertEquals(0, run.status(), run.err());
		final Map<String, byte[]> expected = images(whole);
		final Map<String, byte[]> made = images(output);
		assertEquals(IMAGES, expected.size());
		assertEquals(List.copyOf(expected.keySet()), List.copyOf(made.keySet()));
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, made.get(name), name));
		assertEquals(IMAGES + 1, Files.readAllLines(output.resolve("superres-batch.csv")).size());
	}

	/** What the files of the results hold, by their names. */
	private static Map<String, byte[]> images(final Path results) throws IOException {
		final Map<String, byte[]> images = new TreeMap<>();
		for (final String name : TestInputs.names(results))
			if (name.endsWith(".tif")) images.put(name, Files.readAllBytes(results.resolve(name)));
		return images;
	}
}
