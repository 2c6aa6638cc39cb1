package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.module.Module;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.upscale.Methods;

/** Which models the commands offer, and which they take by themselves, where the folder of models holds one of each. */
class OfferedModelsTest {

	private static final List<String> BASELINES = Stream.of("x2", "x3", "x4").flatMap(scale -> Stream.of("nearest-", "bilinear-",
		"bicubic-", "bicubic-ij-", "lanczos-", "ibp-").map(name -> name + scale)).toList();

	@TempDir
	Path folder;

	private final Commands commands = new Commands();
	private Methods methods;

	@BeforeEach
	void writeModels() throws IOException {
		methods = new Methods(new ModelFolders(folder, folder));
		write("srresnet-x4", new SrResNet(4, 1, 4, InputChannels.RGB).network());
		write("espcn-x3", new Espcn(3, InputChannels.Y).network());
		write("srgan-x4", new Srgan(4, 1, 4, InputChannels.RGB).network());
		write("edsr-x4", new Edsr(4, 1, 4, 1).network());
		write("edsr-x2", TestInputs.TINY);
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	private void write(final String name, final Network network) throws IOException {
		TestInputs.model(folder.resolve(name), network, new FakeEngine());
	}

	private List<String> offered(final Class<? extends ModelCommand> type) throws ModelException {
		final Module module = commands.module(type);
		return OfferedModels.of(methods, ((ModelCommand) module.getDelegateObject())::offers);
	}

	private String automatic(final Class<? extends ModelCommand> type, final int bitDepth) throws ModelException {
		final Module module = commands.module(type);
		return ((ModelCommand) module.getDelegateObject()).automatic(methods, TestInputs.image(bitDepth, 4, 4));
	}

	@ParameterizedTest
	@CsvSource({
		"sc.fiji.superres.command.EdsrCommand,    edsr-x2 edsr-x4",
		"sc.fiji.superres.command.SrganCommand,   srgan-x4 srresnet-x4",
		"sc.fiji.superres.command.UpscaleCommand, edsr-x2 edsr-x4 espcn-x3 srgan-x4 srresnet-x4",
	})
	void modelsComeSortedBeforeTheBaselines(final Class<? extends ModelCommand> type, final String models) throws ModelException {
		final List<String> expected = new ArrayList<>(List.of("auto"));
		expected.addAll(List.of(models.split(" ")));
		expected.addAll(BASELINES);
		assertEquals(expected, offered(type));
	}

	@Test
	void aDamagedModelIsLeftOutAndHidesNoOther() throws IOException {
		final List<String> before = offered(UpscaleCommand.class);
		write("broken", TestInputs.TINY);
		final Path description = folder.resolve("broken/rdf.yaml");
		Files.writeString(description, Files.readString(description).replaceAll("architecture: .*", "architecture: unheard-of"));
		assertEquals(before, offered(UpscaleCommand.class));
		assertThrows(ModelException.class, () -> methods.describe("broken"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void automaticIsTheModelOfPhotographs(final int bitDepth) throws ModelException {
		assertEquals("edsr-x2", automatic(EdsrCommand.class, bitDepth));
		assertEquals("edsr-x2", automatic(UpscaleCommand.class, bitDepth));
		assertEquals("srgan-x4", automatic(SrganCommand.class, bitDepth));
	}

	@ParameterizedTest
	@CsvSource({ "8, edsr-microscopy-x2", "16, edsr-microscopy-x2", "32, edsr-microscopy-x2", "24, edsr-x2" })
	void forOneChannelItIsTheModelOfMicroscopesWhereThereIsOne(final int bitDepth, final String expected) throws IOException {
		write("edsr-microscopy-x2", TestInputs.TINY);
		assertEquals(expected, automatic(EdsrCommand.class, bitDepth));
		assertEquals(expected, automatic(UpscaleCommand.class, bitDepth));
	}

	@Test
	void whatIsMissingIsNamedWithAllThatThereIs() {
		final Methods none = new Methods(new ModelFolders(folder.resolve("empty"), folder.resolve("empty")));
		final String message = assertThrows(ModelException.class, () -> none.describe(AutomaticModel.GENERATIVE)).getMessage();
		assertTrue(message.startsWith("There is no model \"srgan-x4\"; there are nearest-x2, "), message);
		assertTrue(message.endsWith(", ibp-x4. Give one of them, or the path of a package."), message);
	}

	/** The list of the dialog is that of the installation. */
	@Test
	void theDialogOffersThem() throws Exception {
		final Module module = commands.module(UpscaleCommand.class, "input", TestInputs.image(8, 20, 16));
		module.initialize();
		assertEquals(OfferedModels.of(Methods.standard(), method -> true), module.getInfo().getInput("model").getChoices());
	}
}
