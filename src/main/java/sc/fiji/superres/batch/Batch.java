package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.upscale.Preparation;

/**
 * Does the images of a shard, one after the other. One that fails stands in the table with its reason, and the next one
 * follows; one whose result is there is skipped.
 *
 * <pre>
 * Batch batch = new Batch(source, outputs, folder, Shard.ALL);
 * Plan plan = batch.plan(2, progress);
 * batch.run(plan, procedure, progress);
 * folder.write(batch.table(), Shard.ALL);
 * </pre>
 */
public final class Batch {

	private final ImageSource source;
	private final Map<String, String> outputs;
	private final BatchFolder folder;
	private final Shard shard;
	private final List<Row> rows = new ArrayList<>();

	/** @param outputs the results of the shard's images relative to the folder, by their names */
	public Batch(final ImageSource source, final Map<String, String> outputs, final BatchFolder folder, final Shard shard) {
		this.source = source;
		this.outputs = outputs;
		this.folder = folder;
		this.shard = shard;
	}

	/**
	 * What there is to do; nothing is written.
	 *
	 * @param scale of the method
	 * @throws CancellationException if the user cancels
	 * @throws IOException if the journals cannot be read
	 */
	public Plan plan(final int scale, final Progress progress) throws IOException {
		return Plan.of(source, outputs, folder, scale, progress);
	}

	/**
	 * Does it.
	 *
	 * @throws CancellationException if the user cancels; the images that were done stand in the table
	 * @throws IOException if the journal cannot be written
	 * @throws IllegalStateException if another process does the same shard
	 */
	public void run(final Plan plan, final Procedure procedure, final Progress progress) throws IOException {
		try (Journal journal = folder.journal(shard); Preparation preparation = new Preparation()) {
			final Path parts = folder.parts(shard);
			final ImageRun run = new ImageRun(source, procedure.keeping(preparation), folder, parts, journal);
			final long total = plan.pixels();
			long done = 0;
			try {
				for (final Plan.Item item : plan.items()) {
					progress.checkCancelled();
					final String name = "Image " + (rows.size() + 1) + " of " + plan.items().size() + ", " + item.file();
					rows.add(row(item, run, journal, new OverallProgress(progress, name, done, item.pixels(), total)));
					done += item.pixels();
				}
			}
			finally {
				WholeFile.delete(parts);
			}
		}
	}

	private static Row row(final Plan.Item item, final ImageRun run, final Journal journal, final Progress progress)
		throws IOException
	{
		if (item.status() == Status.SKIPPED) return run.skipped(item.before());
		final long start = System.nanoTime();
		final String reason;
		if (item.status() == Status.FAILED) reason = item.reason();
		else {
			try {
				return run.run(item, progress);
			}
			catch (final CancellationException e) {
				throw e;
			}
			catch (final IOException e) {
				reason = WholeFile.reason(e);
			}
			catch (final RuntimeException e) {
				reason = explain(e);
			}
			catch (final OutOfMemoryError e) {
				reason = "Java's memory of " + Runtime.getRuntime().maxMemory() / 1_000_000 +
					" MB is too small for it. Give Java more (-Xmx).";
			}
		}
		final Entry entry = Entry.failed(item.file(), FileState.NONE, reason, (System.nanoTime() - start) / 1e9);
		journal.add(entry);
		return entry.row(Status.FAILED);
	}

	/** What users can mend says so itself. */
	private static String explain(final RuntimeException e) {
		final boolean plain = e instanceof IllegalArgumentException || e instanceof IllegalStateException ||
			e.getClass().getPackageName().startsWith("sc.fiji.superres");
		return plain && e.getMessage() != null ? e.getMessage() : "It failed unexpectedly: " + e + ". Please report it.";
	}

	/** What became of the images so far. */
	public BatchTable table() {
		return new BatchTable(rows);
	}
}
