package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a batch that several processes did is complete. */
public final class Completeness {

	private Completeness() {}

	/**
	 * What became of each image, as the journals and the files tell.
	 *
	 * @param outputs the results of all images relative to the folder, by their names
	 */
	public static BatchTable of(final ImageSource source, final Map<String, String> outputs, final BatchFolder folder)
		throws IOException
	{
		final Map<String, Entry> entries = folder.entries();
		final List<Row> rows = new ArrayList<>();
		outputs.forEach((file, output) -> rows.add(row(file, output, entries.get(file), source, folder.output())));
		return new BatchTable(rows);
	}

	private static Row row(final String file, final String output, final Entry entry, final ImageSource source,
		final Path folder)
	{
		if (entry == null) return missing(file, "it has not been tried yet");
		if (!entry.isDone()) return entry.row(Status.FAILED);
		if (entry.holds(FileState.of(source.file(file)), output, folder)) return entry.row(Status.DONE);
		return missing(file, FileState.of(folder.resolve(entry.output())).bytes() == entry.outputBytes()
			? "the image was changed after its result was made" : "its result is not whole, or not at its place");
	}

	private static Row missing(final String file, final String reason) {
		return new Row(file, Status.MISSING, reason, 0, Double.NaN);
	}
}
