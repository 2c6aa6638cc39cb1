package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.Mount;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.model.SafeTensors;

/** Whatever is wrong is told in a few plain words, with an exit status, and leaves nothing behind. */
abstract class BadInputContract {

	private static final String[] TINY = { "--blocks", "1", "--filters", "4", "--patch", "8", "--batch", "2", "--steps", "2", "--threads",
		"1" };

	@TempDir
	static Path inputs;

	private static Path image;
	private static Path model;
	private static Path images;
	private static Path weights;

	@TempDir
	Path folder;

	abstract Superres superres();

	@BeforeAll
	static void writeInputs() throws IOException {
		image = TestInputs.save(TestInputs.image(8, 40, 30), inputs.resolve("image.tif"));
		model = inputs.resolve("tiny");
		TestInputs.model(model);
		images = TestInputs.images(inputs.resolve("images"), 3, 40);
		weights = inputs.resolve("tiny.safetensors");
		new SafeTensors(Map.of(), TestNetworks.randomWeights(TestInputs.TINY, 1)).write(weights);
	}

	/** Runs and asserts that it is refused and nothing new lies in the folder. */
	private void assertRefused(final List<Object> args, final String... parts) throws IOException {
		final List<String> before = TestInputs.names(folder);
		superres().run(args.toArray()).assertRefused(parts);
		assertEquals(before, TestInputs.names(folder));
	}

	/** {@code superres edsr} on a file, the rest as it should be. */
	private void assertInputRefused(final Path input, final String... parts) throws IOException {
		assertRefused(List.of("edsr", "--input", input, "--output", folder.resolve("out.tif"), "--model", model), parts);
	}

	private void assertOutputRefused(final Path input, final Path output, final String... parts) throws IOException {
		assertRefused(List.of("edsr", "--input", input, "--output", output, "--model", model), parts);
	}

	private void assertModelRefused(final Object wrong, final String... parts) throws IOException {
		assertRefused(List.of("edsr", "--input", image, "--output", folder.resolve("out.tif"), "--model", wrong), parts);
	}

	private void assertTrainingRefused(final List<?> others, final String... parts) throws IOException {
		assertRefused(Stream.of(Stream.of("train"), others.stream(), Stream.of(TINY)).flatMap(all -> all).map(Object.class::cast).toList(),
			parts);
	}

	@Test
	void missingInput() throws IOException {
		assertInputRefused(folder.resolve("none.tif"), "There is no file " + folder.resolve("none.tif"));
	}

	@Test
	void emptyFile() throws IOException {
		final Path file = Files.createFile(folder.resolve("empty.tif"));
		assertInputRefused(file, file.toString(), "is empty");
	}

	@Test
	void textNamedTiff() throws IOException {
		final Path file = Files.writeString(folder.resolve("text.tif"), "Once upon a time\n");
		assertInputRefused(file, file.toString(), "holds text");
	}

	@ParameterizedTest
	@CsvSource({ "8, png", "24, png", "16, tif", "24, tif", "32, tif", "24, jpg" })
	void imageCutInHalf(final int bitDepth, final String extension) throws IOException {
		final Path whole = TestInputs.save(TestInputs.image(bitDepth, 40, 30), folder.resolve("whole." + extension));
		final Path half = TestInputs.half(whole, folder.resolve("half." + extension));
		assertInputRefused(half, half.toString(), "cut off");
	}

	@Test
	void stackAndStackCutInHalf() throws IOException {
		final Path stack = folder.resolve("stack.tif");
		assertTrue(new FileSaver(TestInputs.stack(20)).saveAsTiffStack(stack.toString()));
		assertRefused(List.of("edsr", "--input", stack, "--output", folder.resolve("out.png"), "--model", model), "PNG holds single planes");
		final Path half = TestInputs.half(stack, folder.resolve("half.tif"));
		assertInputRefused(half, half.toString(), "cut off");
	}

