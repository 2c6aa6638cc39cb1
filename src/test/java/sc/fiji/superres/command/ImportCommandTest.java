package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class ImportCommandTest {

	@TempDir
	Path folder;

	private final Commands commands = new Commands();
	private final Weights weights = TestNetworks.randomWeights(TestInputs.TINY, 7);
	private Path input;
	private Path output;

	@BeforeEach
	void writeWeights() throws IOException {
		input = folder.resolve("tiny.safetensors");
		output = folder.resolve("imported");
		new SafeTensors(Map.of("source", "a colleague"), weights).write(input);
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	@Test
	void thePackageHoldsTheWeights() throws IOException {
		final String report = commands.succeed(ImportCommand.class, "input", input.toFile(), "output", output.toFile(), "blocks", 1,
			"filters", 4, "author", "B. Author", "licence", "MIT").report();
		assertEquals("Imported " + input + " to " + output, report);
		final Model model = ModelPackage.read(output, Engines.tensorflow());
		assertEquals(weights.hash(), model.weights().hash());
		assertEquals(List.of("B. Author"), model.card().authors());
		assertEquals("MIT", model.card().licence());
		assertEquals(Map.of("source", "a colleague", "file", "tiny.safetensors"), model.card().training());
	}

	@Test
	void wrongShapesAreNamed() {
		assertRefused(List.of(input.toString(), "conv_in.kernel has the shape [3, 3, 3, 4]", "[3, 3, 3, 64]", "filters"));
		assertRefused(List.of(input.toString(), "upsample.kernel has the shape [3, 3, 4, 16]", "[3, 3, 4, 36]"), "scale", 3, "blocks", 1,
			"filters", 4);
	}

	@Test
	void anotherNumberOfBlocksIsNamed() {
		assertRefused(List.of("block1.conv1.kernel", "is missing"), "blocks", 2, "filters", 4);
	}

	@Test
	void weightsOfNoLayerAreNamed() throws IOException {
		weights.put(new Weight("extra.bias", List.of(1)), new float[1]);
		new SafeTensors(Map.of(), weights).write(input);
		assertRefused(List.of("extra.bias", "belongs to no layer"), "blocks", 1, "filters", 4);
	}

	@Test
	void filesThatAreNoWholeSafetensorsAreRefused() throws IOException {
		final Path half = TestInputs.half(input, folder.resolve("half.safetensors"));
		assertTrue(refusal("input", half.toFile(), "output", output.toFile(), "blocks", 1, "filters", 4).contains(half + " is not"));
		final Path text = Files.writeString(folder.resolve("text"), "Once upon a time there was a tensor.");
		assertTrue(refusal("input", text.toFile(), "output", output.toFile()).contains(text + " is not a safetensors file"));
		final Path none = folder.resolve("none");
		assertTrue(refusal("input", none.toFile(), "output", output.toFile()).contains("There is no file " + none));
	}

	@Test
	void aModelThatIsThereIsNotReplaced() throws IOException {
		final String hash = TestInputs.model(output).hash();
		final String reason = commands.refusal(ImportCommand.class, "input", input.toFile(), "output", output.toFile(), "blocks", 1,
			"filters", 4);
		assertTrue(reason.contains("There is a model package " + output + " already"), reason);
		assertEquals(hash, ModelPackage.read(output, Engines.tensorflow()).hash());
	}

	private void assertRefused(final List<String> parts, final Object... others) {
		final Object[] inputs = new Object[4 + others.length];
		System.arraycopy(new Object[] { "input", input.toFile(), "output", output.toFile() }, 0, inputs, 0, 4);
		System.arraycopy(others, 0, inputs, 4, others.length);
		final String reason = refusal(inputs);
		for (final String part : parts)
			assertTrue(reason.contains(part), reason);
	}

	private String refusal(final Object... inputs) {
		final String reason = commands.refusal(ImportCommand.class, inputs);
		assertFalse(Files.exists(output));
		return reason;
	}
}
