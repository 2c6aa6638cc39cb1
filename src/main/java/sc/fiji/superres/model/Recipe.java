package sc.fiji.superres.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a model was trained, so that it can be done again: the file {@code recipe.yaml} of its package.
 *
 * @param trainings one after the other, each of which begins with the weights that the one before came to, the first with
 *          random ones unless it names another start; each by the keys of the training command, with texts, numbers or truth
 *          values
 */
public record Recipe(List<Map<String, Object>> trainings) {

	/** Name of the file in a package. */
	public static final String FILE = "recipe.yaml";

	private static final String TRAININGS = "trainings";
	private static final String HEADER = "# How this model was trained: one training after the other, each by the keys of " +
		"superres train.\n# superres train --recipe PACKAGE --input FOLDER --output MODEL does it again.\n";

	/** None. */
	public static final Recipe EMPTY = new Recipe(List.of());

	public Recipe {
		trainings = List.copyOf(trainings);
	}

	/**
	 * That of a package.
	 *
	 * @param path a folder or a zip file
	 * @return nothing where it has none, as packages of other origin
	 * @throws ModelException if there is no such package, or its recipe is damaged
	 */
	public static Optional<Recipe> of(final Path path) throws ModelException {
		try (PackageFiles files = PackageFiles.open(path)) {
			if (!files.has(FILE)) return Optional.empty();
			final List<Map<String, Object>> trainings = new ArrayList<>();
			for (final Fields training : Fields.read(files, FILE).listOfFields(TRAININGS))
				trainings.add(training.plainValues());
			if (trainings.isEmpty()) throw Fields.read(files, FILE).wrong(TRAININGS, "a list of at least one training");
			return Optional.of(new Recipe(trainings));
		}
	}

	/** This one with another training behind it. */
	public Recipe then(final Map<String, Object> training) {
		final List<Map<String, Object>> all = new ArrayList<>(trainings);
		all.add(training);
		return new Recipe(all);
	}

	/** The text of its file. */
	public String yaml() {
		return HEADER + DescriptionWriter.yaml(Map.of(TRAININGS, trainings.stream().map(LinkedHashMap::new).toList()));
	}
}
