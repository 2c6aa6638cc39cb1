package sc.fiji.superres.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;

/** Lists the models there are, and finds out whether they compute what they did when they were written. */
@Plugin(type = Command.class, name = "models", description = "Lists the models there are: what they are, how good, under " +
	"which licence, and where; and verifies them.", initializer = SuperResolutionCommand.INIT, headless = true)
public final class ModelsCommand extends SuperResolutionCommand {

	@Parameter(label = "Model", description = "model to list: all, a name, or the path of a model package", required = false,
		persist = false)
	private String model = ALL;

	@Parameter(label = "Test", description = "whether to run the test input of each model, which must give its test output",
		required = false, persist = false)
	private boolean test = false;

	@Parameter(label = "Device", description = "what computes: auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N " +
		"(an error where it is missing)", required = false, persist = false)
	private String device = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole " +
		"number from 1 to 1024", required = false, persist = false)
	private String threads = AUTO;

	private String report;

	@Override
	void execute() throws IOException {
		final int count = Threads.parse(threads);
		final Device wanted = Device.parse(device);
		final ModelFolders folders = ModelFolders.standard();
		final List<ModelEntry> entries = model.equals(ALL) ? folders.entries() : List.of(folders.entry(model));
		if (entries.isEmpty()) throw new IllegalStateException("There is no model at all in " + folders +
			". Put one there, or train one.");
		final List<ListedModel> models = test ? verified(entries, count, wanted) : entries.stream().map(ListedModel::of).toList();
		ModelRows.add(models);
		report = new ModelList(models, test).text();
		final List<ListedModel> failed = models.stream().filter(ListedModel::failed).toList();
		if (test && !failed.isEmpty())
			throw new IllegalStateException("Not to be relied on: " + failed.stream().map(each -> each.entry().name())
				.collect(Collectors.joining(", ")) + ". The list says why. Copy the packages again, or remove them.");
	}

	private List<ListedModel> verified(final List<ModelEntry> entries, final int count, final Device wanted)
		throws IOException
	{
		final Engine engine = engine(count, wanted);
		final List<ListedModel> models = new ArrayList<>();
		for (final ModelEntry entry : entries) {
			progress().checkCancelled();
			progress().update("Verifying " + entry.name(), models.size(), entries.size());
			models.add(ListedModel.verified(entry, engine));
		}
		return models;
	}

	@Override
	public String report() {
		return report;
	}
}
