package sc.fiji.superres.ui;

import static sc.fiji.superres.ui.ImageJUser.check;
import static sc.fiji.superres.ui.ImageJUser.dialogs;
import static sc.fiji.superres.ui.ImageJUser.field;
import static sc.fiji.superres.ui.ImageJUser.message;
import static sc.fiji.superres.ui.ImageJUser.recorded;
import static sc.fiji.superres.ui.ImageJUser.text;
import static sc.fiji.superres.ui.ImageJUser.waitFor;
import static sc.fiji.superres.ui.ImageJUser.waitForValue;

import java.awt.Choice;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/** The project's own example in plain ImageJ: its macros, and the way from the sample to a measured hyperstack. */
public final class ImageJTour {

	private static final long COMPUTING_MILLIS = 180_000;
	private static final String SAMPLE = "Super-Resolution Sample";
	private static final String TRUTH = "Super-Resolution Sample (truth)";

	private final ImageJUser user;

	private ImageJTour(final ImageJUser user) {
		this.user = user;
	}

	/** Arguments: the ImageJ folder, the folder for screenshots, the scenario, and what that needs. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			final ImageJTour tour = new ImageJTour(user);
			switch (args[2]) {
				case "hyperstack" -> tour.hyperstack();
				case "measurement" -> tour.measurement();
				case "trust" -> tour.trust();
				case "invented" -> tour.invented();
				case "evaluation" -> tour.evaluation(new File(args[1]));
				case "batch" -> tour.batch(new File(args[1]));
				case "training" -> tour.training();
				case "waiting" -> tour.waiting();
				case "escape" -> tour.escape();
				case "closing" -> tour.closing();
				case "macros" -> tour.macros(new File(args[0], "macros/super-resolution"));
				case "example" -> tour.example(new File(args[0], "macros/super-resolution/train-and-use.ijm"));
				default -> throw new IllegalArgumentException(args[2]);
			}
		});
	}

	/** Three channels, four slices and five frames, from the dialog to the result and its replay. */
	private void hyperstack() throws IOException {
		final ImagePlus cells = movingCells();
		cells.show();
		cells.setPosition(2, 3, 4);
		new Recorder();
		user.choose("EDSR Super-Resolution...");
		final Dialog dialog = user.dialog("EDSR Super-Resolution");
		check(message(dialog).startsWith("Result: 60 planes of 240 x 192 pixels, 8-bit (2.76 MB), in 60 windows of 120 x 96 " +
			"pixels, on the CPU."), message(dialog));
		user.write(field(dialog, "frames"), "6");
		waitFor("the complaint", () -> message(dialog).startsWith("frames is \"6\", but the image has frames 1 to 5"));
		user.write(field(dialog, "frames"), "2-5");
		waitFor("the new message", () -> message(dialog).startsWith("Result: 48 planes"));
		check(message(dialog).contains(" auto is edsr-microscopy-x2."), message(dialog));
		user.screenshot("hyperstack-dialog", dialog);
		user.close(dialog, "OK");
		final String title = "moving cells (EDSR x2)";
		final ImagePlus result = waitForValue(title, COMPUTING_MILLIS, () -> WindowManager.getImage(title));
		check(Arrays.equals(result.getDimensions(), new int[] { 240, 192, 3, 4, 4 }), Arrays.toString(result.getDimensions()));
		check(result.isComposite() && result.isHyperStack(), "the result is a composite hyperstack");
		check(cells.getC() == 2 && cells.getZ() == 3 && cells.getT() == 4 && !cells.isLocked(), "the input is as it was");
		shown(result.getWindow(), "hyperstack-result");
		final String line = recorded("run(\"EDSR");
		check(line.contains("model=edsr-microscopy-x2 channels=all slices=all frames=2-5"), line);
		final Object[] pixels = result.getStack().getImageArray().clone();
		result.changes = false;
		result.close();
		waitFor("the end of the result", () -> WindowManager.getImage(title) == null);
		check(IJ.runMacro(line) == null, "the line runs");
		final ImagePlus again = WindowManager.getImage(title);
		for (int i = 0; i < again.getStackSize(); i++)
			check(Arrays.equals((byte[]) pixels[i], (byte[]) again.getStack().getPixels(i + 1)), "plane " + (i + 1) + " is the same");
		check(dialogs().isEmpty(), "there was no dialog");
	}

