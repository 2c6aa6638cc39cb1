package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.ui.CardWindow;
import sc.fiji.superres.ui.ModelDesk;
import sc.fiji.superres.ui.ModelSheet;
import sc.fiji.superres.ui.ModelsWindow;

/** What the window of the models shows and does, by {@link ModelsCommand}. Without windows, this class is not loaded. */
final class ModelsDesk implements ModelDesk {

	private final Context context;
	private final CommandInfo info;

	/** What came of tests, by the place of the model, until it changes. */
	private final Map<Path, ListedModel> tested = new ConcurrentHashMap<>();

	private ModelsDesk(final Context context) {
		this.context = context;
		info = context.service(CommandService.class).getCommand(ModelsCommand.class);
	}

	static void open(final Context context) {
		ModelsWindow.open(new ModelsDesk(context));
	}

	static void showCard(final String name, final String card) {
		CardWindow.open(name, card);
	}

	@Override
	public String label() {
		return info.getMenuPath().getLeaf().getName();
	}

	@Override
	public List<ModelSheet> list() throws IOException {
		final List<ModelSheet> sheets = new ArrayList<>();
		try {
			for (final ModelEntry entry : ModelFolders.standard().entries())
				sheets.add(sheet(known(entry)));
		}
		catch (final EngineException e) {
			throw new IOException(e.getMessage(), e);
		}
		return sheets;
	}

	private ListedModel known(final ModelEntry entry) {
		final ListedModel before = tested.get(entry.path());
		if (before == null || entry.isBroken() || before.entry().bytes() != entry.bytes()) return ListedModel.of(entry);
		return new ListedModel(entry, before.test(), before.problem());
	}

	private static ModelSheet sheet(final ListedModel model) {
		final ModelEntry entry = model.entry();
		final String kind = entry.contents().map(contents -> contents.network().architecture().title() + ", x" + contents.network()
			.scale() + ", " + contents.network().architecture().channels()).orElse("");
		final String state = entry.isBroken() ? "broken" : model.failed() ? kind + ", test failed" : kind;
		final String description = entry.contents().map(contents -> contents.card().description()).orElse("");
		return new ModelSheet(entry.name(), entry.path(), state, description, facts(model), model.problem(), !entry.isBroken(),
			entry::cover);
	}

	private static Map<String, String> facts(final ListedModel model) {
		final Map<String, String> facts = new LinkedHashMap<>();
		final ModelEntry entry = model.entry();
		entry.contents().ifPresent(contents -> {
			facts.put("Architecture", contents.network().architecture().title());
			facts.put("Scale", String.valueOf(contents.network().scale()));
			facts.put("Channels", contents.network().architecture().channels().toString());
			facts.put("Trained on", contents.card().trainedOn());
			facts.put("Scores", scores(contents.card()));
			facts.put("Licence", contents.card().licence());
		});
		facts.put("Size", ModelList.megabytes(entry) + " MB");
		facts.put("Path", ModelList.place(entry));
		facts.put("Test", model.test());
		return facts;
	}

	private static String scores(final ModelCard card) {
		return CardScores.of(card).entrySet().stream().map(score -> score.getKey() + " " + score.getValue() + " dB").collect(
			Collectors.joining(", "));
	}

	@Override
	public Answer run(final Map<String, Object> inputs, final Listener listener) {
		final ModelsCommand command = (ModelsCommand) context.service(ModuleService.class).createModule(info).getDelegateObject();
		inputs.forEach(command::setInput);
		command.quiet();
		command.listen(new SuperResolutionCommand.Listener() {

			@Override
			public void progress(final String task, final long done, final long total) {
				listener.progress(task, done, total);
			}
		});
		command.run(); // by itself: a host would show what the window shows
		command.models().forEach(model -> tested.put(model.entry().path(), model));
		if (command.failure() instanceof CancellationException) return new Answer(End.STOPPED, "Stopped.");
		return command.isCanceled() ? new Answer(End.FAILED, command.getCancelReason()) : new Answer(End.DONE, summary(command));
	}

	/** Of what the command has to say, what fits into a line. */
	private static String summary(final ModelsCommand command) {
		final List<ListedModel> models = command.models().stream().filter(model -> !model.test().isEmpty()).toList();
		if (models.size() == 1) return models.get(0).entry().name() + ": the test output " + (models.get(0).test().equals("equal")
			? "is equal." : models.get(0).test() + " of 255 grey levels.");
		if (!models.isEmpty()) return "All " + models.size() + " models compute what they did when they were written.";
		return command.change();
	}
}
