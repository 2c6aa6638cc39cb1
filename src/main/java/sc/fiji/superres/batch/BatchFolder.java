package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.FileLocks;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/**
 * The folder that the results of a batch go to. What the next run has to know lies in a hidden folder in it: the job, and a
 * journal of each shard.
 */
public final class BatchFolder {

	private static final String RECORDS = ".superres-batch";
	private static final String JOB = "job.yaml";
	private static final String JOURNAL = "journal-";
	private static final String TABLE = "superres-batch";

	/** Settles what holds for all processes of a batch, where nothing has been settled yet. */
	public interface Settlement {

		Job settle() throws IOException;
	}

	private final Path output;
	private final Path records;

	public BatchFolder(final Path output) {
		this.output = output;
		records = output.resolve(RECORDS);
	}

	/** Where the results go. */
	public Path output() {
		return output;
	}

	/** The job whose results are here; nothing where there are none. */
	public Optional<Job> job() throws IOException {
		final Path file = records.resolve(JOB);
		return Files.exists(file) ? Optional.of(Job.read(file)) : Optional.empty();
	}

	/**
	 * The job whose results are here, or else a new one, which is settled by one process while the others wait.
	 *
	 * @param settings of this run
	 * @throws IllegalArgumentException if the results that are here were made with other settings
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public Job job(final Map<String, String> settings, final Settlement settlement, final Progress progress)
		throws IOException
	{
		makeFolders();
		try (FileChannel lock = FileChannel.open(records.resolve("job.lock"), StandardOpenOption.CREATE,
			StandardOpenOption.WRITE))
		{
			FileLocks.lock(lock, () -> {
				progress.update("Waiting for another process", 0, 0);
				progress.checkCancelled();
			});
			if (job().isEmpty() && !journals().isEmpty())
				throw new IOException(records.resolve(JOB) + " is missing, so it cannot be told how the results in " + output +
					" were made. Name another output folder.");
			if (job().isEmpty()) settlement.settle().write(records.resolve(JOB));
		}
		final Job job = Job.read(records.resolve(JOB));
		job.check(settings, output);
		return job;
	}

	private void makeFolders() throws IOException {
		try {
			Files.createDirectories(records);
		}
		catch (final IOException e) {
			throw new IOException("The folder " + output + " cannot be made or written: " + WholeFile.reason(e) +
				" Name another one.", e);
		}
	}

	Journal journal(final Shard shard) throws IOException {
		return Journal.open(records.resolve(JOURNAL + shard.fileName() + ".yaml"), shard.isAll() ? "the batch" : "shard " + shard);
	}

	/** What the journals of all shards say last of each image; of several, the one whose result is there. */
	Map<String, Entry> entries() throws IOException {
		final Map<String, Entry> entries = new HashMap<>();
		for (final Path journal : journals())
			for (final Entry entry : Journal.read(journal))
				entries.merge(entry.file(), entry, this::later);
		return entries;
	}

	/**
	 * What the journals say now of an image whose result has a name, as another process may have made it meanwhile.
	 *
	 * @return its results, the latest of each journal last
	 */
	List<Entry> results(final String file, final String wanted) throws IOException {
		final List<Entry> results = new ArrayList<>();
		for (final Path journal : journals())
			Journal.read(journal, file).stream().filter(entry -> wanted.equals(entry.output())).forEach(results::add);
		return results;
	}

	private List<Path> journals() throws IOException {
		if (!Files.isDirectory(records)) return List.of();
		return Folders.list(records).stream().filter(each -> each.getFileName().toString().startsWith(JOURNAL)).sorted().toList();
	}

	private Entry later(final Entry before, final Entry after) {
		if (isThere(before) != isThere(after)) return isThere(after) ? after : before;
		return before.time() > after.time() ? before : after;
	}

	private boolean isThere(final Entry entry) {
		return entry.isDone() && FileState.of(output.resolve(entry.output())).bytes() == entry.outputBytes();
	}

	/** An empty folder for files on their way: what a killed process left there is gone. */
	Path parts(final Shard shard) throws IOException {
		final Path parts = records.resolve("parts-" + shard.fileName());
		WholeFile.delete(parts);
		return Files.createDirectory(parts);
	}

	/**
	 * Writes a table beside the results: {@code superres-batch.csv}, that of a shard {@code superres-batch-2-of-7.csv}.
	 *
	 * @return its file
	 */
	public Path write(final BatchTable table, final Shard shard) throws IOException {
		final Path file = output.resolve(TABLE + (shard.isAll() ? "" : "-" + shard.fileName()) + ".csv");
		WholeFile.write(file, part -> Files.write(part, table.toCsv()));
		return file;
	}
}
