package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.cli.Superres.Run;

/** What scripts rely on never changes once released; what people read names every option with its type, limits and default. */
class HelpTest {

	private static final String OF_MODELS = "input=FILE consistency=FILE deviation=FILE output=FILE model=VALUE " +
		"channels=VALUE slices=VALUE frames=VALUE intensity=VALUE no_data=VALUE ensemble=BOOLEAN consistency_map=BOOLEAN " +
		"deviation_map=BOOLEAN tile_size=VALUE halo=VALUE device=VALUE threads=VALUE";

	private final Superres superres = new InThisJvm();

	/** The help on one line, as its lines are broken anywhere. */
	private String help(final String command) {
		final Run run = superres.run(command, "--help").assertFine();
		return run.out().replaceAll("\\s+", " ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"edsr    | " + OF_MODELS,
		"srgan   | " + OF_MODELS,
		"upscale | " + OF_MODELS,
		"evaluate | models=VALUE hr=FOLDER lr=FOLDER output=FILE channels=VALUE border=VALUE range=VALUE device=VALUE threads=VALUE",
		"psnr   | reference=FILE test=FILE output=FILE range=VALUE border=INTEGER channels=VALUE error_map=BOOLEAN",
		"import | input=FILE output=FILE architecture=VALUE residual_scaling=NUMBER shuffle=VALUE author=VALUE licence=VALUE",
		"batch  | input=FOLDER output=FOLDER model=VALUE pattern=VALUE recursive=BOOLEAN format=VALUE naming=VALUE " +
			"intensity=VALUE no_data=VALUE channels=VALUE slices=VALUE frames=VALUE ensemble=BOOLEAN reference=FOLDER shard=VALUE " +
			"tile_size=VALUE halo=VALUE device=VALUE threads=VALUE list_only=BOOLEAN",
		"collect | output=FOLDER",
		"benchmark | input=FOLDER models=VALUE record=BOOLEAN device=VALUE threads=VALUE",
		"engine | engine=VALUE gpu_memory=VALUE install=VALUE nvidia_libraries=BOOLEAN version=VALUE platform=VALUE from=FOLDER " +
			"remove=VALUE self_test=BOOLEAN",
		"models | model=VALUE test=BOOLEAN card=BOOLEAN add=FILE replace=BOOLEAN delete=BOOLEAN device=VALUE threads=VALUE",
		"sample | reference=FILE output=FILE",
		"train  | input=FOLDER output=FILE lr=FOLDER validation=FOLDER checkpoints=FOLDER recipe=VALUE architecture=VALUE " +
			"scale=INTEGER channels=VALUE blocks=INTEGER filters=INTEGER residual_scaling=NUMBER middle=INTEGER " +
			"start=VALUE start_step=VALUE steps=INTEGER steps_phase2=INTEGER batch=INTEGER patch=INTEGER " +
			"learning_rate=NUMBER rate_phase2=NUMBER halve_every=INTEGER validate_every=INTEGER seed=INTEGER " +
			"precision=VALUE ema=NUMBER clip_norm=NUMBER loss=VALUE pixel_weight=VALUE vgg=FILE vgg_layer=VALUE " +
			"content_weight=VALUE texture_weight=NUMBER adversarial_weight=NUMBER psf_sigma=NUMBER photons=NUMBER " +
			"noise=NUMBER author=VALUE licence=VALUE trained_on=VALUE notes=VALUE device=VALUE threads=VALUE",
	})
	void optionsAndTheirOrderAreFrozen(final String command, final String options) {
		final List<String> shown = superres.run(command, "--help").out().lines().filter(line -> line.startsWith("      --")).map(
			line -> line.trim().substring(2).split(" ")[0].replaceAll("[\\[\\]]", "")).toList();
		assertEquals(List.of((options + " progress debug").split(" ")), shown);
		assertTrue(help(command).contains("-h, --help"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"edsr   | where it has a selection, the rectangle around that (TIFF, PNG, JPEG, GIF, BMP, PGM or PPM, or such a file as " +
			"text; - for standard input)",
		"psnr   | a file that holds such a text, or -, which is standard input with a text or an image file; both have at " +
			"most 64 MB. An output image named data:png, data:jpeg or data:tiff is written as text to standard output",
		"edsr   | the upscaled image (.tif; a plane of 8 bits or RGB also .png or .jpg; data:png for text)",
		"edsr   | from 1 on (default auto) --halo",
		"edsr   | LOW,HIGH (default auto)",
		"edsr   | needs --consistency_map true",
		"upscale | needs --deviation_map true",
		"srgan  | eight times as slow; true or false (default false)",
		"psnr   | needs --error_map true",
		"evaluate | one of y, each, joint (default y)",
		"evaluate | a whole number from 0 on (default auto)",
		"train  | patches of a step; from 1 to 1000 (default 16)",
		"psnr   | over R, G and B; true or false (default false)",
		"psnr   | at each side; from 0 (default 0)",
		"psnr   | one of each, joint, y (default joint)",
		"psnr   | or a number above 0 (default auto)",
		"import | from 0.001 to 1.0 (default 1.0)",
		"batch  | one of tif, png, jpg (default tif)",
		"batch  | I/N for the I-th of N parts (default 1/1)",
		"models | the path of a model package (default all)",
		"train  | scale of the model; from 2 to 4 (default 2)",
		"train  | from 1 to 256 (default 16)",
		"train  | training steps in all; of srgan, of its first phase; from 1 (default 30000)",
		"train  | low-resolution pixels; from 4 to 1000 (default 32)",
		"train  | from 1.0E-7 to 0.1 (default 4.0E-4)",
		"train  | one of auto, float32, bfloat16 (default auto)",
		"train  | with .training behind it",
		"edsr   | auto (a GPU where TensorFlow finds one), cpu, gpu or gpu:N (an error where it is missing) (default auto)",
		"batch  | auto (as in the first run of the batch, which takes a GPU where TensorFlow finds one), cpu, gpu",
	})
	void limitsAndDefaultsAreShown(final String command, final String text) {
		assertTrue(help(command).contains(text), help(command));
	}

	@Test
	void germansReadTheSameHelp() {
		final Locale locale = Locale.getDefault();
		final String help = help("train");
		Locale.setDefault(Locale.GERMANY);
		try {
			assertEquals(help, help("train"));
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	@Test
	void withoutArgumentsItSaysWhatThereIs() {
		final Run run = superres.run();
		assertEquals(2, run.status());
		assertEquals("", run.out());
		for (final String command : List.of("batch", "benchmark", "collect", "edsr", "engine", "evaluate", "import", "models", "psnr", "sample", "srgan", "train", "upscale"))
			assertTrue(run.err().contains("\n  " + command + " "), run.err());
		assertEquals(run.err(), superres.run("--help").assertFine().out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--version", "-V" })
	void itTellsItsVersion(final String option) {
		assertTrue(superres.run(option).assertFine().out().matches("superres \\S.*\\R"));
	}

	@Test
	void hostsAndServicesAreNoOptions() {
		for (final String command : List.of("batch", "benchmark", "collect", "edsr", "engine", "evaluate", "import", "models", "psnr", "sample", "srgan", "train", "upscale"))
			assertFalse(help(command).matches(".*--(context|log|status|\\w*Service).*"));
	}
}
