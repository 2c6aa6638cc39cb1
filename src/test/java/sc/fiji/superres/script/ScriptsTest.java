package sc.fiji.superres.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

import javax.script.ScriptException;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptService;

import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.imagej.ImagePlanes;
import sc.fiji.superres.imagej.Planes;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.upscale.Upscaler;

/** The scripts that come with the plugin, run by SciJava as Fiji runs them. */
class ScriptsTest {

	private static final Path SCRIPT = Path.of("macros/upscale-img.groovy");

	@TempDir
	static Path folder;

	private static Model model;

	@BeforeAll
	static void writeModel() throws IOException {
		model = TestInputs.model(folder.resolve("tiny"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void theScriptMakesWhatTheApiMakes(final int bitDepth) throws IOException, ExecutionException, InterruptedException {
		final ImagePlus image = TestInputs.image(bitDepth, 30, 20);
		final Path input = TestInputs.save(image, folder.resolve(bitDepth + ".tif"));
		final ImagePlus output = (ImagePlus) run(Map.of("input", input.toFile(), "model", folder.resolve("tiny").toString())).getOutput(
			"output");
		assertEquals(bitDepth + ".tif (by script)", output.getTitle());
		assertEquals(bitDepth, output.getBitDepth());
		final ImageProcessor expected = Planes.processor(Upscaler.of(model).upscale(ImagePlanes.of(image).plane(0)));
		assertArrayEquals(expected.getFloatArray(), output.getProcessor().getFloatArray());
	}

	/** What a dialog asks for, and what a macro or a command line may leave out. */
	@Test
	void itsParametersAreThoseOfAScript() {
		try (Context context = new Context(ScriptService.class)) {
			final ScriptInfo info = context.service(ScriptService.class).getScript(SCRIPT.toFile());
			assertEquals("[input, model]", StreamSupport.stream(info.inputs().spliterator(), false).map(ModuleItem::getName).toList()
				.toString());
			assertEquals("edsr-x2", info.getInput("model").getDefaultValue());
			assertEquals(ImagePlus.class, info.getOutput("output").getType());
			assertTrue(StreamSupport.stream(info.inputs().spliterator(), false).allMatch(item -> item.getDescription() != null));
		}
	}

	private static Module run(final Map<String, Object> inputs) throws IOException, ExecutionException, InterruptedException {
		try (Context context = new Context(ScriptService.class, LogService.class)) {
			context.service(LogService.class).setLevel(LogLevel.WARN);
			return context.service(ScriptService.class).run(SCRIPT.toFile(), true, inputs).get();
		}
		catch (final ScriptException e) {
			throw new IOException(e);
		}
	}
}
