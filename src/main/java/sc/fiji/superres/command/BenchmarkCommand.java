package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;

/** Measures the models on data sets as papers do. */
@Plugin(type = Command.class, name = "benchmark", description = "Measures models on data sets such as Set5 and Set14 by " +
	"the convention of published results, and bicubic interpolation beside them: one table, which also says where a model's " +
	"card tells something else.", initializer = SuperResolutionCommand.INIT, headless = true)
public final class BenchmarkCommand extends SuperResolutionCommand {

	@Parameter(label = "Data sets", description = "folder of data sets as folders, or one data set: images, or folders " +
		"HR_x2, HR_x3, HR_x4 with them, and LR_x2 ... with their LR images where MATLAB's bicubic is not " +
		"to make these",
		style = "directory", persist = false)
	private File input;

	@Parameter(label = "Models", description = "models to measure, each at its scale: all, or names or paths of packages " +
		"with commas between. Models of any single channel, such as those for microscopes, are measured on luma, and only " +
		"where they are named", required = false, persist = false)
	private String models = ALL;

	@Parameter(label = "Record", description = "whether to write the scores into the cards of the models", required = false,
		persist = false)
	private boolean record = false;

	@Parameter(label = "Device", description = "what computes: auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N " +
		"(an error where it is missing)", required = false, persist = false)
	private String device = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole " +
		"number from 1 to 1024", required = false, persist = false)
	private String threads = AUTO;

	@Override
	void execute() throws IOException {
		final int count = Threads.parse(threads);
		final Device wanted = Device.parse(device);
		Given.folder("input", input, "data sets");
		final List<BenchmarkSet> sets = BenchmarkSet.in(input.toPath());
		final List<ModelEntry> entries = entries();
		final Engine engine = engine(count, wanted);
		final BenchmarkRecord cards = record ? new BenchmarkRecord() : null;
		final BenchmarkRun run = new BenchmarkRun(sets, cards, () -> engine, progress());
		withThreads(count, () -> {
			try {
				run.measure(models.equals(ALL) ? run.ofPhotographs(entries) : entries);
			}
			finally {
				finish(run, cards);
			}
			return null;
		});
		if (!run.hasMeasured())
			throw new IllegalStateException("No model could be measured. " + run.remarks().get(0));
		partly(!run.isComplete() || record && cards.hasFailed());
	}

	private List<ModelEntry> entries() throws IOException {
		final ModelFolders folders = ModelFolders.standard();
		if (models.equals(ALL)) {
			final List<ModelEntry> all = folders.entries();
			if (all.isEmpty()) throw new IllegalStateException("There is no model at all in " + folders +
				". Put one there, or train one.");
			return all;
		}
		final List<String> names = Given.names(models);
		if (names.isEmpty())
			throw new IllegalArgumentException("models is \"" + models + "\", but must be all, or name one or more with commas " +
				"between.");
		final List<ModelEntry> entries = new ArrayList<>();
		for (final String name : names)
			entries.add(folders.entry(name));
		return entries;
	}

	/** Also where the user has stopped it. */
	private void finish(final BenchmarkRun run, final BenchmarkRecord cards) {
		final BenchmarkTable table = run.table();
		if (table.rows().isEmpty()) return;
		table.addToResults();
		final List<String> lines = new ArrayList<>(List.of(table.text()));
		lines.addAll(run.remarks());
		if (cards != null) lines.addAll(cards.lines());
		report(String.join("\n", lines));
	}
}
