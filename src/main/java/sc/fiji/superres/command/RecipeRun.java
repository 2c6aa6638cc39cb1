package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.Recipe;

/**
 * Trains a model as another one was trained: the trainings of its recipe one after the other, each beginning with the model
 * that the one before has made, which lies beside its checkpoints. What is done is not done again.
 */
final class RecipeRun {

	/** What a recipe does not settle: places, words for the card, and what computes. */
	static final Set<String> FREE = Set.of("recipe", "input", "output", "lr", "validation", "checkpoints", "vgg", "device",
		"threads", "author", "licence", "trained_on", "notes");

	private static final String START = "start";
	static final String VGG = "vgg";

	private final TrainCommand command;
	private final Module fresh;
	private final String name;
	private final Recipe recipe;

	/** @param model name or path of a package */
	RecipeRun(final TrainCommand command, final String model) throws IOException {
		this.command = command;
		fresh = command.context().service(ModuleService.class).createModule(command.getInfo());
		final ModelEntry entry = ModelFolders.standard().entry(model);
		name = entry.name();
		recipe = Recipe.of(entry.path()).orElseThrow(() -> new IllegalArgumentException("The model package " + entry.path() +
			" has no " + Recipe.FILE + ": it was not trained by this software, or by an early version of it. Name a package that " +
			"has one, or train without recipe."));
		checkSettled();
	}

	/** A setting beside the recipe's would be overlooked. */
	private void checkSettled() {
		for (final ModuleItem<?> item : settled(command)) {
			final Object given = command.getInput(item.getName());
			if (given != null && !given.equals(fresh.getInput(item.getName())))
				throw new IllegalArgumentException(item.getName() + " is " + given + ", but the recipe of " + name + " settles it. " +
					"Leave " + item.getName() + " out, or train without recipe.");
		}
	}

	private static List<ModuleItem<?>> settled(final TrainCommand command) {
		return command.keys().stream().filter(item -> !FREE.contains(item.getName())).toList();
	}

	/** Goes through the trainings, or as far as it gets. */
	TrainCommand.Trained run() throws IOException {
		final Map<String, Object> given = new LinkedHashMap<>();
		command.keys().forEach(item -> given.put(item.getName(), command.getInput(item.getName())));
		final File folder = command.checkpoints();
		try {
			TrainCommand.Trained trained = null;
			for (int i = 0; i < recipe.trainings().size() && (trained == null || trained.complete()); i++)
				trained = train(i, (File) given.get(VGG), folder, (File) given.get("output"));
			return trained;
		}
		finally {
			given.forEach(command::setInput); // the recorder writes them
		}
	}

	private TrainCommand.Trained train(final int index, final File vgg, final File folder, final File output)
		throws IOException
	{
		final int count = recipe.trainings().size();
		for (final ModuleItem<?> item : settled(command))
			command.setInput(item.getName(), fresh.getInput(item.getName()));
		final Map<String, String> texts = new LinkedHashMap<>();
		recipe.trainings().get(index).forEach((key, value) -> texts.put(key, String.valueOf(value)));
		final String which = "Training " + (index + 1) + " of " + count + " of the recipe of " + name;
		if (texts.remove(VGG) == null) command.setInput(VGG, null);
		else if (vgg != null) command.setInput(VGG, vgg);
		else throw new IllegalArgumentException(which + " compares features of VGG19. Name the file with its weights (vgg).");
		final boolean last = index == count - 1;
		command.setInput("checkpoints", new File(folder, "training-" + (index + 1)));
		command.setInput("output", last ? output : made(folder, output, index));
		if (index > 0) texts.put(START, made(folder, output, index - 1).getPath());
		else texts.putIfAbsent(START, "");
		if (!folder.isDirectory() && !folder.mkdirs())
			throw new IOException("The folder " + folder + " cannot be made. Name another output or folder for checkpoints.");
		command.notice(which + ".");
		Inputs.check(command, texts);
		final TrainCommand.Trained trained = command.train();
		if (last || trained.complete()) return trained;
		return new TrainCommand.Trained(trained.report() + "\n" + which + " is not done. The same command goes on with it.", false);
	}

	/** The model of a training that is not the last. */
	private static File made(final File folder, final File output, final int index) {
		return new File(folder, output.getName().replaceFirst("\\.zip$", "") + "-" + (index + 1));
	}
}
