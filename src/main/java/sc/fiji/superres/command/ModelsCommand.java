package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.IJ;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.ModelLibrary;

/**
 * Lists the models there are, finds out whether they compute what they did when they were written, shows their cards, adds
 * and deletes them. A user of ImageJ gets a window for that, which runs this command at each click.
 */
@Plugin(type = Command.class, name = "models", menuPath = "Plugins>Super-Resolution>Super-Resolution Models...",
	description = "Lists the models there are: what they are, how good, under which licence, and where; shows their cards, " +
		"tests, adds and deletes them.", attrs = @Attr(name = ModelsCommand.WINDOW), initializer = SuperResolutionCommand.INIT,
	headless = true)
public final class ModelsCommand extends SuperResolutionCommand {

	/** Attribute of a command that has a window of its own, so that no dialog asks for its inputs. */
	static final String WINDOW = "window";

	@Parameter(label = "Model", description = "model to list: all, a name, or the path of a model package", required = false,
		persist = false)
	private String model = ALL;

	@Parameter(label = "Test", description = "whether to run the test input of each model, which must give its test output",
		required = false, persist = false)
	private boolean test = false;

	@Parameter(label = "Card", description = "whether to show the card of the model: how it was made, for what, and how " +
		"good it is", required = false, persist = false)
	private boolean card = false;

	@Parameter(label = "Add", description = "model package to copy into the folder of your models, after it was verified: a " +
		"folder or a zip file", required = false, persist = false)
	private File add;

	@Parameter(label = "Replace", description = "whether the added model may take the place of one of the same name",
		required = false, persist = false)
	private boolean replace = false;

	@Parameter(label = "Delete", description = "whether to delete the model; of several with its name, the one that is used",
		required = false, persist = false)
	private boolean delete = false;

	@Parameter(label = "Device", description = "what computes: auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N " +
		"(an error where it is missing)", required = false, persist = false)
	private String device = AUTO;

	@Parameter(label = "Threads", description = "processor threads: auto (all there are, or what SLURM gives), or a whole " +
		"number from 1 to 1024", required = false, persist = false)
	private String threads = AUTO;

	private ModelFolders folders;
	private boolean asked;
	private boolean quiet;
	private List<ListedModel> models = List.of();
	private String change = "";
	private final List<String> done = new ArrayList<>();
	/** A user who has set nothing gets the window. */
	@Override
	void prepare() {
		if (!hasWindows() || keys().stream().anyMatch(item -> isInputResolved(item.getName()))) return;
		keys().forEach(item -> resolveInput(item.getName()));
		asked = true;
	}

	private static boolean hasWindows() {
		return IJ.getInstance() != null;
	}

	/** To look for models elsewhere than in the folders of this installation. */
	void in(final ModelFolders others) {
		folders = others;
	}

	/** To show neither tables nor texts, because the window that runs the command does. */
	void quiet() {
		quiet = true;
	}

	/** What was listed, tested or added. */
	List<ListedModel> models() {
		return models;
	}

	/** What was added or deleted, in a sentence or two; empty where nothing was. */
	String change() {
		return change;
	}

	@Override
	void execute() throws IOException {
		if (asked) {
			ModelsDesk.open(context());
			return;
		}
		check();
		final int count = Threads.parse(threads);
		final Device wanted = Device.parse(device);
		if (folders == null) folders = ModelFolders.standard();
		if (delete) delete();
		else list(add == null ? entries() : List.of(add()), count, wanted);
		final String failed = models.stream().filter(ListedModel::failed).map(each -> each.entry().name())
			.collect(Collectors.joining(", "));
		if (test && !failed.isEmpty()) throw new IllegalStateException("Not to be relied on: " + failed +
			". The list says why. Copy the packages again, or remove them.");
	}

	/** What contradicts itself is refused before anything changes. */
	private void check() {
		if (delete && (test || card || add != null)) throw new IllegalArgumentException("delete is true, and so nothing can be " +
			"tested, shown or added. Leave test, card and add out.");
		if ((delete || card) && add == null && model.equals(ALL)) throw new IllegalArgumentException((delete ? "delete" : "card") +
			" is true, but model is all. Name one model.");
		if (add != null && !model.equals(ALL)) throw new IllegalArgumentException("model is \"" + model + "\", but the package " +
			"to add has its own name. Leave model out.");
		if (replace && add == null) throw new IllegalArgumentException("replace is true, but nothing is added. Name the package " +
			"in add, or leave replace out.");
	}

	private List<ModelEntry> entries() throws IOException {
		final List<ModelEntry> entries = model.equals(ALL) ? folders.entries() : List.of(folders.entry(model));
		if (entries.isEmpty()) throw new IllegalStateException("There is no model at all in " + folders +
			". Put one there, or train one.");
		return entries;
	}

	private void list(final List<ModelEntry> entries, final int count, final Device wanted) throws IOException {
		if (card) show(entries.get(0));
		if (card && !test && add == null) return;
		models = test ? verified(entries, count, wanted) : entries.stream().map(ListedModel::of).toList();
		if (!quiet) ModelRows.add(models);
		say(new ModelList(models, test).text());
	}

	private void show(final ModelEntry entry) throws IOException {
		final String text = entry.readCard();
		if (hasWindows()) ModelsDesk.showCard(entry.name(), text);
		say(text.strip());
	}

	private ModelEntry add() throws IOException {
		final ModelEntry added = new ModelLibrary(folders).add(add.toPath(), replace, progress());
		announce("Added the model " + added.name() + " (" + ModelList.megabytes(added) + " MB). It lies in " +
			ModelList.place(added) + ".");
		return added;
	}

	private void delete() throws IOException {
		final ModelLibrary.Deleted deleted = new ModelLibrary(folders).delete(model);
		final ModelEntry entry = deleted.entry();
		final String next = deleted.next().map(path -> " The name means " + path + " now.").orElse("");
		announce("Deleted the model " + entry.name() + " (" + ModelList.megabytes(entry) + " MB), " + entry.path() + "." + next +
			(folders.isShipped(entry.path()) ? " If it came with Super-Resolution, the update site brings it back." : ""));
	}

	/** What has changed is told in ImageJ's log, too. */
	private void announce(final String text) {
		change = text;
		say(text);
		if (hasWindows() && !quiet) IJ.log(text);
	}

	private void say(final String text) {
		done.add(text);
		report(String.join("\n\n", done));
	}

	private List<ListedModel> verified(final List<ModelEntry> entries, final int count, final Device wanted)
		throws IOException
	{
		final Engine engine = engine(count, wanted);
		final List<ListedModel> verified = new ArrayList<>();
		for (final ModelEntry entry : entries) {
			progress().checkCancelled();
			progress().update("Testing " + entry.name(), verified.size(), entries.size());
			verified.add(ListedModel.verified(entry, engine));
		}
		return verified;
	}
}