	private static ImagePlus movingCells() {
		return MovingCells.of(SAMPLE, new Rectangle(60, 90, 120, 96));
	}

	private void measurement() throws IOException {
		IJ.run(SAMPLE);
		check(WindowManager.getCurrentImage().getTitle().equals(SAMPLE), "the sample is the current image");
		user.choose("EDSR Super-Resolution...");
		final Dialog edsr = user.dialog("EDSR Super-Resolution");
		user.select(field(edsr, "model"), "edsr-x2");
		user.close(edsr, "OK");
		final ImagePlus result = waitForValue("the result", COMPUTING_MILLIS, () -> WindowManager.getImage(SAMPLE + " (EDSR x2)"));
		shown(result.getWindow(), "sample-result");
		new Recorder();
		user.choose("Measure PSNR...");
		final Dialog dialog = user.dialog("Measure PSNR");
		EventQueue.invokeLater(() -> {
			((Choice) field(dialog, "reference")).select(TRUTH);
			((Choice) field(dialog, "test")).select(result.getTitle());
		});
		user.write(field(dialog, "border"), "2");
		waitFor("the message", () -> message(dialog).startsWith("Compares 3 planes of 480 x 480 pixels, 8-bit"));
		user.screenshot("psnr-dialog", dialog);
		user.close(dialog, "OK");
		final Window table = waitForValue("the table", () -> WindowManager.getWindow("Results"));
		waitFor("all rows", () -> ResultsTable.getResultsTable().size() == 4);
		table.setSize(900, 200);
		shown(table, "psnr-table");
		final double mean = ResultsTable.getResultsTable().getValue("PSNR", 3);
		check(mean > 35, "EDSR is at " + mean + " dB");
		final String line = recorded("run(\"Measure");
		check(line.equals("run(\"Measure PSNR...\", \"reference=[" + TRUTH + "] test=[" + result.getTitle() +
			"] range=auto border=2 channels=joint error_map=false\");"), line);
		check(IJ.runMacro(line) == null, "the line runs");
		check(ResultsTable.getResultsTable().getValue("PSNR", 7) == mean, "the number is the same");
	}

	/** A baseline's ensemble with both maps, and its replay. */
	private void trust() throws IOException {
		final ImagePlus cells = movingCells();
		cells.show();
		new Recorder();
		user.choose("Upscale with Super-Resolution Model...");
		final Dialog dialog = user.dialog("Upscale with Super-Resolution Model");
		user.select(field(dialog, "model"), "bicubic-x2");
		waitFor("the message", () -> message(dialog).contains("No network: a baseline to compare with."));
		user.click(field(dialog, "deviation_map"));
		waitFor("the complaint", () -> message(dialog).startsWith("deviation_map is true, but there is no deviation"));
		user.click(field(dialog, "ensemble"));
		user.click(field(dialog, "consistency_map"));
		waitFor("the new message", () -> message(dialog).contains(", 8 times each, on the CPU."));
		user.screenshot("upscale-dialog", dialog);
		user.close(dialog, "OK");
		final String title = "moving cells (Bicubic x2)";
		final ImagePlus result = waitForValue(title, COMPUTING_MILLIS, () -> WindowManager.getImage(title));
		waitFor("the current image", () -> WindowManager.getCurrentImage() == result);
		final String line = recorded("run(\"Upscale");
		check(line.contains("model=bicubic-x2 ") && line.contains(" ensemble=true consistency_map=true deviation_map=true "), line);
		final List<Object[]> pixels = new ArrayList<>();
		for (final String map : List.of(title + " (consistency)", title + " (deviation)", title)) {
			final ImagePlus image = WindowManager.getImage(map);
			check(image.getNChannels() == 3 && image.getNSlices() == 4 && image.getNFrames() == 5, map + " is a hyperstack");
			shown(image.getWindow(), "upscale-" + map.replaceAll(".*\\((\\w+).*", "$1").toLowerCase(Locale.ROOT));
			pixels.add(image.getStack().getImageArray().clone());
			image.changes = false;
			image.close();
		}
		waitFor("the end of the images", () -> WindowManager.getImageCount() == 1);
		check(IJ.runMacro(line) == null, "the line runs");
		for (final String map : List.of(title + " (consistency)", title + " (deviation)", title))
			check(Arrays.deepEquals(pixels.remove(0), WindowManager.getImage(map).getStack().getImageArray()), map + " is the same");
		check(dialogs().isEmpty(), "there was no dialog");
	}