	@Test
	void noSuchModel() throws IOException {
		assertModelRefused("none", "There is no model \"none\"");
		assertModelRefused(folder.resolve("none"), "There is no model package " + folder.resolve("none"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rdf.yaml", "saved_model.zip", "test_input.npy" })
	void modelWithAMissingFile(final String name) throws IOException {
		final Path broken = folder.resolve("broken");
		TestInputs.model(broken);
		Files.delete(broken.resolve(name));
		assertModelRefused(broken, broken.toString(), name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"filters: 4             | filters: 5            | conv_in.kernel",
		"format_version: 0.4.10 | format_version: 0.5.3 | format 0.5.3",
		"super_resolution:      | other:                | another software",
		"type: model            | type: dataset         | is not a model",
	})
	void modelOfWrongShapesOrAnotherFormat(final String from, final String to, final String part) throws IOException {
		final Path broken = folder.resolve("broken");
		TestInputs.model(broken);
		final String text = Files.readString(broken.resolve("rdf.yaml"));
		assertTrue(text.contains(from), text);
		Files.writeString(broken.resolve("rdf.yaml"), text.replace(from, to));
		assertModelRefused(broken, broken.toString(), part);
	}

	@Test
	void modelThatIsNoPackage() throws IOException {
		assertModelRefused(image, image.toString(), "is not a model package");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"--tile_size | 0    | tile_size is \"0\", but must be a whole number from 1 on, or auto.",
		"--tile_size | -1   | tile_size is \"-1\"",
		"--tile_size | abc  | tile_size is \"abc\"",
		"--halo      | -1   | halo is \"-1\"",
		"--intensity | 9,1  | intensity is \"9,1\"",
		"--device    | tpu  | device is \"tpu\", but must be auto, cpu, gpu, or gpu:N",
		"--device    | gpu:9 | device is gpu:9, but TensorFlow found none that it can use.",
		"--threads   | 0    | threads is \"0\"",
		"--tilesize  | 64   | \"--tilesize\" is not an option of superres edsr. The options are --input, --consistency, " +
			"--deviation",
		"more        | less | \"more\" is not an option",
	})
	void wrongOption(final String option, final String value, final String message) throws IOException {
		assertRefused(List.of("edsr", "--input", image, "--output", folder.resolve("out.tif"), "--model", model, option, value), message);
	}

	@Test
	void mistypedOptionsAreNamedBeforeMissingOnes() throws IOException {
		assertRefused(List.of("edsr", "--imput", image), "\"--imput\" is not an option");
	}

	@Test
	void missingOptions() throws IOException {
		assertRefused(List.of("edsr", "--input", image), "'--output=FILE'", "superres edsr --help");
		assertRefused(List.of("psnr"), "'--reference=FILE', '--test=FILE'");
		assertRefused(List.of("edsr", "--input", "", "--output", "out.tif"), "--input", "empty");
		assertRefused(List.of("edsr", "--input"), "--input");
	}

	@Test
	void unknownSubcommand() throws IOException {
		assertRefused(List.of("esdr"), "\"esdr\" is not a command of superres. The commands are batch, benchmark, collect, edsr, engine, evaluate, import, models, " +
			"psnr, sample, srgan, train, upscale.");
		assertRefused(List.of("--input", image), "\"--input\" is not a command");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"--border   | abc         | '--border': 'abc' is not a whole number",
		"--border   | 1.5         | '1.5' is not a whole number",
		"--border   | 99999999999 | '99999999999' is too large",
		"--border   | -1          | border is -1, but must be at least 0.",
		"--border   | 15          | border is 15 pixels",
		"--channels | rgb         | channels is \"rgb\", but must be one of each, joint, y.",
		"--range    | 0           | range is '0'",
		"--error_map | yes        | '--error_map': 'yes' is neither true nor false",
		"--error_map | true       | --error_map is true, but there is no file for the error map. Add --output FILE.",
	})
	void wrongPsnrOption(final String option, final String value, final String message) throws IOException {
		assertRefused(List.of("psnr", "--reference", image, "--test", image, option, value), message);
	}

	@Test
	void errorMapThatCannotBeWritten() throws IOException {
		final Object[] psnr = { "psnr", "--reference", image, "--test", image, "--output" };
		final Path map = folder.resolve("map.tif");
		assertRefused(with(List.of(psnr), map), "--output was given, but psnr makes no such image. Add --error_map true.");
		assertRefused(Stream.concat(Stream.of(psnr), Stream.of(map, "--error_map", "false")).toList(), "makes no such image");
		for (final String name : List.of("map.png", "map.jpg"))
			assertRefused(Stream.concat(Stream.of(psnr), Stream.of(folder.resolve(name), "--error_map", "true")).toList(), name,
				"holds no 32-bit images. Use .tif.");
	}

	@Test
	void imagesThatCannotBeCompared() throws IOException {
		final Path other = TestInputs.save(TestInputs.image(8, 40, 31), folder.resolve("other.png"));
		assertRefused(List.of("psnr", "--reference", image, "--test", other), "40 x 30", "40 x 31");
		final Path colour = TestInputs.save(TestInputs.image(24, 40, 30), folder.resolve("colour.png"));
		assertRefused(List.of("psnr", "--reference", image, "--test", colour), "8-bit", "RGB");
		final Path stack = folder.resolve("stack.tif");
		assertTrue(new FileSaver(TestInputs.stack(20)).saveAsTiffStack(stack.toString()));
		assertRefused(List.of("psnr", "--reference", image, "--test", stack), "1 channel, 1 slice, 1 frame", "1 channel, 20 slices");
		final Path deep = TestInputs.save(TestInputs.image(16, 40, 30), folder.resolve("deep.tif"));
		assertRefused(List.of("psnr", "--reference", deep, "--test", deep), "range is auto", "Choose type (65535)");
	}

	@Test
	void outputOfUnknownFormat() throws IOException {
		assertOutputRefused(image, folder.resolve("out.xyz"), "out.xyz", "extension .xyz");
		assertOutputRefused(image, folder.resolve("out"), "no extension");
		final Path deep = TestInputs.save(TestInputs.image(32, 40, 30), folder.resolve("deep.tif"));
		assertOutputRefused(deep, folder.resolve("out.png"), "out.png", "32-bit");
	}

	@Test
	void outputFolderThatIsNotThere() throws IOException {
		assertOutputRefused(image, folder.resolve("none/out.tif"), "there is no folder " + folder.resolve("none"));
		assertRefused(List.of("import", "--input", weights, "--output", folder.resolve("none/model")), folder.resolve("none").toString());
		assertTrainingRefused(List.of("--input", images, "--output", folder.resolve("none/model")), folder.resolve("none").toString());
	}

	@Test
	void readOnlyDisk() throws IOException {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		try (Mount mount = Mount.readOnly(disk)) {
			assertOutputRefused(image, disk.resolve("out.tif"), disk.resolve("out.tif").toString(), "Read-only");
			assertRefused(List.of("import", "--input", weights, "--output", disk.resolve("model")), disk
				.toString(), "cannot be written");
			assertTrainingRefused(List.of("--input", images, "--output", disk.resolve("model")), disk.toString(), "cannot be written");
			assertTrainingRefused(List.of("--input", images, "--output", folder.resolve("model"), "--checkpoints", disk.resolve("training")),
				disk.resolve("training").toString(), "Read-only");
		}
	}

	@Test
	void fullDisk() throws IOException {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		final Path large = TestInputs.save(TestInputs.image(8, 300, 200), folder.resolve("large.tif"));
		try (Mount mount = Mount.disk(disk, 16)) {
			assertOutputRefused(large, disk.resolve("out.tif"), disk.resolve("out.tif").toString(), "No space left");
			assertRefused(List.of("import", "--input", weights, "--output", disk.resolve("model")), disk
				.resolve("model").toString(), "No space left");
			assertEquals(List.of(), TestInputs.names(disk));
			assertTrainingRefused(List.of("--input", images, "--output", folder.resolve("model"), "--checkpoints", disk), disk.toString(),
				"No space left");
			assertFalse(TestInputs.names(disk).stream().anyMatch(name -> name.startsWith(".")));
		}
	}

	@Test
	void trainingFolders() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		final List<Object> output = List.of("--output", folder.resolve("model"), "--input");
		assertTrainingRefused(with(output, empty), "at least 2 images");
		assertTrainingRefused(with(output, folder.resolve("none")), "There is no folder " + folder.resolve("none"));
		assertTrainingRefused(with(output, image), image + " is not a folder");
		final Path small = TestInputs.images(folder.resolve("small"), 3, 10);
		assertTrainingRefused(with(output, small), "image0.png is 10 x 10 pixels", "smaller patch");
		final Path broken = TestInputs.images(folder.resolve("broken"), 2, 40);
		final Path half = TestInputs.half(broken.resolve("image0.png"), broken.resolve("image2.png"));
		assertTrainingRefused(with(output, broken), half.toString(), "cut off");
		final Path flat = Files.createDirectory(folder.resolve("flat"));
		final ImagePlus nan = TestInputs.image(32, 40, 40);
		nan.getProcessor().setf(3, 3, Float.NaN);
		TestInputs.save(nan, flat.resolve("nan.tif"));
		TestInputs.save(new ImagePlus("flat", new ByteProcessor(40, 40)), flat.resolve("flat.tif"));
		assertTrainingRefused(with(output, flat), "flat.tif is flat", "nan.tif has NaN or infinite pixels");
		final Path noModel = folder.resolve("none");
		assertTrainingRefused(with(List.of("--output", folder.resolve("model"), "--input", images, "--start"), noModel), noModel.toString());
	}

