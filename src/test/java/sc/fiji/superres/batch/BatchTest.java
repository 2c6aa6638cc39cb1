package sc.fiji.superres.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.UpscaleOptions;
import sc.fiji.superres.upscale.Upscaler;

class BatchTest {

	private static final Map<String, String> SETTINGS = Map.of("model", "nearest-x2", "intensity", "auto");

	@TempDir
	private Path temporary;

	private ByteImages images;
	private BatchFolder folder;

	@BeforeEach
	void makeImages() throws IOException {
		images = new ByteImages(Files.createDirectory(temporary.resolve("in")));
		folder = new BatchFolder(temporary.resolve("out"));
		images.add("a.img", 1);
		images.add("day 1/b.img", 2);
		images.add("zellen-äöü.img", 3);
	}

	@Test
	void eachImageGetsItsResult() throws IOException {
		final BatchTable table = run(Shard.ALL);
		assertEquals("3 done", table.summary());
		assertTrue(table.isComplete());
		assertResults();
		assertEquals(List.of("a.img", "day 1/b.img", "zellen-äöü.img"), table.rows().stream().map(Row::file).toList());
	}

	@Test
	void whatIsDoneIsNeverDoneTwice() throws IOException {
		run(Shard.ALL);
		final FileTime time = Files.getLastModifiedTime(output("a.tif"));
		images.add("new.img", 4);
		final BatchTable table = run(Shard.ALL);
		assertEquals("1 done, 3 skipped", table.summary());
		assertEquals(time, Files.getLastModifiedTime(output("a.tif")));
		assertEquals(Map.of("a.img", 1, "day 1/b.img", 1, "zellen-äöü.img", 1, "new.img", 1), images.opened);
		assertTrue(table.rows().stream().allMatch(row -> row.seconds() > 0), "those of the run that made it");
	}

	@Test
	void brokenImagesStandInTheTableAndTheOthersAreDone() throws IOException {
		Files.write(images.file("broken.img"), new byte[3]);
		final BatchTable table = run(Shard.ALL);
		assertEquals("3 done, 1 failed", table.summary());
		assertEquals("broken.img is broken.", row(table, "broken.img").reason());
		assertFalse(table.isComplete() || table.isVain());
		assertResults("broken.img");
		images.add("broken.img", 9); // mended
		assertEquals("1 done, 3 skipped", run(Shard.ALL).summary());
		assertResults();
	}

	@Test
	void whereNoImageCanBeReadAllIsVain() throws IOException {
		for (final String name : images.names())
			Files.write(images.file(name), new byte[1]);
		assertTrue(run(Shard.ALL).isVain());
	}

	@Test
	void aCutResultIsMadeAgain() throws IOException {
		run(Shard.ALL);
		Files.write(output("a.tif"), new byte[10]);
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
		assertResults();
	}

	@Test
	void aMissingResultIsMadeAgain() throws IOException {
		run(Shard.ALL);
		Files.delete(output("day 1/b.tif"));
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
		assertResults();
	}

	@Test
	void theResultOfAChangedImageIsMadeAgain() throws IOException {
		run(Shard.ALL);
		images.add("a.img", 77);
		Files.setLastModifiedTime(images.file("a.img"), FileTime.fromMillis(12345));
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
		assertResults();
	}

	/** A result was cut, and the image was broken when its turn came. */
	@Test
	void anEarlierResultIsKnownAfterAFailure() throws IOException {
		run(Shard.ALL);
		Files.write(output("a.tif"), new byte[10]);
		Files.write(images.file("a.img"), new byte[3]);
		assertEquals("2 skipped, 1 failed", run(Shard.ALL).summary());
		images.add("a.img", 1);
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
		assertResults();
	}

	@Test
	void whatAnotherProcessHasDoneMeanwhileIsSkipped() throws IOException {
		final Batch batch = batch(Shard.ALL);
		final Plan plan = batch.plan(2, Progress.NONE);
		run(new Shard(1, 2));
		batch.run(plan, work(), Progress.NONE);
		assertEquals("1 done, 2 skipped", batch.table().summary());
		assertResults();
		assertEquals("3 done", collected().summary());
	}

	@Test
	void foldersOfResultsMayBeLinks() throws IOException {
		final Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
		Files.createSymbolicLink(folder.output(), elsewhere);
		Files.createSymbolicLink(output("day 1"), Files.createDirectory(temporary.resolve("other disk")));
		assertEquals("3 done", run(Shard.ALL).summary());
		assertResults();
	}