	/** The dialog says of a generative model what its texture is worth. */
	private void invented() throws IOException {
		movingCells().show();
		user.choose("SRGAN Super-Resolution...");
		final Dialog dialog = user.dialog("SRGAN Super-Resolution");
		check(((Choice) field(dialog, "model")).getItem(1).equals("srgan-x4"), "models come first");
		check(message(dialog).contains("The texture is invented"), message(dialog));
		user.screenshot("srgan-dialog", dialog);
		user.close(dialog, "Cancel");
	}

	private void evaluation(final File folder) throws IOException {
		IJ.run(SAMPLE);
		final File images = new File(folder, "truth of cells");
		check(images.isDirectory() || images.mkdirs(), "the folder is made");
		IJ.saveAsTiff(WindowManager.getImage(TRUTH), new File(images, "cells.tif").getPath());
		IJ.run("Close All");
		new Recorder();
		user.choose("Evaluate Super-Resolution Model...");
		final Dialog dialog = user.dialog("Evaluate Super-Resolution Model");
		check(message(dialog).startsWith("The input \"hr\" is missing."), message(dialog));
		user.write(field(dialog, "hr"), images.getPath());
		user.write(field(dialog, "models"), "bicubic-x2,edsr-x2");
		waitFor("the message", () -> message(dialog).startsWith("Compares bicubic-x2 (Bicubic (MATLAB)), edsr-x2 (EDSR) on " +
			"truth of cells"));
		user.screenshot("evaluate-dialog", dialog);
		user.close(dialog, "OK");
		final Window table = waitForValue("the table", COMPUTING_MILLIS, () -> WindowManager.getWindow("Results"));
		waitFor("all rows", () -> ResultsTable.getResultsTable().size() == 8);
		table.setSize(760, 260);
		shown(table, "evaluate-table");
		final ResultsTable results = ResultsTable.getResultsTable();
		check(results.getValue("psnr", 7) > 1 + results.getValue("psnr", 3), "EDSR is better than bicubic");
		final String line = recorded("run(\"Evaluate");
		check(IJ.runMacro(line) == null, "the line runs: " + line);
		check(results.size() == 16 && results.getValue("psnr", 15) == results.getValue("psnr", 7), "the number is the same");
		check(dialogs().isEmpty(), "there was no dialog");
	}

	/** A folder of stacks of which one is broken, from the dialog to the table; the recorded line goes on, and finds all done. */
	private void batch(final File folder) throws IOException {
		final File images = new File(folder, "time series");
		check(images.isDirectory() || images.mkdirs(), "the folder is made");
		for (int time = 1; time <= 3; time++) {
			movingCells().show();
			IJ.saveAsTiff(IJ.getImage(), new File(images, "cells " + time + ".tif").getPath());
			IJ.run("Close All");
		}
		Files.writeString(new File(images, "notes.tif").toPath(), "no image");
		final File results = Files.createTempDirectory(folder.toPath(), "results").toFile();
		new Recorder();
		user.choose("Batch Super-Resolution...");
		final Dialog dialog = user.dialog("Batch Super-Resolution");
		check(message(dialog).startsWith("The input \"input\" is missing."), message(dialog));
		user.write(field(dialog, "input"), images.getPath());
		user.write(field(dialog, "output"), images.getPath());
		waitFor("the complaint", () -> message(dialog).contains("which is the folder of the images. Name a folder beside it."));
		user.write(field(dialog, "output"), results.getPath());
		waitFor("the message", () -> message(dialog).startsWith("4 images by EDSR x2, on the CPU, to " + results.getPath()));
		user.select(field(dialog, "model"), "lanczos-x2");
		waitFor("the message of the other model", () -> message(dialog).startsWith("4 images by Lanczos"));
		check(dialog.getHeight() <= 720, "the dialog is " + dialog.getHeight() + " pixels high");
		user.screenshot("batch-dialog", dialog);
		user.close(dialog, "OK");
		final Window table = waitForValue("the table", COMPUTING_MILLIS, () -> WindowManager.getWindow("Results"));
		waitFor("all rows", () -> ResultsTable.getResultsTable().size() == 4);
		table.setSize(760, 180);
		shown(table, "batch-table");
		final ResultsTable rows = ResultsTable.getResultsTable();
		check(rows.getStringValue("status", 0).equals("done") && rows.getStringValue("status", 3).equals("failed"), "the statuses");
		check(rows.getStringValue("reason", 3).contains("it holds text"), rows.getStringValue("reason", 3));
		final ImagePlus result = IJ.openImage(new File(results, "cells 2.tif").getPath());
		check(Arrays.equals(result.getDimensions(), new int[] { 240, 192, 3, 4, 5 }), Arrays.toString(result.getDimensions()));
		check(result.isComposite() && WindowManager.getImageCount() == 0, "results are files, not windows");
		final String line = recorded("run(\"Batch");
		check(line.contains("model=lanczos-x2 pattern=* recursive=true"), line);
		check(IJ.runMacro(line) == null, "the line runs: " + line);
		check(rows.size() == 8 && rows.getStringValue("status", 4).equals("skipped"), "what is done is skipped");
		check(dialogs().isEmpty(), "there was no dialog");
	}

