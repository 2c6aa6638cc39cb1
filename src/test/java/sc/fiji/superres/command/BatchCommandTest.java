package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.PointRoi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.scijava.module.Module;

import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.network.Edsr;

class BatchCommandTest {

	@TempDir
	private Path temporary;

	private final Commands commands = new Commands();
	private Path input;
	private Path output;

	@BeforeEach
	void makeFolder() throws IOException {
		input = Files.createDirectory(temporary.resolve("in"));
		output = temporary.resolve("out");
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void closeContext() {
		commands.close();
	}

	@Test
	void eachResultIsThatOfTheCommandForOneImage() throws IOException {
		save(stack(1, 5, 16), "stack.tif");
		save(stack(2, 1, 8), "grey.png");
		save(stack(3, 1, 24), "tag 1/färbung rot.png");
		save(stack(4, 3, 32), "tag 1/float.tif");
		final BatchCommand batch = batch("model", "bicubic-x2");
		assertFalse(batch.partly());
		for (final String name : List.of("stack.tif", "grey.png", "tag 1/färbung rot.png", "tag 1/float.tif")) {
			final ImagePlus image = ImageFiles.open(input.resolve(name));
			final SuperResolutionCommand single = commands.succeed(UpscaleCommand.class, "input", image, "model", "bicubic-x2");
			final Path expected = temporary.resolve("expected.tif");
			ImageFiles.save((ImagePlus) single.getOutput("output"), expected);
			final ImagePlus wanted = ImageFiles.open(expected), made = ImageFiles.open(result(name.replaceFirst("png$", "tif")));
			assertPixels(wanted, made);
			assertEquals(wanted.getInfoProperty().replaceFirst("seconds: .*\n", ""), made.getInfoProperty(), "all but the seconds");
			assertTrue(wanted.getCalibration().equals(made.getCalibration()), name); // which are equal by value only
		}
		assertEquals(List.of("file,status,reason,seconds,psnr", "grey.png,done,,S,", "stack.tif,done,,S,", "tag 1/float.tif,done,,S,",
			"tag 1/färbung rot.png,done,,S,"), csv("superres-batch.csv"));
	}

	@Test
	void theTableIsInTheResultsWindow() throws IOException {
		save(stack(1, 1, 8), "a.tif");
		Files.writeString(input.resolve("broken.tif"), "no image");
		final BatchCommand batch = batch("model", "nearest-x2");
		assertTrue(batch.partly());
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(2, table.size());
		assertEquals("broken.tif", table.getStringValue("file", 1));
		assertEquals("failed", table.getStringValue("status", 1));
		assertTrue(table.getStringValue("reason", 1).contains("it holds text"), table.getStringValue("reason", 1));
		assertTrue(table.getValue("seconds", 0) > 0);
		assertTrue(batch.report().startsWith("1 done, 1 failed\nbroken.tif: "), batch.report());
		assertTrue(batch.report().endsWith("Table: " + output.resolve("superres-batch.csv")), batch.report());
	}

	@Test
	void aRunGoesOnWhereItWas() throws IOException {
		save(stack(1, 1, 8), "a.tif");
		batch("model", "nearest-x2");
		save(stack(2, 1, 8), "b.tif");
		batch("model", "nearest-x2");
		assertEquals(List.of("file,status,reason,seconds,psnr", "a.tif,skipped,,S,", "b.tif,done,,S,"), csv("superres-batch.csv"));
	}

	@Test
	void whereNothingWorksTheCommandFails() throws IOException {
		Files.writeString(input.resolve("broken.tif"), "no image");
		final SuperResolutionCommand command = commands.run(BatchCommand.class, "input", input.toFile(), "output", output.toFile(), "model",
			"nearest-x2");
		assertTrue(command.isCanceled());
		assertTrue(command.getCancelReason().startsWith("The image has no result: "), command.getCancelReason());
		assertEquals(2, csv("superres-batch.csv").size());
	}

	@Test
	void oneIntensityRangeForTheFolder() throws IOException {
		save(range(100, 1100), "a.tif");
		save(range(50, 800), "b.tif");
		save(stack(3, 1, 8), "eight.png"); // which is used as it is
		batch("model", "nearest-x2", "intensity", "folder");
		for (final String name : List.of("a.tif", "b.tif"))
			assertTrue(info(name).contains("intensity: 50,1100\n"), info(name));
		assertTrue(info("eight.tif").contains("intensity: 0,255\n"), info("eight.tif"));
		save(range(0, 5000), "late.tif");
		batch("model", "nearest-x2", "intensity", "folder");
		assertTrue(info("late.tif").contains("intensity: 50,1100\n"), "settled by the first run");
	}

	@Test
	void eachImageHasItsOwnIntensityRange() throws IOException {
		save(range(100, 1100), "a.tif");
		save(range(50, 800), "b.tif");
		batch("model", "nearest-x2");
		assertTrue(info("a.tif").contains("intensity: 100,1100\n"), info("a.tif"));
		assertTrue(info("b.tif").contains("intensity: 50,800\n"), info("b.tif"));
	}

	@Test
	void resultsAreMeasuredAgainstTheTruth() throws IOException {
		final Path truth = Files.createDirectory(temporary.resolve("truth"));
		save(stack(1, 1, 8), "a.png");
		save(stack(2, 1, 8), "b.png");
		final ImageProcessor large = ImageFiles.open(input.resolve("a.png")).getProcessor();
		large.setInterpolationMethod(ImageProcessor.NONE);
		final ImageProcessor doubled = large.resize(2 * large.getWidth(), 2 * large.getHeight());
		doubled.set(20, 20, doubled.get(20, 20) ^ 16);
		final ImageProcessor odd = new ByteProcessor(doubled.getWidth() + 1, doubled.getHeight()); // whose last column was cut away
		odd.insert(doubled, 0, 0);
		ImageFiles.save(new ImagePlus("a", odd), truth.resolve("a.tif"));
		final BatchCommand batch = batch("model", "nearest-x2", "reference", truth.toFile());
		final double pixels = (doubled.getWidth() - 4) * (doubled.getHeight() - 4);
		final double psnr = 10 * Math.log10(255 * 255 * pixels / (16 * 16));
		assertEquals(psnr, ResultsTable.getResultsTable().getValue("PSNR", 0), 1e-9);
		assertTrue(ResultsTable.getResultsTable().getStringValue("reason", 1).startsWith("no PSNR: there is no image named b in "));
		assertTrue(batch.report().contains("luma of RGB, border as the scale"), batch.report());
	}

	/** Whose range is that of the truth. */
	@ParameterizedTest
	@ValueSource(ints = { 16, 32 })
	void deepResultsAreMeasuredToo(final int bitDepth) throws IOException {
		final Path truth = Files.createDirectory(temporary.resolve("truth"));
		final ImagePlus image = stack(1, 2, bitDepth);
		save(image, "a.tif");
		final ImageStack doubled = new ImageStack(60, 48);
		double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;
		for (int z = 1; z <= 2; z++) {
			final ImageProcessor plane = image.getStack().getProcessor(z).createProcessor(60, 48);
			for (int i = 0; i < plane.getPixelCount(); i++) {
				final float value = image.getStack().getProcessor(z).getf(i % 60 / 2, i / 60 / 2);
				final float changed = i == 60 * 20 + 20 ? value + 0.5f * (bitDepth == 16 ? 100 : 1) * z : value;
				plane.setf(i, changed);
				low = Math.min(low, changed);
				high = Math.max(high, changed);
			}
			doubled.addSlice(plane);
		}
		ImageFiles.save(new ImagePlus("a", doubled), truth.resolve("a.tif"));
		batch("model", "nearest-x2", "reference", truth.toFile());
		final double peak = high - low;
		final double first = 0.25 * (bitDepth == 16 ? 10000 : 1), pixels = 56 * 44;
		final double mean = (10 * Math.log10(peak * peak * pixels / first) + 10 * Math.log10(peak * peak * pixels / (4 * first))) / 2;
		assertEquals(mean, ResultsTable.getResultsTable().getValue("PSNR", 0), 1e-3);
	}

	@Test
	void selectionsInFilesDoNotCount() throws IOException {
		final ImagePlus image = stack(1, 2, 8);
		image.setRoi(3, 4, 10, 8);
		save(image, "rectangle.tif");
		image.setRoi(new PointRoi(5, 5));
		save(image, "point.tif");
		batch("model", "nearest-x2");
		for (final String name : List.of("rectangle.tif", "point.tif"))
			assertEquals(60, ImageFiles.open(result(name)).getWidth());
	}

	@Test
	void aListIsOnlyAList() throws IOException {
		save(stack(1, 5, 16), "stack.tif");
		Files.writeString(input.resolve("broken.tif"), "no image");
		final BatchCommand batch = batch("model", "nearest-x3", "list_only", true);
		final List<String> lines = batch.report().lines().toList();
		assertEquals("| file | status | result | size | MB | seconds |", lines.get(0));
		assertTrue(lines.get(2).startsWith("| broken.tif | failed: "), lines.get(2));
		assertTrue(lines.get(3).startsWith("| stack.tif | to do | stack.tif | 90 x 72 x 5 | 0.1 | "), lines.get(3));
		assertTrue(lines.get(5).startsWith("2 images: 1 to do, 1 cannot be done; 0.1 MB of results, in about "), lines.get(5));
		assertFalse(Files.exists(output));
		assertEquals("90 x 72 x 5", ResultsTable.getResultsTable().getStringValue("size", 1));
	}

	@Test
	void aRowOfTheListIsALine() throws IOException {
		save(stack(1, 1, 8), "two\nlines | and a bar.png");
		assertEquals(5, batch("model", "nearest-x2", "list_only", true).report().lines().count());
	}

	@Test
	void aDialogDoesNotSearchAWholeDisk() throws IOException {
		save(stack(1, 1, 8), "image.tif");
		assertEquals("1 image by Nearest neighbour x2, to " + output + ".", description());
		for (int i = 0; i < 20_000; i++)
			Files.createFile(input.resolve("file" + i));
		assertEquals(input + " holds more than 20000 files and folders, which are listed when the batch begins.", description());
	}

	private String description() throws IOException {
		final Module module = commands.module(BatchCommand.class, folders("model", "nearest-x2"));
		return ((BatchCommand) module.getDelegateObject()).describe();
	}

	@Test
	void theTenThousandFilesOfAFolder() throws IOException {
		final byte[] image = Files.readAllBytes(save(stack(1, 1, 8), "image.tif"));
		for (int i = 0; i < 10_000; i++)
			Files.write(input.resolve("image" + i + ".tif"), image);
		final BatchCommand batch = batch("model", "nearest-x2", "list_only", true, "shard", "1/20");
		assertTrue(batch.report().contains("\n501 images: 501 to do; "), batch.report().substring(batch.report().length() - 200));
	}

	@ParameterizedTest
	@CsvSource({ "png,{name}-{model},a-nearest-x2.png", "jpg,{name},a.jpg", "tif,{file} {scale},a.png x2.tif" })
	void formatsAndNames(final String format, final String naming, final String name) throws IOException {
		save(stack(1, 1, 8), "a.png");
		batch("model", "nearest-x2", "format", format, "naming", naming);
		assertEquals(60, ImageFiles.open(result(name)).getWidth());
	}

	@Test
	void whatAFormatCannotHoldFailsBeforeTheWork() throws IOException {
		save(stack(1, 3, 8), "stack.tif");
		save(stack(2, 1, 8), "plane.tif");
		final String reason = result("stack.png") + " cannot be written: PNG holds single planes, but the image has 3. Use .tif.";
		assertTrue(batch("model", "nearest-x2", "format", "png", "list_only", true).report().contains("| stack.tif | failed: " + reason));
		batch("model", "nearest-x2", "format", "png");
		assertTrue(csv("superres-batch.csv").get(2).contains(reason), csv("superres-batch.csv").get(2));
	}

	/** 300 planes of a million pixels, all holes. */
	@Test
	void whatTiffCannotHoldIsRefusedBeforeTheWork() throws IOException {
		final String description = "ImageJ=1.54p\nimages=300\nslices=300\n";
		final Path file = input.resolve("long.tif");
		final ByteBuffer head = ByteBuffer.allocate(200).putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 7);
		for (final int[] field : new int[][] { { 256, 1000 }, { 257, 1000 }, { 258, 8 << 16 }, { 262, 1 << 16 }, { 270, 110 }, { 273, 200 }, {
			279, 1_000_000 } })
			head.putShort((short) field[0]).putShort((short) (field[0] == 258 || field[0] == 262 ? 3 : field[0] == 270 ? 2 : 4)).putInt(
				field[0] == 270 ? description.length() + 1 : 1).putInt(field[1]);
		head.putInt(0).position(110).put(description.getBytes(StandardCharsets.US_ASCII));
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.write(head.array());
			out.setLength(200 + 300L * 1_000_000);
		}
		final String list = batch("model", "nearest-x4", "list_only", true).report();
		assertTrue(list.contains("has 4800 MB, but TIFF holds at most 4278. Write fewer channels, slices or frames to a file"), list);
		assertFalse(commands.run(BatchCommand.class, folders("model", "nearest-x4")).failure() == null);
		assertTrue(csv("superres-batch.csv").get(1).contains("has 4800 MB"), csv("superres-batch.csv").get(1));
	}

	@Test
	void somePlanesOfEach() throws IOException {
		save(stack(1, 5, 8), "long.tif");
		save(stack(2, 2, 8), "short.tif");
		batch("model", "nearest-x2", "slices", "2-3");
		assertEquals(2, ImageFiles.open(result("long.tif")).getStackSize());
		assertTrue(csv("superres-batch.csv").get(2).contains("short.tif,failed,\"slices is"), csv("superres-batch.csv").get(2));
	}

	@Test
	void aPatternAndSubfolders() throws IOException {
		save(stack(1, 1, 8), "a.tif");
		save(stack(2, 1, 8), "b.png");
		save(stack(3, 1, 8), "sub/c.tif");
		batch("model", "nearest-x2", "pattern", "*.tif", "recursive", false);
		assertEquals(List.of("a.tif"), results());
	}

	@Test
	void shardsAreJoined() throws IOException {
		for (int i = 0; i < 5; i++)
			save(stack(i, 1, 8), "image " + i + ".png");
		batch("model", "nearest-x2", "shard", "2/2");
		final CollectCommand half = (CollectCommand) commands.succeed(CollectCommand.class, "output", output.toFile());
		assertTrue(half.partly());
		assertTrue(half.report().startsWith("2 done, 3 missing\nimage 0.png: it has not been tried yet"), half.report());
		batch("model", "nearest-x2", "shard", "1/2");
		final CollectCommand whole = (CollectCommand) commands.succeed(CollectCommand.class, "output", output.toFile());
		assertFalse(whole.partly());
		assertEquals("5 done", whole.report().lines().findFirst().orElseThrow());
		assertEquals(6, csv("superres-batch.csv").size());
		assertEquals(4, csv("superres-batch-1-of-2.csv").size());
	}

	@Test
	void aModelForAllImages() throws IOException {
		save(stack(1, 1, 24), "a.png");
		save(stack(2, 2, 16), "b.tif");
		final Path model = temporary.resolve("my model");
		final String hash = TestInputs.model(model).hash();
		batch("model", model.toString(), "naming", "{name}-{model}");
		assertEquals(2, csv("superres-batch.csv").stream().filter(line -> line.contains(",done,")).count());
		assertTrue(info("a-my model.tif").contains("model: my model (" + model + ")\nweights: " + hash + "\n"), info("a-my model.tif"));
		TestInputs.model(model, new Edsr(2, 1, 5, 1).network());
		assertRefused("were made with weights=" + hash + ", not ", "model", model.toString(), "naming", "{name}-{model}");
	}

	@Test
	void otherSettingsNeedAnotherFolder() throws IOException {
		save(stack(1, 1, 8), "a.png");
		batch("model", "nearest-x2");
		assertRefused("were made with model=nearest-x2, not bicubic-x2", "model", "bicubic-x2");
		assertRefused("were made with intensity=auto, not folder", "model", "nearest-x2", "intensity", "folder");
	}

	@Test
	void foldersThatCannotBeUsed() throws IOException {
		save(stack(1, 1, 8), "a.png");
		final Path inside = Files.createDirectory(input.resolve("results"));
		assertRefusedFolders(input, input, "which is the folder of the images. Name a folder beside it.");
		assertRefusedFolders(input, inside, "which is inside the folder of the images");
		assertRefusedFolders(input, inside.resolve("not/there/yet"), "which is inside the folder of the images");
		final Path link = Files.createSymbolicLink(temporary.resolve("link"), input);
		assertRefusedFolders(input, link.resolve("x"), "which is inside the folder of the images");
		assertRefusedFolders(temporary.resolve("nowhere"), output, "there is no such folder. Name one with images.");
		assertRefusedFolders(input, Files.writeString(temporary.resolve("file"), ""), "which is a file. Name a folder.");
		assertRefusedFolders(Files.createDirectory(temporary.resolve("empty")), output, "no image");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/0", "5/3", "x" })
	void shardsThatThereAreNot(final String shard) throws IOException {
		save(stack(1, 1, 8), "a.png");
		assertRefused("shard is \"" + shard + "\", but must be I/N", "shard", shard);
	}

	@ParameterizedTest
	@CsvSource({ "pattern,*.czi", "naming,result", "format,bmp", "intensity,much", "no_data,x", "tile_size,0", "halo,-1", "threads,0", "device,tpu",
		"model,nothing-x2" })
	void inputsThatAreRefusedBeforeTheWork(final String key, final String value) throws IOException {
		save(stack(1, 1, 8), "a.png");
		if (key.equals("model")) assertRefused(value, key, value);
		else assertRefused(value, key, value, "model", "nearest-x2");
		assertFalse(Files.exists(output));
	}

	@Test
	void theKindOfDeviceIsSettled() throws IOException {
		final String model = tinyModel();
		batch("model", model);
		assertTrue(job().contains("\n  device: CPU\n"), job());
		batch("model", model, "device", "cpu");
		settle("device: CPU", "device: GPU");
		assertRefused("The results in " + output + " were made with device=GPU, not CPU.", "model", model, "device", "cpu");
		assertRefused("The results in " + output + " are made on a GPU, from which those of a CPU would differ in their last digits, but " +
			"TensorFlow finds none here.", "model", model);
		assertRefused("were made with device=GPU, not CPU.", "model", model, "device", "cpu", "list_only", true);
	}

	@Test
	void whereItIsNotWrittenDownItWasTheCpu() throws IOException {
		final String model = tinyModel();
		batch("model", model);
		settle("  device: CPU\n", "");
		batch("model", model);
		batch("model", model, "device", "cpu");
	}

	@Test
	void aGpuThatIsMissingIsRefused() throws IOException {
		assertRefused("device is gpu:1, but TensorFlow found none that it can use.", "model", tinyModel(), "device", "gpu:1");
		assertFalse(Files.exists(output.resolve(".superres-batch/job.yaml")));
	}

	@Test
	void baselinesNeedNoDevice() throws IOException {
		save(stack(1, 1, 8), "a.png");
		batch("model", "nearest-x2", "device", "gpu");
		assertTrue(job().contains("\n  device: CPU\n"), job());
	}

	private String tinyModel() throws IOException {
		save(stack(1, 1, 8), "a.png");
		final Path model = temporary.resolve("tiny");
		TestInputs.model(model);
		return model.toString();
	}

	private String job() throws IOException {
		return Files.readString(output.resolve(".superres-batch/job.yaml"));
	}

	private void settle(final String before, final String after) throws IOException {
		assertTrue(job().contains(before), job());
		Files.writeString(output.resolve(".superres-batch/job.yaml"), job().replace(before, after));
	}

	@Test
	void twoResultsOfOneName() throws IOException {
		save(stack(1, 1, 8), "a.png");
		save(stack(2, 1, 8), "a.tif");
		assertRefused("The results of a.png and a.tif would both be a.tif.", "model", "nearest-x2");
	}

	@Test
	void collectingWhereThereIsNoBatch() {
		assertTrue(commands.refused(CollectCommand.class, "output", temporary.toFile()).getCancelReason().contains(
			"there are no results of a batch"));
	}

	@ParameterizedTest
	@CsvSource({ "scale: '2',scale: x,its scale is x", "input: ,in_put: ,does not say its input", "halo: auto,x: y,does not say its halo" })
	void collectingWithAChangedRecord(final String before, final String after, final String part) throws IOException {
		save(stack(1, 1, 8), "a.png");
		batch("model", "nearest-x2");
		final Path job = output.resolve(".superres-batch/job.yaml");
		Files.writeString(job, Files.readString(job).replace(before, after));
		final String reason = commands.refused(CollectCommand.class, "output", output.toFile()).getCancelReason();
		assertTrue(reason.contains(part), reason);
	}

	private BatchCommand batch(final Object... inputs) {
		return (BatchCommand) commands.succeed(BatchCommand.class, folders(inputs));
	}

	private Object[] folders(final Object... inputs) {
		final List<Object> all = new ArrayList<>(List.of("input", input.toFile(), "output", output.toFile()));
		all.addAll(Arrays.asList(inputs));
		return all.toArray();
	}

	private void assertRefused(final String part, final Object... inputs) {
		final String reason = commands.refused(BatchCommand.class, folders(inputs)).getCancelReason();
		assertTrue(reason.contains(part), reason);
	}

	private void assertRefusedFolders(final Path from, final Path to, final String part) {
		final String reason = commands.refused(BatchCommand.class, "input", from.toFile(), "output", to.toFile(), "model", "nearest-x2")
			.getCancelReason();
		assertTrue(reason.contains(part), reason);
	}

	private Path result(final String name) {
		return output.resolve(name);
	}

	private String info(final String name) throws IOException {
		return ImageFiles.open(result(name)).getInfoProperty();
	}

	/** The table, with S for seconds. */
	private List<String> csv(final String name) throws IOException {
		return Files.readAllLines(result(name)).stream().map(line -> line.replaceFirst(",\\d+\\.\\d{3},", ",S,")).toList();
	}

	private List<String> results() throws IOException {
		try (Stream<Path> files = Files.walk(output)) {
			return files.map(file -> output.relativize(file).toString()).filter(name -> name.endsWith(".tif")).sorted().toList();
		}
	}

	private Path save(final ImagePlus image, final String name) throws IOException {
		final Path file = input.resolve(name);
		Files.createDirectories(file.getParent());
		ImageFiles.save(image, file);
		return file;
	}

	/** 16-bit, with these extremes. */
	private static ImagePlus range(final int low, final int high) {
		final ImagePlus image = stack(low, 1, 16);
		for (int i = 0; i < image.getProcessor().getPixelCount(); i++)
			image.getProcessor().set(i, low + i % (high - low + 1));
		image.getProcessor().set(1, high);
		return image;
	}

	/** 30 x 24 random pixels. */
	private static ImagePlus stack(final int seed, final int slices, final int bitDepth) {
		final Random random = new Random(seed);
		final ImageStack stack = new ImageStack(30, 24);
		for (int i = 0; i < slices; i++) {
			final ImageProcessor plane = switch (bitDepth) {
				case 8 -> new ByteProcessor(30, 24);
				case 16 -> new ShortProcessor(30, 24);
				case 32 -> new FloatProcessor(30, 24);
				default -> new ColorProcessor(30, 24);
			};
			for (int p = 0; p < plane.getPixelCount(); p++)
				if (bitDepth == 32) plane.setf(p, random.nextFloat());
				else plane.set(p, random.nextInt(bitDepth == 24 ? 1 << 24 : 1 << Math.min(12, bitDepth)));
			stack.addSlice(plane);
		}
		return new ImagePlus("random", stack);
	}

	private static void assertPixels(final ImagePlus expected, final ImagePlus image) {
		assertArrayEquals(expected.getDimensions(), image.getDimensions());
		for (int i = 1; i <= expected.getStackSize(); i++) {
			final ImageProcessor wanted = expected.getStack().getProcessor(i), found = image.getStack().getProcessor(i);
			for (int p = 0; p < wanted.getPixelCount(); p++)
				assertEquals(wanted.getf(p), found.getf(p));
		}
	}
}