	@Test
	void aFileInTheWayOfAFolderIsNamed() throws IOException {
		Files.createDirectories(folder.output());
		Files.writeString(output("day 1"), "precious");
		final BatchTable table = run(Shard.ALL);
		assertEquals("The folder " + output("day 1") + " cannot be made: a file of this name is there. Move what is in its way, or name " +
			"another output folder.", row(table, "day 1/b.img").reason());
		assertEquals("precious", Files.readString(output("day 1")));
	}

	@Test
	void whatAFormatCannotHoldIsKnownBeforeTheWork() throws IOException {
		final Map<String, String> outputs = new TreeMap<>(names().of(images.names()));
		outputs.replace("a.img", "a.bmp");
		final Plan plan = new Batch(images, outputs, folder, Shard.ALL).plan(2, Progress.NONE);
		assertEquals("3 images: 2 to do, 1 cannot be done; 0.0 MB of results", plan.summary(null));
		assertEquals(output("a.bmp") + " cannot be written.", plan.items().get(0).reason());
		assertFalse(Files.exists(folder.output()));
	}

	@Test
	void anotherOnesFileIsKept() throws IOException {
		Files.createDirectories(folder.output());
		Files.writeString(output("a.tif"), "precious");
		final BatchTable table = run(Shard.ALL);
		assertEquals("2 done, 1 failed", table.summary());
		assertTrue(row(table, "a.img").reason().contains("was not made by this batch"), row(table, "a.img").reason());
		assertEquals("precious", Files.readString(output("a.tif")));
	}