	private static List<Object> with(final List<Object> options, final Object last) {
		return Stream.concat(options.stream(), Stream.of(last)).toList();
	}

	/** So wide and fast that the values overflow within a few steps. The empty folder for checkpoints stays. */
	@Test
	void lossThatIsNotANumber() throws IOException {
		superres().run("train", "--input", images, "--output", folder.resolve("model"), "--blocks", 8, "--filters", 64, "--learning_rate",
			0.1, "--steps", 20, "--validate_every", 20, "--batch", 1, "--patch", 8, "--precision", "float32").assertRefused(
				"loss is no longer a number", "smaller learning rate");
		assertEquals(List.of("model.training"), TestInputs.names(folder));
		assertEquals(List.of(), TestInputs.names(folder.resolve("model.training")));
	}

	@Test
	void whatIsThereIsNotReplaced() throws IOException {
		final Path thesis = Files.createDirectory(folder.resolve("thesis"));
		Files.writeString(thesis.resolve("thesis.txt"), "years of work");
		assertTrainingRefused(List.of("--input", images, "--output", thesis), thesis.toString(), "is not replaced");
		assertRefused(List.of("import", "--input", weights, "--output", thesis), thesis.toString(), "is not replaced");
		assertTrainingRefused(List.of("--input", images, "--output", model), "There is a model package " + model + " already");
		assertEquals("years of work", Files.readString(thesis.resolve("thesis.txt")));
	}

