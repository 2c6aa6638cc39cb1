package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.Golden;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.loader.Engines;

/** Models that released versions have written. */
class GoldenModelsTest {

	/** Other processors add in another order. */
	private static final double TOLERANCE = 0.01;

	@TempDir
	private Path folder;

	static List<Arguments> models() throws IOException {
		final List<Arguments> models = new ArrayList<>();
		for (final Path version : Golden.versions())
			for (final String line : Files.readAllLines(version.resolve("models/hashes.txt")))
				models.add(Arguments.of(version.getFileName() + "/models", line.split(" ")[0], line.split(" ")[1]));
		return models;
	}

	@ParameterizedTest
	@MethodSource("models")
	void isWhatItWas(final String place, final String name, final String hash) throws IOException {
		final Path models = Golden.versions().get(0).resolveSibling(place);
		final Engine engine = Engines.tensorflow();
		final Model model = new ModelFolders(models, models).open(name, engine);
		assertEquals(hash, model.hash());
		assertEquals(0, model.test(engine), TOLERANCE);
	}

	/** Written again by this version, it has the same weights and computes the same. */
	@ParameterizedTest
	@MethodSource("models")
	void isTheSameWhenItIsWrittenAgain(final String place, final String name, final String hash) throws IOException {
		final Path models = Golden.versions().get(0).resolveSibling(place);
		final Engine engine = Engines.tensorflow();
		final Model model = new ModelFolders(models, models).open(name, engine);
		ModelPackage.write(folder.resolve(name), model.network(), model.weights(), model.card(), engine);
		final Model again = ModelPackage.read(folder.resolve(name), engine);
		assertEquals(hash, again.hash());
		assertEquals(model.card(), again.card());
		assertEquals(0, new Model(name, model.path(), again.network(), again.weights(), again.card()).test(engine), TOLERANCE);
	}

	/** Its card takes scores, which it had no place for, and its weights stay as they are. */
	@ParameterizedTest
	@MethodSource("models")
	void takesScores(final String place, final String name, final String hash) throws IOException {
		final Path models = Golden.versions().get(0).resolveSibling(place);
		final ModelEntry entry = new ModelFolders(models, models).entry(name);
		final Path copy = folder.resolve(entry.path().getFileName());
		if (Files.isDirectory(entry.path())) Golden.copy(entry.path(), copy);
		else Files.copy(entry.path(), copy);
		final ModelCard card = entry.contents().orElseThrow().card();
		assertEquals(Map.of(), card.scores());
		final ModelCard scored = card.withScores(Map.of("Set5", new ModelCard.Score(30, 0.9)), Map.of());
		ModelPackage.writeCard(copy, scored);
		final Model again = ModelPackage.read(copy, Engines.tensorflow());
		assertEquals(hash, again.hash());
		assertEquals(scored, again.card());
	}
}
