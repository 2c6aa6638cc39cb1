package sc.fiji.superres.ui;

import static sc.fiji.superres.ui.ImageJUser.field;
import static sc.fiji.superres.ui.ImageJUser.message;
import static sc.fiji.superres.ui.ImageJUser.waitFor;
import static sc.fiji.superres.ui.ImageJUser.waitForValue;

import java.awt.AWTException;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.swing.JList;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.MedianCut;

/** What the windows in the pictures of {@code docs} show, each run in a JVM of its own by {@link Screenshots}. */
public final class PictureScenes {

	private static final long COMPUTING_MILLIS = 180_000;
	private static final String SAMPLE = "Super-Resolution Sample";
	private static final String TRUTH = "Super-Resolution Sample (truth)";

	/** Where a window is pictured. */
	private static final Point PLACE = new Point(100, 200);

	private final ImageJUser user;
	private final File folder;
	private final String name;

	private PictureScenes(final ImageJUser user, final File folder, final String name) {
		this.user = user;
		this.folder = folder;
		this.name = name;
	}

	/** Arguments: the ImageJ folder, the folder for the pictures, and the scene. */
	public static void main(final String[] args) {
		ImageJUser.play(args, user -> {
			final PictureScenes scenes = new PictureScenes(user, new File(args[1]), args[2]);
			switch (args[2]) {
				case "dialog" -> scenes.dialog();
				case "hyperstack" -> scenes.hyperstack();
				case "psnr" -> scenes.psnr();
				case "evaluation" -> scenes.evaluation();
				case "train" -> scenes.train();
				case "training" -> scenes.training();
				case "models" -> scenes.models();
				case "engine" -> scenes.engine();
				default -> throw new IllegalArgumentException(args[2]);
			}
		});
	}

	private void dialog() throws IOException {
		movingCells().show();
		user.choose("EDSR Super-Resolution...");
		final Dialog dialog = user.dialog("EDSR Super-Resolution");
		user.select(field(dialog, "model"), "edsr-x2");
		user.write(field(dialog, "frames"), "2-5");
		waitFor("the message", () -> message(dialog).startsWith("Result: 48 planes"));
		write(picture(dialog));
	}

	private void hyperstack() throws IOException {
		final ImagePlus cells = movingCells();
		cells.show();
		cells.setPosition(2, 1, 3);
		IJ.run("EDSR Super-Resolution...", "model=edsr-x2 frames=2-5");
		write(inFewColours(picture(WindowManager.getCurrentImage().getWindow())));
	}

	private static ImagePlus movingCells() {
		return MovingCells.of(SAMPLE, new Rectangle(0, 40, 240, 160));
	}

	private void psnr() throws IOException {
		IJ.run(SAMPLE);
		IJ.run("EDSR Super-Resolution...", "model=edsr-x2");
		IJ.run("Measure PSNR...", "reference=[" + TRUTH + "] test=[" + SAMPLE + " (EDSR x2)] border=2");
		write(table(914));
	}

	private void evaluation() throws IOException {
		IJ.run(SAMPLE);
		final File images = Files.createTempDirectory("cells").toFile();
		IJ.saveAsTiff(WindowManager.getImage(TRUTH), new File(images, "cells.tif").getPath());
		IJ.run("Close All");
		IJ.run("Evaluate Super-Resolution Model...", "models=bicubic-x2,edsr-x2 hr=[" + images + "]");
		write(table(760));
	}

	/** The whole Results table, with all of its rows. */
	private BufferedImage table(final int width) {
		final Window table = waitForValue("the table", () -> WindowManager.getWindow("Results"));
		EventQueue.invokeLater(() -> table.setSize(width, 96 + 21 * ResultsTable.getResultsTable().size()));
		return picture(table);
	}

	private void train() throws IOException {
		user.choose("Train Super-Resolution Model...");
		final Dialog dialog = user.dialog("Train Super-Resolution Model");
		user.write(field(dialog, "input"), "/home/user/photos");
		user.write(field(dialog, "output"), "/home/user/models/mine");
		user.select(field(dialog, "architecture"), "espcn");
		user.select(field(dialog, "channels"), "any");
		user.write(field(dialog, "steps"), "2000");
		user.write(field(dialog, "learning_rate"), "0.002");
		write(picture(dialog));
	}

	/** Until it has validated for the first time. */
	private void training() throws IOException {
		IJ.run(SAMPLE);
		final File images = Files.createTempDirectory("photos").toFile();
		for (int i = 0; i < 4; i++) {
			WindowManager.getImage(TRUTH).setRoi(240 * (i % 2), 240 * (i / 2), 240, 240);
			IJ.saveAsTiff(WindowManager.getImage(TRUTH).crop("stack"), new File(images, "cells" + i + ".tif").getPath());
		}
		IJ.run("Close All");
		new Thread(() -> IJ.run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + images + "-model] " +
			"architecture=espcn steps=3000")).start();
		waitForValue("a validation", COMPUTING_MILLIS, () -> ImageJ.getStatusBarText().contains("best PSNR") ? true : null);
		write(picture(IJ.getInstance()));
	}

	private void models() throws IOException {
		user.choose("Super-Resolution Models...");
		final Frame window = waitForValue("the window", () -> Stream.of(Frame.getFrames()).filter(each -> each.isShowing() && each
			.getTitle().equals("Super-Resolution Models")).findFirst().orElse(null));
		waitFor("the models", () -> ((JList<?>) field(window, "models")).getModel().getSize() > 0);
		EventQueue.invokeLater(() -> ((JList<?>) field(window, "models")).setSelectedIndex(0));
		user.idle();
		IJ.wait(1000); // the picture comes later
		write(picture(window));
	}

	private void engine() throws IOException {
		user.choose("TensorFlow Engine...");
		final Dialog dialog = user.dialog("TensorFlow Engine");
		waitFor("the message", () -> message(dialog).contains("NVIDIA's CUDA 12 and cuDNN 9 are not complete"));
		write(picture(dialog));
	}

	/** A window with its frame. */
	private BufferedImage picture(final Window window) {
		waitFor("the window", () -> window != null && window.isShowing());
		EventQueue.invokeLater(() -> {
			window.setLocation(PLACE);
			window.toFront();
		});
		user.idle();
		IJ.wait(500); // the window manager draws the frame, and what lies above goes away
		return capture(window.getBounds());
	}

	private static BufferedImage capture(final Rectangle area) {
		try {
			return new Robot().createScreenCapture(area);
		}
		catch (final AWTException e) {
			throw new IllegalStateException(e);
		}
	}

	/** 256 of them: the file has half the size. */
	private static BufferedImage inFewColours(final BufferedImage picture) {
		return new MedianCut(new ColorProcessor(picture)).convertToByte(256).getBufferedImage();
	}

	private void write(final BufferedImage picture) throws IOException {
		ImageIO.write(picture, "png", new File(folder, name + ".png"));
	}
}
