package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.model.SafeTensors;

/** Trainings as processes, which end whenever a cluster or a user wants. */
class TrainingIT {

	private static final int VALIDATE_EVERY = 20;
	private static final int KILLS = 5;

	@TempDir
	Path folder;

	private final Launcher launcher = Launcher.standard();
	private Path output;
	private Path curve;

	@BeforeEach
	void writeImages() throws IOException {
		TestInputs.images(folder.resolve("images"), 3, 40);
		output = folder.resolve("model");
		curve = folder.resolve("model.training/curve.csv");
	}

	private Object[] options(final Object... others) {
		final List<Object> options = new ArrayList<>(List.of("train", "--input", folder.resolve("images"), "--output", output, "--blocks",
			1, "--filters", 4, "--patch", 8, "--batch", 2, "--threads", 1));
		if (!List.of(others).contains("--validate_every")) options.addAll(List.of("--validate_every", VALIDATE_EVERY));
		options.addAll(List.of(others));
		return options.toArray();
	}

	@Test
	void aTrainedModelUpscales() throws IOException {
		final Run run = launcher.run(options("--steps", 40)).assertFine();
		assertTrue(run.lastLine().matches("-?\\d+\\.\\d{3} dB, SSIM .* on 1 validation image \\(bicubic .*\\) after step " +
			"(20|40), 40 of 40 steps done: .*"), run.lastLine());
		assertEquals(List.of("images", "model", "model.training"), TestInputs.names(folder));
		assertUpscales();
	}

	@Test
	void progressIsPrintedWhereItIsAskedFor() {
		final Run run = launcher.java("-Duser.language=de").run(options("--steps", 40, "--progress"));
		assertEquals(0, run.status());
		assertTrue(run.errors().stream().anyMatch(line -> line.matches("Training: step \\d+, loss \\d+\\.\\d\\d.*")), run.err());
	}

	@Test
	void whereItIsTerminatedTheBestModelIsKeptAndTheNextRunGoesOn() throws IOException, InterruptedException {
		final Run run = stop(false);
		assertNotEquals(0, run.status());
		assertEquals(List.of("Interrupted."), run.errors());
		assertTrue(run.lastLine().matches(".* dB, SSIM .* on 1 validation image .*, \\d+ of 10000000 steps done: .*"), run.out());
		assertFalse(TestInputs.names(folder).stream().anyMatch(name -> name.startsWith(".")));
		assertUpscales();
		assertGoesOn();
	}

	@Test
	void whereItIsKilledTheNextRunGoesOn() throws IOException, InterruptedException {
		assertNotEquals(0, stop(true).status());
		assertGoesOn();
		assertUpscales();
	}

	/** Wherever the end comes: what lies there is whole, and no row of the curve is lost. */
	@Test
	void killedAgainAndAgainItGoesOn() throws IOException, InterruptedException {
		final Random random = new Random(1);
		List<String> before = List.of();
		for (int kill = 0; kill < KILLS; kill++) {
			final int wanted = Math.max(2, before.size() + 1);
			final Process process = launcher.start(folder.resolve("out"), folder.resolve("err"), options("--steps", 10_000_000,
				"--validate_every", 3));
			for (int i = 0; rows().size() < wanted && process.isAlive() && i < 6000; i++)
				Thread.sleep(10);
			Thread.sleep(random.nextInt(200));
			assertTrue(process.isAlive(), Files.readString(folder.resolve("err")));
			process.destroyForcibly();
			assertTrue(process.waitFor(1, TimeUnit.MINUTES), "does not end");
			final List<String> after = rows();
			final int safe = Math.max(0, before.size() - 1); // the last row's checkpoint may have come too late
			assertEquals(before.subList(0, safe), after.subList(0, safe));
			SafeTensors.read(folder.resolve("model.training/last.safetensors"));
			SafeTensors.read(folder.resolve("model.training/best.safetensors"));
			before = after;
		}
		final int steps = 3 * (before.size() + 1);
		launcher.run(options("--steps", steps, "--validate_every", 3)).assertFine();
		assertTrue(rows().get(rows().size() - 1).startsWith(steps + ","), rows().toString());
		assertEquals(List.of("best.safetensors", "curve.csv", "last.safetensors"), TestInputs.names(folder.resolve("model.training")));
	}

	@Test
	void whereItIsTerminatedBeforeTheFirstValidationItSaysSo() throws IOException, InterruptedException {
		final Path err = folder.resolve("err");
		final Process process = launcher.start(folder.resolve("out"), err, options("--steps", 10_000_000, "--validate_every", 10_000_000,
			"--progress"));
		for (int i = 0; !Files.readString(err).contains("Training: step") && process.isAlive() && i < 1200; i++)
			Thread.sleep(50);
		process.destroy();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES), "does not end");
		assertNotEquals(0, process.exitValue());
		assertTrue(Files.readString(err).endsWith("The training was cancelled before its first validation.\n"), Files.readString(err));
		assertFalse(Files.exists(output));
	}

	/** Starts a long training and ends it after some validations. */
	private Run stop(final boolean kill) throws IOException, InterruptedException {
		final Path out = folder.resolve("out");
		final Path err = folder.resolve("err");
		final Process process = launcher.start(out, err, options("--steps", 10_000_000));
		for (int i = 0; rows().size() < 3 && process.isAlive() && i < 1200; i++)
			Thread.sleep(50);
		assertTrue(process.isAlive(), Files.readString(err));
		if (kill) process.destroyForcibly();
		else process.destroy();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES), "does not end");
		final Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
		Files.delete(out);
		Files.delete(err);
		return run;
	}

	private void assertGoesOn() throws IOException {
		final List<String> before = rows();
		final int steps = (before.size() - 1 + 2) * VALIDATE_EVERY;
		launcher.run(options("--steps", steps)).assertFine();
		final List<String> after = rows();
		// where it was killed between the curve's last row and the checkpoint, that row is made again
		assertEquals(before.subList(0, before.size() - 1), after.subList(0, before.size() - 1));
		assertEquals(before.size() + 2, after.size());
		assertTrue(after.get(after.size() - 1).startsWith(steps + ","), after.toString());
	}

	private List<String> rows() throws IOException {
		return Files.exists(curve) ? Files.readAllLines(curve) : List.of();
	}

	private void assertUpscales() throws IOException {
		final Path input = TestInputs.save(TestInputs.image(8, 30, 20), folder.resolve("in.png"));
		launcher.run("edsr", "--input", input, "--output", folder.resolve("out.png"), "--model", output).assertFine();
	}
}
