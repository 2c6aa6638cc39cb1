package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.PyTorchShuffle;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

class ImportCommandTest {

	@TempDir
	Path folder;

	@RegisterExtension
	final Commands commands = new Commands();

	private final Weights weights = TestNetworks.randomWeights(TestInputs.TINY, 7);
	private Path input;
	private Path output;

	@BeforeEach
	void writeWeights() throws IOException {
		input = folder.resolve("tiny.safetensors");
		output = folder.resolve("imported");
		new SafeTensors(Map.of("source", "a colleague"), weights).write(input);
	}

	@Test
	void thePackageHoldsTheWeights() throws IOException {
		final String report = commands.succeed(ImportCommand.class, "input", input.toFile(), "output", output.toFile(), "author", "B. Author", "licence", "MIT").report();
		assertEquals("Imported " + input + " to " + output, report);
		final Model model = ModelPackage.read(output, Engines.tensorflow());
		assertEquals(weights.hash(), model.weights().hash());
		assertEquals(List.of("B. Author"), model.card().authors());
		assertEquals("MIT", model.card().licence());
		assertEquals(Map.of("source", "a colleague", "file", "tiny.safetensors"), model.card().training());
	}

	/** Names tell that it is SRResNet, and metadata that it was made for PyTorch. */
	@Test
	void srResNetIsTold() throws IOException {
		final Network network = new SrResNet(4, 1, 4, InputChannels.RGB).network();
		final Weights pytorch = TestNetworks.randomWeights(network, 7);
		new SafeTensors(Map.of("note", "channels before pixel_shuffle as in PyTorch"), pytorch).write(input);
		commands.succeed(ImportCommand.class, "input", input.toFile(), "output", output.toFile());
		final Model model = ModelPackage.read(output, Engines.tensorflow());
		assertEquals(network.architecture(), model.network().architecture());
		assertEquals(PyTorchShuffle.reorder(network, pytorch).hash(), model.weights().hash());
	}

	@Test
	void theOrderBeforeAShuffleCanBeSaid() throws IOException {
		commands.succeed(ImportCommand.class, "input", input.toFile(), "output", output.toFile(), "shuffle", "pytorch");
		assertEquals(PyTorchShuffle.reorder(TestInputs.TINY, weights).hash(), ModelPackage.read(output, Engines.tensorflow()).weights()
			.hash());
	}

	@Test
	void srganIsSrResNetBySaying() throws IOException {
		final Srgan srgan = new Srgan(2, 1, 4, InputChannels.RGB);
		new SafeTensors(Map.of(), TestNetworks.randomWeights(srgan.network(), 7)).write(input);
		commands.succeed(ImportCommand.class, "input", input.toFile(), "output", output.toFile(), "architecture", "srgan");
		assertEquals(srgan, ModelPackage.read(output, Engines.tensorflow()).network().architecture());
	}

	@Test
	void edsrIsNoSrResNet() {
		assertRefused(List.of("not weights of SRResNet"), "architecture", "srresnet");
	}

	@Test
	void wrongShapesAreNamed() throws IOException {
		replace("upsample.kernel", new Weight("upsample.kernel", 3, 3, 4, 17));
		assertRefused(List.of(input.toString(), "upsample.kernel has the shape [3, 3, 4, 17]", "[3, 3, 4, 16]"));
	}

	@Test
	void aMissingWeightIsNamed() throws IOException {
		replace("body_out.bias", null);
		assertRefused(List.of(input.toString(), "body_out.bias", "is missing"));
	}

	@Test
	void weightsOfAnotherNetworkAreRefused() throws IOException {
		new SafeTensors(Map.of(), new Weights().put(new Weight("layer1.weight", 1), new float[1])).write(input);
		assertRefused(List.of(input.toString(), "not weights of EDSR", "conv_in.kernel"));
	}

	/** Writes the file anew with another weight, or none, in place of one. */
	private void replace(final String name, final Weight other) throws IOException {
		final Weights changed = new Weights();
		for (final Weight weight : weights.list())
			if (!weight.name().equals(name)) changed.put(weight, weights.get(weight.name()));
		if (other != null) changed.put(other, new float[other.size()]);
		new SafeTensors(Map.of(), changed).write(input);
	}

	@Test
	void weightsOfNoLayerAreNamed() throws IOException {
		weights.put(new Weight("extra.bias", List.of(1)), new float[1]);
		new SafeTensors(Map.of(), weights).write(input);
		assertRefused(List.of("extra.bias", "belongs to no layer"));
	}

	@Test
	void filesThatAreNoWholeSafetensorsAreRefused() throws IOException {
		final Path half = TestInputs.half(input, folder.resolve("half.safetensors"));
		assertTrue(refusal("input", half.toFile(), "output", output.toFile()).contains(half + " is not"));
		final Path text = Files.writeString(folder.resolve("text"), "Once upon a time there was a tensor.");
		assertTrue(refusal("input", text.toFile(), "output", output.toFile()).contains(text + " is not a safetensors file"));
		final Path none = folder.resolve("none");
		assertTrue(refusal("input", none.toFile(), "output", output.toFile()).contains("There is no file " + none));
	}

	@Test
	void aModelThatIsThereIsNotReplaced() throws IOException {
		final String hash = TestInputs.model(output).hash();
		final String reason = commands.refusal(ImportCommand.class, "input", input.toFile(), "output", output.toFile());
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
