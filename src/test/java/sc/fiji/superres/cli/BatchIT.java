package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;

/** Batches as processes: killed, repeated, and many at once. */
class BatchIT {

	private static final List<Integer> BROKEN = List.of(3, 77, 78, 120, 199);
	private static final int PATIENCE_SECONDS = 120;

	@TempDir
	private Path folder;

	private final Launcher launcher = Launcher.standard();
	private Path input;
	private Path output;

	@BeforeEach
	void makeFolders() throws IOException {
		input = Files.createDirectory(folder.resolve("my images"));
		output = folder.resolve("results");
	}

	/** 200 images, five of them broken in five ways, and a kill in the middle. */
	@Test
	void whatWasDoneBeforeAKillIsNotDoneAgain() throws IOException, InterruptedException {
		for (int i = 0; i < 200; i++) {
			final Path file = input.resolve("plate " + i % 4).resolve(String.format("well-%03d.tif", i));
			Files.createDirectories(file.getParent());
			TestInputs.save(TestInputs.image(i % 2 == 0 ? 16 : 24, 90 + i % 5, 70, i), file);
		}
		breakImages();
		final Process process = launcher.start(folder.resolve("out"), folder.resolve("err"), arguments(output, "bicubic-x2"));
		while (process.isAlive() && done(output).size() < 60)
			Thread.sleep(5);
		process.destroyForcibly();
		assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
		final Map<String, byte[]> before = done(output);
		assertTrue(before.size() >= 60 && before.size() < 195, "killed in the middle, after " + before.size());

		final Run second = launcher.run(arguments(output, "bicubic-x2"));
		assertEquals(CommandLineInterface.PARTLY, second.status(), second.err());
		final List<String> rows = rows(output);
		assertEquals(200, rows.size(), "none is missing");
		assertEquals(200, new HashSet<>(rows.stream().map(row -> row.split(",")[0]).toList()).size(), "none is there twice");
		assertEquals(5, rows.stream().filter(row -> row.contains(",failed,")).count());
		assertEquals(before.size(), rows.stream().filter(row -> row.contains(",skipped,")).count(), "none was made twice");
		for (final int broken : BROKEN)
			assertTrue(rows.get(row(rows, broken)).contains(",failed,"), rows.get(row(rows, broken)));

		final Path whole = folder.resolve("in one run");
		assertEquals(CommandLineInterface.PARTLY, launcher.run(arguments(whole, "bicubic-x2")).status());
		assertSameFiles(done(whole), done(output));
		assertEquals(195, done(output).size());
		assertEquals("195 done, 5 failed", launcher.run("collect", "--output", output).out().lines().findFirst().orElseThrow());
	}

