package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.batch.BatchFolder;
import sc.fiji.superres.batch.BatchTable;
import sc.fiji.superres.batch.Completeness;
import sc.fiji.superres.batch.Job;
import sc.fiji.superres.batch.Shard;
import sc.fiji.superres.imagej.ImageFolder;

/** Checks whether a batch that was cut into shards is complete. */
@Plugin(type = Command.class, name = "collect", description = "Checks whether a batch that several runs shared is " +
	"complete: each image has a whole result, made of the image as it is. Joins their tables in superres-batch.csv.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class CollectCommand extends SuperResolutionCommand {

	@Parameter(label = "Results", description = "folder with the results of the batch", style = "directory", persist = false,
		callback = CHANGED)
	private File output;

	@Parameter(label = " ", description = "what will happen", visibility = ItemVisibility.MESSAGE, required = false,
		persist = false)
	private String message = "";

	@Override
	void execute() throws IOException {
		final BatchFolder folder = new BatchFolder(output.toPath());
		final Job job = folder.job().orElseThrow(() -> new IllegalArgumentException("output is " + output +
			", but there are no results of a batch. Name the folder that was the output of superres batch."));
		final BatchSettings settings = BatchSettings.of(job);
		final Path input = Path.of(job.setting("input"));
		if (!input.toFile().isDirectory())
			throw new IOException("The folder of the images, " + input + ", is not there, so nobody can tell whether all have " +
				"results. Make it available under this name.");
		final ImageFolder source = settings.source(input);
		final Map<String, String> outputs = settings.names(job.setting("model"), scale(job)).of(source.names());
		final BatchTable table = Completeness.of(source, outputs, folder);
		report(BatchReport.publish(table, folder, Shard.ALL));
		BatchReport.checkHasResult(table);
		partly(!table.isComplete());
	}

	private static int scale(final Job job) {
		final String scale = job.setting("scale");
		if (scale.matches("[2-4]")) return Integer.parseInt(scale);
		throw new IllegalArgumentException("The record of the batch says that its scale is " + scale + ", but it must be 2, 3 " +
			"or 4. Run the batch again into another output folder.");
	}
}