	@Test
	void anImageThatChangesWhileItIsReadHasNoResult() throws IOException {
		images.whileReading = () -> {
			try {
				Files.setLastModifiedTime(images.file("a.img"), FileTime.fromMillis(new Random().nextInt(1_000_000)));
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		};
		final BatchTable table = run(Shard.ALL);
		assertTrue(row(table, "a.img").reason().contains("was changed while it was read"), row(table, "a.img").reason());
		assertFalse(Files.exists(output("a.tif")));
		images.whileReading = () -> {};
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
	}

	@Test
	void aRunThatIsCancelledKeepsWhatItHasDone() throws IOException {
		final int[] done = new int[1];
		images.whileReading = () -> done[0]++;
		final Batch batch = batch(Shard.ALL);
		final Progress afterTwo = new Progress() {

			@Override
			public void update(final String task, final long now, final long total) {}

			@Override
			public boolean isCancelled() {
				return done[0] == 2;
			}
		};
		assertThrows(CancellationException.class, () -> batch.run(batch.plan(2, Progress.NONE), work(), afterTwo));
		assertFalse(Files.exists(temporary.resolve("out/.superres-batch/parts-1-of-1")), "nothing is left of the last one");
		final int kept = batch.table().count(Status.DONE);
		images.whileReading = () -> {};
		assertEquals(kept, run(Shard.ALL).count(Status.SKIPPED));
		assertResults();
	}

	/** Between the journal and the last step, which brings the result to its place. */
	@Test
	void aKillBeforeTheLastStepIsNoResult() throws IOException {
		run(Shard.ALL);
		Files.move(output("a.tif"), temporary.resolve("out/.superres-batch/left behind"));
		Files.createDirectories(temporary.resolve("out/.superres-batch/parts-1-of-1/some"));
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
		assertFalse(Files.exists(temporary.resolve("out/.superres-batch/parts-1-of-1")), "what it left is gone");
	}

	@Test
	void aKillWithinALineOfTheJournalLosesThatLineOnly() throws IOException {
		run(Shard.ALL);
		final Path journal = temporary.resolve("out/.superres-batch/journal-1-of-1.yaml");
		final String text = Files.readString(journal);
		Files.writeString(journal, text.substring(0, text.length() - 20));
		Files.delete(output("zellen-äöü.tif")); // which had not come to its place yet
		assertEquals("1 done, 2 skipped", run(Shard.ALL).summary());
		assertEquals("3 skipped", run(Shard.ALL).summary());
	}

	@Test
	void whatIsNoLineOfTheJournalIsLeftOut() throws IOException {
		run(Shard.ALL);
		final byte[] garbage = new byte[500];
		new Random(7).nextBytes(garbage);
		Files.write(temporary.resolve("out/.superres-batch/journal-1-of-1.yaml"), garbage, StandardOpenOption.APPEND);
		assertEquals("3 skipped", run(Shard.ALL).summary());
		assertEquals("3 done", collected().summary());
	}

	@Test
	void aJournalThatCannotBeReadIsNamed() throws IOException {
		run(Shard.ALL);
		final Path folder = Files.createDirectory(temporary.resolve("out/.superres-batch/journal-2-of-2.yaml"));
		final String message = assertThrows(IOException.class, () -> run(Shard.ALL)).getMessage();
		assertTrue(message.startsWith(folder + " cannot be read: "), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "settings: 3", "settings: {}\nwindow_bytes: -5\nfiles: []", "settings: {}\nwindow_bytes: many\nfiles: []",
		"settings: {}\nwindow_bytes: 5\nintensity: much\nfiles: []", "\u0001\u0002" })
	void aDamagedJobIsRefused(final String text) throws IOException {
		run(Shard.ALL);
		final byte[] latin = text.isEmpty() ? new byte[] { (byte) 0xe4, (byte) 0xff } : text.getBytes(StandardCharsets.UTF_8);
		final Path file = Files.write(temporary.resolve("out/.superres-batch/job.yaml"), latin);
		final String message = assertThrows(IOException.class, () -> run(Shard.ALL)).getMessage();
		assertEquals(file + " is damaged, so it cannot be told how the results beside it were made. Name another output folder.", message);
	}

	@Test
	void shardsDoAllTogetherInAnyOrder() throws IOException {
		for (int i = 0; i < 20; i++)
			images.add("more" + i + ".img", 10 + i);
		final List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
		Collections.shuffle(order, new Random(5));
		int done = 0;
		for (final int index : order)
			done += run(new Shard(index, 7)).count(Status.DONE);
		assertEquals(23, done);
		assertResults();
		assertEquals("23 done", collected().summary());
		assertTrue(images.opened.values().stream().allMatch(count -> count == 1), images.opened.toString());
	}

	@Test
	void imagesThatComeBetweenShardsDoNotMoveTheOthers() throws IOException {
		final int first = run(new Shard(1, 2)).count(Status.DONE);
		images.add("0.img", 50);
		assertEquals(3, first + run(new Shard(2, 2)).count(Status.DONE));
		final BatchTable table = collected();
		assertEquals("3 done, 1 missing", table.summary());
		assertEquals("it has not been tried yet", row(table, "0.img").reason());
		assertEquals("1 done, 3 skipped", run(Shard.ALL).summary());
	}

	@Test
	void moreShardsThanImages() throws IOException {
		for (int i = 1; i <= 5; i++)
			assertEquals(i <= 3 ? 1 : 0, run(new Shard(i, 5)).rows().size());
		assertResults();
	}

	@Test
	void whatIsCollectedIsWhatIsThere() throws IOException {
		Files.write(images.file("broken.img"), new byte[3]);
		run(new Shard(1, 2));
		run(new Shard(2, 2));
		Files.write(output("a.tif"), new byte[10]);
		final BatchTable table = collected();
		assertEquals("2 done, 1 failed, 1 missing", table.summary());
		assertEquals("its result is not whole, or not at its place", row(table, "a.img").reason());
		images.add("day 1/b.img", 99);
		Files.setLastModifiedTime(images.file("day 1/b.img"), FileTime.fromMillis(12345));
		assertEquals("the image was changed after its result was made", row(collected(), "day 1/b.img").reason());
	}

	@Test
	void resultsOfOtherSettingsAreRefused() throws IOException {
		run(Shard.ALL);
		final Map<String, String> others = Map.of("model", "bicubic-x2", "intensity", "auto");
		final String message = assertThrows(IllegalArgumentException.class, () -> folder.job(others, () -> null, Progress.NONE))
			.getMessage();
		assertTrue(message.contains("were made with model=nearest-x2, not bicubic-x2. Name another output folder"), message);
		assertResults();
	}

	@Test
	void aShardIsDoneByOneProcessAtATime() throws IOException {
		final Batch batch = batch(Shard.ALL);
		try (Journal journal = folder.journal(Shard.ALL)) {
			final String message = assertThrows(IllegalStateException.class, () -> batch.run(batch.plan(2, Progress.NONE), work(),
				Progress.NONE)).getMessage();
			assertTrue(message.startsWith("Another process is at work on the batch in "), message);
		}
		run(Shard.ALL);
		assertResults();
	}

	@Test
	void nothingIsLeftButResultsAndRecords() throws IOException {
		run(Shard.ALL);
		try (Stream<Path> files = Files.walk(folder.output())) {
			assertEquals(List.of("", ".superres-batch", ".superres-batch/job.lock", ".superres-batch/job.yaml",
				".superres-batch/journal-1-of-1.yaml", "a.tif", "day 1", "day 1/b.tif", "zellen-äöü.tif"), files.map(file -> folder.output()
					.relativize(file).toString()).sorted().toList());
		}
	}

	@Test
	void whatIsMeasuredStandsInTheTable() throws IOException {
		final ResultCheck check = (name, result) -> {
			if (name.equals("a.img")) throw new IllegalArgumentException("there is no image named a.");
			return Files.size(result) / 2.0;
		};
		final Batch batch = batch(Shard.ALL);
		batch.run(batch.plan(2, Progress.NONE), new Procedure(upscaler(), UpscaleOptions.defaults(), false, check), Progress.NONE);
		assertEquals(32, row(batch.table(), "day 1/b.img").psnr());
		assertEquals("no PSNR: there is no image named a.", row(batch.table(), "a.img").reason());
		assertEquals("3 done, mean PSNR 32.000 dB", batch.table().summary());
		assertEquals(32, row(run(Shard.ALL), "day 1/b.img").psnr(), "later, too");
	}

	@Test
	void whatIsDoneIsMeasuredAgainstAnotherTruth() throws IOException {
		run(Shard.ALL);
		final Batch batch = batch(Shard.ALL);
		batch.run(batch.plan(2, Progress.NONE), new Procedure(upscaler(), UpscaleOptions.defaults(), false, (name, result) -> 40),
			Progress.NONE);
		assertEquals("3 skipped, mean PSNR 40.000 dB", batch.table().summary());
	}

	@Test
	void aMeasurementThatFailsEndsNoBatch() throws IOException {
		final ResultCheck failing = (name, result) -> {
			throw new IllegalStateException("the truth is gone.");
		};
		for (final Status status : List.of(Status.DONE, Status.SKIPPED)) {
			final Batch batch = batch(Shard.ALL);
			batch.run(batch.plan(2, Progress.NONE), new Procedure(upscaler(), UpscaleOptions.defaults(), false, failing), Progress.NONE);
			assertEquals(3, batch.table().count(status));
			assertEquals("no PSNR: the truth is gone.", row(batch.table(), "a.img").reason());
		}
		assertResults();
	}

	@Test
	void resultsWithoutTheRecordOfTheirSettingsAreRefused() throws IOException {
		run(Shard.ALL);
		Files.delete(temporary.resolve("out/.superres-batch/job.yaml"));
		final String message = assertThrows(IOException.class, () -> run(Shard.ALL)).getMessage();
		assertTrue(message.contains("job.yaml is missing, so it cannot be told how the results in "), message);
	}

	@Test
	void aPlanSaysWhatThereIsToDo() throws IOException {
		run(Shard.ALL);
		images.add("new.img", 4);
		final Plan plan = batch(Shard.ALL).plan(2, Progress.NONE);
		assertEquals("4 images: 1 to do, 3 done before; 0.0 MB of results", plan.summary(null));
		assertEquals("4 images: 1 to do, 3 done before; 0.0 MB of results, in about 7 s", plan.summary(new Speed(3, 0.25)));
		assertEquals("new.img", plan.next().orElseThrow().file());
		assertEquals(new ImageSize(8, 8, 1, 8), plan.next().orElseThrow().result());
	}

	private BatchTable run(final Shard shard) throws IOException {
		final Batch batch = batch(shard);
		batch.run(batch.plan(2, Progress.NONE), work(), Progress.NONE);
		return batch.table();
	}

	private Batch batch(final Shard shard) throws IOException {
		final Job job = folder.job(SETTINGS, () -> new Job(SETTINGS, 1 << 30, null, images.names()), Progress.NONE);
		assertNull(job.intensity());
		return new Batch(images, names().of(shard.of(shard.isAll() ? images.names() : job.files())), folder, shard);
	}

	private static OutputNames names() {
		return new OutputNames("tif", "{name}", "nearest-x2", 2);
	}

	private static Upscaler upscaler() {
		return Upscaler.of(Baseline.named("nearest-x2").orElseThrow());
	}

	private static Procedure work() {
		return new Procedure(upscaler(), UpscaleOptions.defaults(), false, ResultCheck.NONE);
	}

	private BatchTable collected() throws IOException {
		return Completeness.of(images, names().of(images.names()), folder);
	}

	private Path output(final String name) {
		return folder.output().resolve(name);
	}

	private static Row row(final BatchTable table, final String file) {
		return table.rows().stream().filter(row -> row.file().equals(file)).findFirst().orElseThrow();
	}

	/** Each image but some has the right result. */
	private void assertResults(final String... without) throws IOException {
		for (final String name : images.names()) {
			final Path result = output(names().of(name));
			if (List.of(without).contains(name)) assertFalse(Files.exists(result), name);
			else assertArrayEquals(images.nearest(name), Files.readAllBytes(result), name);
		}
	}
}
