package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;

/** What is measured, what is left out, and what is found in the end. The models of the fake engine are all nearest neighbour. */
class BenchmarkRunTest {

	private static final Network Y3 = new Espcn(3, InputChannels.Y).network();
	private static final Network ANY2 = new Espcn(2, InputChannels.ANY).network();

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();

	private ModelEntry model(final String name, final Network network) throws IOException {
		return model(name, network, TestNetworks.card());
	}

	private ModelEntry model(final String name, final Network network, final ModelCard card) throws IOException {
		final Path models = Files.createDirectories(folder.resolve("models"));
		ModelPackage.write(models.resolve(name), network, TestNetworks.randomWeights(network, 1), card, engine);
		return new ModelFolders(models, models).entry(name);
	}

	private Path images(final String path, final int count) throws IOException {
		return TestInputs.images(folder.resolve("sets").resolve(path), count, 37);
	}

	private BenchmarkRun run(final FakeEngine with, final BenchmarkRecord record, final Progress progress) throws IOException {
		return new BenchmarkRun(BenchmarkSet.in(folder.resolve("sets")), record, () -> with, progress);
	}

	private BenchmarkRun measured(final ModelEntry... models) throws IOException {
		final BenchmarkRun run = run(engine, null, Progress.NONE);
		run.measure(List.of(models));
		return run;
	}

	private static List<String> names(final BenchmarkRun run) {
		return run.table().rows().stream().map(row -> row.model() + " " + row.scores().keySet()).toList();
	}

	@Test
	void eachModelIsMeasuredAtItsScaleAndBicubicBeforeIt() throws IOException {
		images("a", 1);
		images("b", 2);
		final BenchmarkRun run = measured(model("y", Y3), model("rgb", TestInputs.TINY), model("any", ANY2));
		assertEquals(List.of("bicubic-x2 [a, b]", "rgb [a, b]", "any [a, b]", "bicubic-x3 [a, b]", "y [a, b]"), names(run));
		assertTrue(run.isComplete() && run.hasMeasured());
		assertEquals(List.of(), run.remarks());
		final List<String> lines = run.table().text().lines().toList();
		assertTrue(lines.get(0).matches("\\| model      \\| architecture     \\| scale \\| parameters \\| a +\\| b +\\|"), lines.get(0));
		assertTrue(lines.get(6).matches("\\| y          \\| ESPCN            \\|     3 \\|      22729 \\| \\d\\d\\.\\d{3} / 0\\.\\d{4} / \\d\\.\\d\\d \\| .*"),
			lines.get(6));
		assertTrue(lines.get(8).startsWith("a: 1 image. b: 2 images. PSNR in dB / SSIM / sharpness, means over the images, on luma (Y)"), lines.get(8));
		assertEquals(9, lines.size());
	}

	@Test
	void modelsOfAnySingleChannelAreForOtherImages() throws IOException {
		images("a", 1);
		final BenchmarkRun run = run(engine, null, Progress.NONE);
		final ModelEntry y = model("y", Y3);
		assertEquals(List.of(y), run.ofPhotographs(List.of(model("any", ANY2), y)));
		assertTrue(run.remarks().get(0).startsWith("any: left out, as it is for single channels"), run.remarks().toString());
		assertTrue(run.isComplete());
	}

	@Test
	void aBrokenModelIsARowWithItsReason() throws IOException {
		images("a", 1);
		final ModelEntry sound = model("sound", Y3);
		model("broken", Y3);
		Files.delete(folder.resolve("models/broken/saved_model.zip"));
		final ModelEntry broken = new ModelFolders(folder.resolve("models"), folder).entry("broken");
		final BenchmarkRun run = measured(broken, sound);
		assertEquals(List.of("bicubic-x3 [a]", "sound [a]", "broken []"), names(run));
		final BenchmarkRow row = run.table().rows().get(2);
		assertEquals(broken.problem(), row.problem());
		assertEquals(List.of("broken: " + broken.problem()), run.remarks());
		assertFalse(run.isComplete());
		assertTrue(run.hasMeasured());
		assertFalse(measured(broken).hasMeasured());
	}