	/** Of all its inputs, the dialog shows those that fit on a screen. */
	private void training() throws IOException {
		user.choose("Train Super-Resolution Model...");
		final Dialog dialog = user.dialog("Train Super-Resolution Model");
		check(dialog.getHeight() <= 720, "the dialog is " + dialog.getHeight() + " pixels high");
		user.screenshot("train-dialog", dialog);
		user.close(dialog, "Cancel");
	}

	/** While a macro waits, the dialog of a user is what it always is. */
	private void waiting() {
		IJ.createImage("cells", "8-bit ramp", 40, 30, 1).show();
		final CompletableFuture<String> macro = CompletableFuture.supplyAsync(() -> IJ.runMacro("waitForUser('Wait'); return " +
			"'on';"));
		final Dialog wait = user.dialog("Action Required");
		user.choose("EDSR Super-Resolution...");
		final Dialog dialog = user.dialog("EDSR Super-Resolution");
		check(message(dialog).startsWith("Result: 80 x 60 pixels"), message(dialog));
		check(((Choice) field(dialog, "model")).getItemCount() >= 20, "the model and the baselines are offered");
		check(!field(dialog, "channels").isEnabled(), "what does not apply is grey");
		user.close(dialog, "Cancel");
		user.close(wait, "OK");
		check("on".equals(macro.completeOnTimeout("hangs", 60, TimeUnit.SECONDS).join()), "the macro goes on");
		check(WindowManager.getImageCount() == 1, "there is no result");
	}

	/** Escape ends a run within a window and leaves nothing. */
	private void escape() {
		new Recorder();
		final ImagePlus image = longRun();
		user.press(image.getCanvas(), KeyEvent.VK_ESCAPE);
		waitFor("the end of the run", () -> !image.isLocked());
		waitFor("an empty status bar", () -> ImageJ.getStatusBarText().isBlank());
		check(dialogs().isEmpty() && WindowManager.getImageCount() == 1, "nothing is left");
		check(!Recorder.getInstance().getText().contains("EDSR"), "nothing is recorded");
	}

	private void closing() {
		final ImagePlus image = longRun();
		EventQueue.invokeLater(image::close);
		final Dialog error = user.dialog("Super-Resolution");
		check(text(error).equals("The image 'large' was closed while it was in use. Open it again."), text(error));
		user.close(error, "OK");
		check(WindowManager.getImageCount() == 0 && !image.isLocked() && !image.isProcessor(), "nothing is left");
	}

	/** Starts a run that would take minutes, and waits until it works. */
	private ImagePlus longRun() {
		final ImagePlus image = IJ.createImage("large", "8-bit ramp", 500, 400, 1);
		image.show();
		waitFor("the image", () -> image.getWindow() != null && image.getWindow().isShowing());
		user.choose("EDSR Super-Resolution...");
		final Dialog dialog = user.dialog("EDSR Super-Resolution");
		user.write(field(dialog, "tile_size"), "5");
		user.close(dialog, "OK");
		waitForValue("work", COMPUTING_MILLIS, () -> ImageJ.getStatusBarText().matches("Window \\d+ of \\d+, .* left") ? true : null);
		check(image.isLocked(), "the image is in use");
		return image;
	}