	@Test
	void weightsThatCannotBeImported() throws IOException {
		final Path output = folder.resolve("model");
		assertRefused(List.of("import", "--input", image, "--output", output), image + " is not a safetensors file");
		final Path half = TestInputs.half(weights, folder.resolve("half.safetensors"));
		assertRefused(List.of("import", "--input", half, "--output", output), half.toString());
		assertRefused(List.of("import", "--input", weights, "--output", output, "--residual_scaling", 5),
			"residual_scaling is 5.0, but must be from 0.001 to 1.");
	}

	@Test
	void modelsThatCannotBeAddedOrDeleted() throws IOException {
		final Path none = folder.resolve("none.zip");
		assertRefused(List.of("models", "--add", none), "There is no model package " + none);
		assertRefused(List.of("models", "--add", image), image + " is not a model package");
		assertRefused(List.of("models", "--add", images), "has no file rdf.yaml");
		final Path half = TestInputs.half(TestInputs.model(folder.resolve("whole.zip")).path(), folder.resolve("half.zip"));
		assertRefused(List.of("models", "--add", half), half.toString(), "is not a whole zip file");
		assertRefused(List.of("models", "--delete"), "Name one model.");
		assertRefused(List.of("models", "--delete", "--model", "all"), "Name one model.");
		assertRefused(List.of("models", "--delete", "--model", model), model + " does not lie in ");
		assertRefused(List.of("models", "--delete", "--model", "none"), "There is no model \"none\"");
		assertRefused(List.of("models", "--delete", "yes", "--model", "none"), "'--delete': 'yes' is neither true nor false");
	}

	@Test
	void debugShowsTheStackTrace() {
		for (final Object[] args : new Object[][] {
			{ "edsr", "--input", image, "--output", folder.resolve("out.tif"), "--tile_size", 0, "--debug" },
			{ "edsr", "--input", folder.resolve("none.tif"), "--output", folder.resolve("out.tif"), "--debug" } })
		{
			final List<String> lines = superres().run(args).errors();
			assertTrue(lines.get(0).endsWith("."), lines.get(0));
			assertTrue(lines.get(1).contains("Exception"), lines.get(1));
			assertTrue(lines.get(2).startsWith("\tat "), lines.get(2));
		}
	}
}