	/** It fails on the first window. */
	@Test
	void aModelThatFailsKeepsNoneFromBeingMeasured() throws IOException {
		images("a", 1);
		final BenchmarkRun run = run(new FakeEngine(1), null, Progress.NONE);
		run.measure(List.of(model("large", Y3)));
		assertEquals(List.of("bicubic-x3 [a]", "large []"), names(run));
		assertTrue(run.remarks().get(0).startsWith("large: "), run.remarks().toString());
		assertFalse(run.isComplete() || run.hasMeasured());
	}

	@Test
	void dataSetsThatCannotServeAreLeftOut() throws IOException {
		images("a", 1);
		images("b/HR_x2", 2);
		images("c", 3);
		final Path half = TestInputs.half(folder.resolve("sets/c/image0.png"), folder.resolve("sets/c/half.png"));
		images("d", 5);
		final Path deep = TestInputs.save(TestInputs.image(16, 37, 37), folder.resolve("sets/d/deep.tif"));
		images("e/HR_x3", 7);
		images("e/LR_x3", 7);
		final BenchmarkRun run = measured(model("y", Y3));
		assertEquals(List.of("bicubic-x3 [a]", "y [a]"), names(run));
		assertEquals(4, run.remarks().size());
		final String remarks = String.join("\n", run.remarks());
		for (final String part : List.of("b at x3: " + folder.resolve("sets/b") + " has no folder HR_x3; it has HR_x2.", "c at x3: " +
			half, "d: left out, as " + deep + " has not 8 bits for each channel", "e at x3: " + folder.resolve("sets/e/LR_x3/image0.png") +
				" has 37 x 37 pixels, but must have 12 x 12"))
			assertTrue(remarks.contains(part), remarks);
		assertFalse(run.isComplete());
		assertTrue(run.table().text().contains("a: 1 image. PSNR"));
	}

	/** They are no benchmark, so nothing is missing. */
	@Test
	void imagesOfOtherBitsAreNoFailure() throws IOException {
		images("a", 1);
		images("b", 2);
		TestInputs.save(TestInputs.image(32, 37, 37), folder.resolve("sets/b/deep.tif"));
		assertTrue(measured(model("y", Y3)).isComplete());
	}

	@Test
	void withoutImagesOfItsScaleAModelIsNotMeasured() throws IOException {
		images("a/HR_x2", 1);
		final BenchmarkRun run = measured(model("y", Y3), model("rgb", TestInputs.TINY));
		assertEquals(List.of("bicubic-x2 [a]", "rgb [a]", "y []"), names(run));
		assertEquals("no data set could be used at x3.", run.table().rows().get(2).problem());
		assertFalse(run.isComplete());
	}

	@Test
	void progressCountsImagesToTheirEnd() throws IOException {
		images("a", 1);
		images("b", 2);
		final List<String> told = new ArrayList<>();
		run(engine, null, (task, done, total) -> told.add(task + " " + done + "/" + total)).measure(List.of(model("y", Y3)));
		assertEquals(List.of("Measuring bicubic-x3 on a, image0.png 0/6", "Measuring bicubic-x3 on b, image0.png 1/6",
			"Measuring bicubic-x3 on b, image1.png 2/6", "Measuring y on a, image0.png 3/6", "Measuring y on b, image0.png 4/6",
			"Measuring y on b, image1.png 5/6"), told);
	}

	@Test
	void whatWasMeasuredBeforeItWasCancelledStays() throws IOException {
		images("a", 2);
		final ModelEntry first = model("first", Y3), second = model("second", Y3);
		final BenchmarkRecord record = new BenchmarkRecord();
		final boolean[] cancelled = new boolean[1];
		final BenchmarkRun run = run(engine, record, new Progress() {

			@Override
			public void update(final String task, final long done, final long total) {
				cancelled[0] = task.equals("Measuring second on a, image0.png");
			}

			@Override
			public boolean isCancelled() {
				return cancelled[0];
			}
		});
		assertThrows(CancellationException.class, () -> run.measure(List.of(first, second)));
		assertEquals(List.of("bicubic-x3 [a]", "first [a]"), names(run));
		assertEquals(List.of("Recorded in the cards of: first"), record.lines());
		assertEquals(0, engine.open());
	}
}