	/** The macros that come with the plugin. */
	private void macros(final File folder) {
		run(folder, "upscale-image.ijm");
		check(IJ.getLog().equals(SAMPLE + " (EDSR x2): 480 x 480 pixels\n"), IJ.getLog());
		IJ.run("Close All");

		run(folder, "upscale-channels.ijm");
		final ImagePlus merged = WindowManager.getImage(SAMPLE + " by channel");
		check(Arrays.equals(merged.getDimensions(), new int[] { 480, 480, 3, 1, 1 }), Arrays.toString(merged.getDimensions()));
		IJ.run("Close All");

		IJ.log("\\Clear");
		run(folder, "measure-psnr.ijm");
		final List<String> lines = IJ.getLog().lines().toList();
		check(lines.size() == 2 && decibels(lines.get(0), "EDSR: ") > 2 + decibels(lines.get(1), "bicubic: "), IJ.getLog());
		IJ.run("Close All");

		IJ.log("\\Clear");
		run(folder, "compare-models.ijm");
		final List<String> models = IJ.getLog().lines().toList();
		check(models.size() == 2 && decibels(models.get(1), "edsr-x2: ") > 2 + decibels(models.get(0), "bicubic-x2: "), IJ.getLog());

		final File series = new File(System.getProperty("java.io.tmpdir"), "super-resolution-series");
		for (final String argument : List.of("", series.getPath() + File.separator)) {
			IJ.log("\\Clear");
			final File macro = new File(folder, "batch-folder.ijm");
			check(IJ.runMacroFile(macro.getPath(), argument) == null, macro + " reaches its end");
			final String status = argument.isEmpty() ? ": done \n" : ": skipped \n";
			check(IJ.getLog().equals("time 1.tif" + status + "time 2.tif" + status + "time 3.tif" + status), IJ.getLog());
			IJ.run("Close All");
		}
		check(dialogs().isEmpty(), "there was no dialog");
	}

	/** The macro that trains asks for images where it gets no folder, and draws them where it is not given one. */
	private void example(final File macro) throws IOException {
		final CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> String.valueOf(IJ.runMacroFile(macro.getPath(), "")));
		final Dialog dialog = user.dialog("Train and use");
		user.screenshot("train-and-use-dialog", dialog);
		user.close(dialog, "OK");
		check("null".equals(run.completeOnTimeout("hangs", COMPUTING_MILLIS, TimeUnit.MILLISECONDS).join()), macro + " reaches its end");
		checkExample();

		final File images = new File(System.getProperty("java.io.tmpdir"), "my images");
		check(images.mkdir(), "the folder is made");
		IJ.saveAsTiff(WindowManager.getImage(TRUTH), new File(images, "cells.tif").getPath());
		IJ.run("Close All");
		IJ.log("\\Clear");
		check(IJ.runMacroFile(macro.getPath(), images.getPath()) == null, macro + " reaches its end with a folder");
		checkExample();
		check(images.list().length == 1, "the folder is as it was");
		check(dialogs().isEmpty(), "there was no other dialog");
	}

	/** A few seconds of training are better than bicubic interpolation; the model stays, all else goes. */
	private static void checkExample() {
		final List<String> lines = IJ.getLog().lines().toList();
		check(lines.size() == 3 && decibels(lines.get(0), "trained: ") > decibels(lines.get(1), "bicubic: "), IJ.getLog());
		final File model = new File(lines.get(2).replace("The model is ", ""));
		check(new File(model, "rdf.yaml").isFile() && model.getParentFile().list().length == 1, "the model stays alone");
	}

	private static void run(final File folder, final String macro) {
		final String value = IJ.runMacroFile(new File(folder, macro).getPath());
		check(value == null, macro + " reaches its end: " + value);
	}

	private static double decibels(final String line, final String start) {
		check(line.startsWith(start) && line.endsWith(" dB"), line);
		return Double.parseDouble(line.substring(start.length(), line.length() - 3));
	}

	private void shown(final Window window, final String name) throws IOException {
		waitFor("the window " + name, () -> window != null && window.isShowing());
		EventQueue.invokeLater(window::toFront);
		user.idle();
		user.screenshot(name, window);
	}
}
