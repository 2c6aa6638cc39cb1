package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.Module;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** The list of models, and whether they still compute what they did. */
class ModelsCommandTest {

	private static final Network Y = new Espcn(3, InputChannels.Y).network();

	@TempDir
	Path folder;

	private final Commands commands = new Commands();

	@BeforeEach
	void empty() {
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	private static ModelCard card(final Map<String, Object> facts) {
		return new ModelCard("Test", "For tests.", List.of("Tester"), Instant.EPOCH, "CC0-1.0", "three photographs | of\na cat", facts,
			List.of());
	}

	private ModelEntry write(final String name, final Network network, final Map<String, Object> facts) throws IOException {
		ModelPackage.write(folder.resolve(name), network, TestNetworks.randomWeights(network, 1), card(facts), new FakeEngine());
		return entry(name);
	}

	private ModelEntry entry(final String name) throws IOException {
		return new ModelFolders(folder, folder).entry(folder.resolve(name).toString());
	}

	private String text(final boolean tested, final ListedModel... models) {
		return new ModelList(List.of(models), tested).text();
	}

	@Test
	void theTableIsAlignedAndTheRestStandsBelow() throws IOException {
		final ListedModel scored = ListedModel.of(write("a", Y, Map.of("psnr_validation", 32.5, "psnr_validation_bicubic", 31.25, "notes",
			"Set5 30.1 dB")));
		final ListedModel plain = ListedModel.of(write("longer-name", TestInputs.TINY, Map.of()));
		final List<String> lines = text(false, scored, plain).lines().toList();
		assertEquals("| model       | architecture | scale | channels | validation (dB) | bicubic there (dB) | Set5 (dB) |   MB |", lines
			.get(0));
		assertEquals("|-------------|--------------|------:|----------|----------------:|-------------------:|----------:|-----:|", lines
			.get(1));
		assertEquals("| a           | ESPCN        |     3 | y        |            32.5 |              31.25 |      30.1 | " + ModelList
			.megabytes(scored.entry()) + " |", lines.get(2));
		assertEquals("| longer-name | EDSR         |     2 | rgb      |                 |                    |           | " + ModelList
			.megabytes(plain.entry()) + " |", lines.get(3));
		assertEquals(List.of("", "a", "  trained on: three photographs | of a cat", "  licence:    CC0-1.0", "  path:       " + folder
			.resolve("a")), lines.subList(4, 9));
	}

	@Test
	void whatIsBrokenIsListedBesideTheOthers() throws IOException {
		write("broken", Y, Map.of());
		Files.delete(folder.resolve("broken/saved_model.zip"));
		final String text = text(false, ListedModel.of(entry("broken")), ListedModel.of(write("sound", Y, Map.of())));
		assertFalse(text.contains("| broken"), text);
		assertTrue(text.contains("| sound "), text);
		assertTrue(text.contains("\nbroken (broken)\n  path:       " + folder.resolve("broken") + "\n  problem:    The model " +
			"package " + folder.resolve("broken") + " has no file saved_model.zip"), text);
		assertTrue(text(false, ListedModel.of(entry("broken"))).startsWith("broken (broken)\n"));
	}

	@Test
	void whatAModelHidesIsTold() throws IOException {
		final Path user = Files.createDirectory(folder.resolve("user"));
		write("user/a", Y, Map.of());
		write("a.zip", Y, Map.of());
		final ListedModel model = ListedModel.of(new ModelFolders(user, folder).entry("a"));
		assertTrue(text(false, model).contains("  path:       " + user.resolve("a") + ", which is used instead of " + folder.resolve(
			"a.zip")));
	}

	@Test
	void scoresAreThoseOfTheCard() {
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("psnr_held_back", 32.692);
		facts.put("psnr_held_back_bicubic", 29.574);
		facts.put("steps", 5);
		facts.put("notes", "Set5 37.678 dB / 0.9596 and Set14 33.121 dB / 0.9135 (bicubic 33.66 / 0.9299); Set5 has 5 images, Set5 1 dB.");
		assertEquals("{validation=32.692, bicubic there=29.574, Set5=37.678, Set14=33.121}", CardScores.of(card(facts)).toString());
		assertEquals("{}", CardScores.of(card(Map.of("psnr_validation", "unknown"))).toString());
	}

	@Test
	void scoresAsNumbersComeBeforeThoseInWords() {
		final ModelCard card = card(Map.of("notes", "Set5 37.7 dB, Set14 33.1 dB.")).withScores(Map.of("Set5", new ModelCard.Score(37.67,
			0.96)), Map.of());
		assertEquals("{Set5=37.670, Set14=33.1}", CardScores.of(card).toString());
	}

	/** Adds something to each pixel. */
	private static final class OtherEngine extends FakeEngine {

		private final float difference;

		OtherEngine(final float difference) {
			this.difference = difference;
		}

		@Override
		public Inference inference(final Network network, final Weights weights, final int height, final int width) {
			final Inference inference = super.inference(network, weights, height, width);
			return new Inference() {

				@Override
				public void run(final float[] lr, final float[] hr) {
					inference.run(lr, hr);
					hr[hr.length / 2] += difference;
				}

				@Override
				public void close() {
					inference.close();
				}
			};
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, equal, true", "0.004, differs by 0.0040, true", "-0.5, differs by 0.50, false", "NaN, differs by NaN, false",
		"Infinity, differs by Infinity, false" })
	void aTestIsEqualOrSaysHowFarOff(final float difference, final String test, final boolean fine) throws IOException {
		final ListedModel model = ListedModel.verified(write("a", Y, Map.of()), new OtherEngine(difference));
		assertEquals(test, model.test());
		assertEquals(fine, !model.failed(), model.problem());
		assertTrue(text(true, model).lines().findFirst().orElseThrow().contains("| test"));
		if (!fine) assertTrue(text(true, model).contains("\n  problem:    The model package " + folder.resolve("a") + " does not compute"));
	}

	@Test
	void aTestThatCannotBeRunFails() throws IOException {
		final ModelEntry damaged = write("damaged", Y, Map.of());
		Files.writeString(folder.resolve("damaged/test_input.npy"), "text");
		final ListedModel model = ListedModel.verified(damaged, new FakeEngine());
		assertEquals("failed", model.test());
		assertTrue(model.problem().contains("cannot be tested"), model.problem());
		final ListedModel large = ListedModel.verified(write("large", Y, Map.of()), new FakeEngine(10));
		assertEquals(new ListedModel(entry("large"), "failed", "The fake memory is full."), large);
	}

	@Test
	void oneModelIsListedByItsPathWithoutAnEngine() throws IOException {
		final String report = commands.succeed(ModelsCommand.class, "model", write("a.zip", Y, Map.of()).path().toString()).report();
		assertTrue(report.contains("| a ") && report.endsWith("a.zip"), report);
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(1, table.size());
		assertEquals("ESPCN", table.getStringValue("architecture", 0));
		assertEquals(3, table.getValue("scale", 0));
		assertEquals(folder.resolve("a.zip").toString(), table.getStringValue("path", 0));
	}

	@Test
	void aDamagedModelIsListedAndOnlyFailsItsVerification() throws IOException {
		final Path path = folder.resolve("model");
		TestInputs.model(path);
		assertTrue(commands.succeed(ModelsCommand.class, "model", path.toString(), "test", true).report().contains("| equal "));
		Files.delete(path.resolve("test_output.npy"));
		assertTrue(commands.succeed(ModelsCommand.class, "model", path.toString()).report().contains("(broken)"));
		final SuperResolutionCommand refused = commands.refused(ModelsCommand.class, "model", path.toString(), "test", true);
		assertEquals("Not to be relied on: model. The list says why. Copy the packages again, or remove them.", refused
			.getCancelReason());
		assertTrue(refused.report().contains("has no file test_output.npy"), refused.report());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "model | none | There is no model \"none\"", "model | /none/at/all | There is no model package",
		"device | gpu:x | device is \"gpu:x\", but must be auto, cpu, gpu, or gpu:N", "threads | 0 | threads is \"0\", but must be" })
	void wrongValuesAreRefused(final String name, final String value, final String message) {
		final String reason = commands.refusal(ModelsCommand.class, name, value);
		assertTrue(reason.startsWith(message), reason);
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"delete=true                 | delete is true, but model is all. Name one model.",
		"card=true                   | card is true, but model is all. Name one model.",
		"model=a delete=true test=true | delete is true, and so nothing can be tested, shown or added. Leave test, card and add " +
			"out.",
		"model=a delete=true card=true | delete is true, and so nothing can be",
		"add=/x delete=true          | delete is true, and so nothing can be",
		"add=/x model=a              | model is \"a\", but the package to add has its own name. Leave model out.",
		"replace=true                | replace is true, but nothing is added. Name the package in add, or leave replace out.",
		"add=/none/at/all            | There is no model package /none/at/all.",
		"model=none delete=true      | There is no model \"none\"",
		"model=none card=true        | There is no model \"none\"",
	})
	void whatContradictsItselfIsRefused(final String keys, final String message) throws IOException {
		write("a", Y, Map.of());
		final List<String> before = TestInputs.names(folder);
		final SuperResolutionCommand command = run(keys);
		assertTrue(command.isCanceled() && command.getCancelReason().startsWith(message), command.getCancelReason());
		assertEquals(null, command.report());
		assertEquals(before, TestInputs.names(folder));
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	/** Runs the command on the models of {@link #folder}. @param keys as macros write them */
	private ModelsCommand run(final String keys) {
		final Object[] inputs = Arrays.stream(keys.split(" ")).flatMap(pair -> {
			final String[] both = pair.split("=", 2);
			return Stream.of(both[0], both[0].equals("add") ? new File(both[1]) : both[0].equals("model") ? both[1]
				: Boolean.valueOf(both[1]));
		}).toArray();
		final Module module = commands.module(ModelsCommand.class, inputs);
		final ModelsCommand command = (ModelsCommand) module.getDelegateObject();
		command.in(new ModelFolders(folder, folder));
		try {
			commands.start(module).get();
		}
		catch (final InterruptedException | ExecutionException e) {
			throw new AssertionError(e);
		}
		return command;
	}

	private String report(final String keys) {
		final ModelsCommand command = run(keys);
		assertFalse(command.isCanceled(), command.getCancelReason());
		return command.report();
	}

	@Test
	void oneIsAddedListedAndDeleted() throws IOException {
		final Path source = TestInputs.model(Files.createDirectory(folder.resolve(".from")).resolve("mine.zip")).path();
		final Path mine = folder.resolve("mine.zip");
		final String added = report("add=" + source + " test=true");
		assertTrue(added.startsWith("Added the model mine (") && added.contains("| equal "), added);
		assertTrue(added.contains(" MB). It lies in " + mine + ".\n\n| model "), added);
		assertEquals(1, ResultsTable.getResultsTable().size());
		final String refusal = run("add=" + source).getCancelReason();
		assertTrue(refusal.startsWith("There is a model \"mine\" already, " + mine + ". Set replace to"), refusal);
		assertTrue(report("add=" + source + " replace=true").startsWith("Added the model mine ("));
		final String deleted = report("model=mine delete=true");
		assertTrue(deleted.matches("Deleted the model mine \\(0\\.\\d+ MB\\), " + mine + "\\. If it came with " +
			"Super-Resolution, the update site brings it back\\."), deleted);
		assertFalse(Files.exists(mine));
	}

	@Test
	void theCardIsShownAsItIs() throws IOException {
		final Path path = write("a", Y, Map.of()).path();
		assertEquals(Files.readString(path.resolve("README.md")).strip(), report("model=a card=true"));
		assertEquals(0, ResultsTable.getResultsTable().size());
		Files.delete(path.resolve("README.md"));
		assertTrue(run("model=a card=true").getCancelReason().contains("has no file README.md"));
	}

	/** To list them takes no longer where their weights are large; a test reads all. */
	@Test
	void weightsAreNotReadForTheList() throws IOException {
		final Path path = TestInputs.model(folder.resolve("a")).path();
		final Path weights = path.resolve("saved_model.zip");
		final byte[] bytes = Files.readAllBytes(weights);
		bytes[40] ^= 1;
		Files.write(weights, bytes);
		assertTrue(report("model=a").contains("| a "));
		final ModelsCommand tested = run("model=a test=true");
		assertTrue(tested.report().contains("saved_model.zip has the SHA-256 "), tested.report());
		assertEquals(List.of("failed"), tested.models().stream().map(ListedModel::test).toList());
	}
}