	private void breakImages() throws IOException {
		final Path cut = file(BROKEN.get(0));
		Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 4000));
		Files.writeString(file(BROKEN.get(1)), "no image at all");
		Files.write(file(BROKEN.get(2)), new byte[0]);
		final byte[] bytes = Files.readAllBytes(file(BROKEN.get(3)));
		new Random(1).nextBytes(bytes);
		Files.write(file(BROKEN.get(3)), bytes);
		Files.write(file(BROKEN.get(4)), new byte[] { 'I', 'I', 42, 0, (byte) 200, 0, 0, 0 });
	}

	private Path file(final int index) {
		return input.resolve("plate " + index % 4).resolve(String.format("well-%03d.tif", index));
	}

	private static int row(final List<String> rows, final int index) {
		for (int i = 0; i < rows.size(); i++)
			if (rows.get(i).startsWith(String.format("plate %d/well-%03d.tif", index % 4, index))) return i;
		throw new AssertionError("no row of " + index);
	}

	/** Seven at once, in random order, two killed and repeated. */
	@Test
	void shardsMakeWhatOneRunMakes() throws IOException, InterruptedException {
		for (int i = 0; i < 30; i++)
			TestInputs.save(TestInputs.image(16, 60 + i, 50, i), input.resolve("zeit " + i + " µm.tif"));
		final Path whole = folder.resolve("in one run");
		assertEquals(0, launcher.run(arguments(whole, "edsr-x2", "--intensity", "folder")).status());

		final List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
		Collections.shuffle(order, new Random());
		final Map<Integer, Process> shards = new TreeMap<>();
		for (final int shard : order)
			shards.put(shard, start(shard));
		final List<Integer> killed = order.subList(2, 4);
		while (done(output).size() < 4)
			Thread.sleep(5);
		for (final int shard : killed) {
			shards.get(shard).destroyForcibly().waitFor();
			shards.put(shard, start(shard));
		}
		for (final Process process : shards.values()) {
			assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
			assertEquals(0, process.exitValue(), order + ", killed " + killed);
		}
		assertEquals("30 done", launcher.run("collect", "--output", output).assertFine().out().lines().findFirst().orElseThrow());
		assertSameFiles(done(whole), done(output));
		assertEquals(30, rows(output).size());
	}

	private Process start(final int shard) throws IOException {
		final List<Object> arguments = new ArrayList<>(List.of(arguments(output, "edsr-x2", "--intensity", "folder")));
		arguments.addAll(List.of("--shard", shard + "/7", "--threads", 1));
		return launcher.start(folder.resolve("out" + shard), folder.resolve("err" + shard), arguments.toArray());
	}

	@Test
	void theModelThatNobodyNamed() throws IOException {
		TestInputs.save(TestInputs.image(16, 40, 30), input.resolve("cells.tif"));
		assertEquals(0, launcher.run("batch", "--input", input, "--output", output).status());
		assertTrue(Files.readString(output.resolve(".superres-batch/job.yaml")).contains("\n  model: edsr-microscopy-x2\n"));
	}

	@Test
	void theExitStatusSaysHowMuchWorked() throws IOException {
		TestInputs.save(TestInputs.image(8, 20, 16), input.resolve("good.png"));
		final Run all = launcher.run(arguments(output, "nearest-x2"));
		assertEquals(0, all.status());
		assertTrue(all.errors().get(0).matches("1 image: 1 to do; 0\\.0 MB of results, in about \\d+ s"), all.err());
		Files.writeString(input.resolve("bad.png"), "no image");
		final Run some = launcher.run(arguments(output, "nearest-x2"));
		assertEquals(3, some.status());
		assertTrue(some.out().startsWith("1 skipped, 1 failed\nbad.png: "), some.out());
		Files.delete(input.resolve("good.png"));
		final Run none = launcher.run(arguments(folder.resolve("others"), "nearest-x2"));
		assertEquals(1, none.status());
		assertTrue(none.errors().get(none.errors().size() - 1).startsWith("The image has no result: "), none.err());
	}

	private Object[] arguments(final Path to, final Object... model) {
		final List<Object> arguments = new ArrayList<>(List.of("batch", "--input", input, "--output", to, "--model"));
		arguments.addAll(List.of(model));
		return arguments.toArray();
	}

	private static List<String> rows(final Path output) throws IOException {
		final List<String> lines = Files.readAllLines(output.resolve("superres-batch.csv"));
		assertEquals("file,status,reason,seconds,psnr", lines.get(0));
		return lines.subList(1, lines.size());
	}

	/** The results that are at their places, by their paths. */
	private static Map<String, byte[]> done(final Path output) throws IOException {
		final Map<String, byte[]> results = new TreeMap<>();
		if (!Files.isDirectory(output)) return results;
		try (Stream<Path> files = Files.walk(output)) {
			for (final Path file : files.filter(each -> each.toString().endsWith(".tif") && !each.toString().contains(".superres-batch"))
				.toList())
				results.put(output.relativize(file).toString(), Files.readAllBytes(file));
		}
		return results;
	}

	private static void assertSameFiles(final Map<String, byte[]> expected, final Map<String, byte[]> found) {
		assertEquals(expected.keySet(), found.keySet());
		assertNotEquals(0, expected.size());
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
	}
}
