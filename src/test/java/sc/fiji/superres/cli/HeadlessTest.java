package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.command.RunArgument;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.model.SafeTensors;

/**
 * Without windows, no code for windows is loaded, and failures are told in text. What is loaded, the JVM itself says.
 */
class HeadlessTest {

	/**
	 * What ImageJ needs for its images: {@code ij.IJ} and {@code ij.ImagePlus} name its main window and those of images, which
	 * are frames; to verify the former, the JVM loads the label in its status bar, and to verify what opens a path that SciJava
	 * has been given for an image, the handler of drag and drop. Groovy, which only tests have on the class path, looks for beans,
	 * and so for an annotation of Swing's. Nobody can make a window: a headless Java throws an exception.
	 */
	private static final Set<String> WINDOWS_OF_IMAGEJ = Set.of("java.awt.Window", "java.awt.Frame", "ij.ImageJ",
		"ij.gui.ImageWindow", "ij.gui.StackWindow", "ij.gui.PlotWindow");
	private static final Set<String> SWING_OF_IMAGEJ = Set.of("javax.swing.JLabel", "javax.swing.JComponent",
		"javax.swing.SwingConstants", "javax.swing.TransferHandler", "javax.swing.TransferHandler$HasGetTransferHandler",
		"javax.swing.SwingContainer");

	private static final String UI = "sc.fiji.superres.ui.";

	@TempDir
	Path folder;

	private Path image;
	private Path images;
	private Path weights;
	private Path loaded;

	@BeforeEach
	void writeInputs() throws IOException {
		image = TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("image.png"));
		images = TestInputs.images(folder.resolve("images"), 2, 40);
		weights = folder.resolve("weights.safetensors");
		new SafeTensors(Map.of(), TestNetworks.randomWeights(TestInputs.TINY, 1)).write(weights);
		loaded = folder.resolve("loaded.txt");
	}

	/** @return what is printed on both streams */
	private List<String> run(final Class<?> main, final Object... args) {
		final List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
			.toList();
		final String text = String.join("\n", ForkedJvm.with(classPath).loadedClasses(loaded).run(main, args).lines());
		return new Run(0, "", text).errors(); // without what TensorFlow prints natively
	}

	private Path file(final String name) {
		return folder.resolve(name);
	}

	@Test
	void commandLinesLoadNoWindows() throws IOException {
		final List<Object> args = new ArrayList<>();
		add(args, "sample", "--output", file("sample.tif"), "--reference", file("truth.tif"));
		add(args, "upscale", "--input", file("sample.tif"), "--output", file("cubic.tif"), "--model", "bicubic-x2", "--ensemble",
			"true", "--consistency_map", "true", "--consistency", file("c.tif"), "--deviation_map", "true",
			"--deviation", file("d.tif"));
		add(args, "psnr", "--reference", file("truth.tif"), "--test", file("cubic.tif"), "--error_map", "true", "--output",
			file("e.tif"));
		add(args, "evaluate", "--models", "bicubic-x2", "--hr", images, "--output", file("table.csv"));
		add(args, "import", "--input", weights, "--output", file("imported"));
		add(args, "edsr", "--input", image, "--output", file("edsr.jpg"), "--model", file("imported"));
		add(args, "srgan", "--input", image, "--output", "data:png", "--model", "lanczos-x4");
		add(args, "train", "--input", images, "--output", file("trained"), "--blocks", 1, "--filters", 4, "--patch", 8, "--batch",
			2, "--steps", 2);
		add(args, "batch", "--input", images, "--output", file("batch"), "--model", "nearest-x2", "--intensity", "folder", "--reference",
			images, "--shard", "1/2");
		add(args, "batch", "--input", images, "--output", file("batch"), "--model", "nearest-x2", "--intensity", "folder", "--shard",
			"2/2");
		add(args, "collect", "--output", file("batch"));
		add(args, "models", "--model", file("imported"), "--test");
		add(args, "benchmark", "--input", images, "--models", file("imported"), "--record");
		add(args, "models", "--model", file("imported"), "--card");
		add(args, "engine", "--self_test");
		add(args, "--help");
		add(args, "train", "--help");
		final List<String> lines = run(CommandLines.class, args.toArray());
		final List<String> statuses = lines.stream().filter(line -> line.startsWith(CommandLines.STATUS)).toList();
		assertEquals(Collections.nCopies(17, CommandLines.STATUS + 0), statuses, String.join("\n", lines));
		assertNoWindows();
	}

	private static void add(final List<Object> args, final Object... line) {
		args.addAll(List.of(line));
		args.add(CommandLines.END);
	}

	/** A status that is not 0, and one plain line. */
	@Test
	void failuresOfAllCommandsAreToldInText() throws IOException {
		final Path none = file("none");
		final Path elsewhere = none.resolve("out.tif");
		final List<Object> args = new ArrayList<>();
		add(args, "sample", "--output", elsewhere);
		for (final String command : List.of("edsr", "srgan", "upscale")) {
			add(args, command, "--input", none, "--output", file("out.tif"));
			add(args, command, "--input", image, "--output", elsewhere, "--model", "bicubic-x4");
			add(args, command, "--input", image, "--output", file("out.tif"), "--model", none);
		}
		add(args, "psnr", "--reference", image, "--test", image, "--border", 99);
		add(args, "evaluate", "--models", "none", "--hr", images);
		add(args, "import", "--input", image, "--output", file("out"));
		add(args, "train", "--input", none, "--output", file("out"));
		add(args, "batch", "--input", none, "--output", file("out"));
		add(args, "collect", "--output", none);
		add(args, "models", "--model", none);
		add(args, "models", "--delete");
		add(args, "models", "--add", image);
		add(args, "benchmark", "--input", none);
		add(args, "engine", "--install", "cpu", "--from", none);
		final List<String> lines = run(CommandLines.class, args.toArray());
		assertEquals(2 * 21, lines.size(), String.join("\n", lines));
		for (int i = 0; i < lines.size(); i += 2) {
			assertTrue(lines.get(i + 1).matches(CommandLines.STATUS + "[12]"), lines.get(i + 1));
			new Run(1, "", lines.get(i)).assertRefused();
		}
		assertEquals(List.of("image.png", "images", "loaded.txt", "weights.safetensors"), TestInputs.names(folder));
		assertNoWindows();
	}

	/** Without ImageJ2, SciJava has no words for a command that is cancelled. */
	@Test
	void scijavaRunsCommandsWithoutWindows() throws IOException {
		final Path output = file("imported");
		final List<String> lines = run(RunArgument.class, "--headless", "--run", "Import Super-Resolution Model...", "input=\"" +
			weights + "\",output=\"" + output + "\"", "--run", "Measure PSNR...", "reference=\"" + image + "\",test=\"" + image +
			"\"");
		assertEquals(2, lines.size(), String.join("\n", lines));
		assertEquals("[INFO] Imported " + weights + " to " + output, lines.get(0));
		assertTrue(lines.get(1).startsWith("[INFO] Infinity dB PSNR"), lines.get(1));
		assertTrue(Files.exists(output.resolve("rdf.yaml")));
		assertNoWindows();
	}

	@Test
	void scijavaIsToldOfFailures() throws IOException {
		final List<String> lines = run(RunArgument.class, "--headless", "--run", "Import Super-Resolution Model...", "input=\"" +
			image + "\",output=\"" + file("out") + "\"", "--run", "Evaluate Super-Resolution Model...", "models=\"bicubic-x2\"",
			"--run", "EDSR Super-Resolution...", "input=\"" + file("none.png") + "\"", "--run", "Super-Resolution Sample", "size=3",
			"--run", "Train Super-Resolution Model...", "input=\"" + images + "\",output=\"" + file("out") + "\",steps=\"many\"");
		assertEquals(5, lines.size(), String.join("\n", lines));
		assertTrue(lines.get(0).startsWith("[ERROR] " + image + " is not a safetensors file"), lines.get(0));
		assertEquals("[ERROR] 'hr' is required but unset.", lines.get(1));
		assertTrue(lines.get(2).startsWith("[ERROR] input is \"" + file("none.png") + "\", but no image"), lines.get(2));
		assertEquals("[ERROR] \"size\" is not a key of \"Super-Resolution Sample\", which has none.", lines.get(3));
		assertEquals("[ERROR] steps is \"many\", but must be a whole number.", lines.get(4));
		assertNoWindows();
	}

	private void assertNoWindows() throws IOException {
		final Set<String> swing = new TreeSet<>();
		final Set<String> windows = new TreeSet<>();
		final Set<String> ui = new TreeSet<>();
		final List<String> lines = Files.readAllLines(loaded);
		for (final String line : lines) {
			final String name = line.split(" ")[0];
			if (name.startsWith("javax.swing.")) swing.add(name);
			if (name.startsWith(UI)) ui.add(name);
			if (name.matches("(java\\.awt|ij|sc\\.fiji\\.superres\\.ui)\\..*") && isWindow(name)) windows.add(name);
		}
		assertTrue(lines.size() > 1000, "the JVM has not written what it loads");
		assertEquals(Set.of(), ui);
		swing.removeAll(SWING_OF_IMAGEJ);
		assertEquals(Set.of(), swing);
		windows.removeAll(WINDOWS_OF_IMAGEJ);
		assertEquals(Set.of(), windows);
	}

	private static boolean isWindow(final String name) {
		try {
			return Window.class.isAssignableFrom(Class.forName(name, false, HeadlessTest.class.getClassLoader()));
		}
		catch (final ClassNotFoundException e) {
			return false; // made by the JVM itself, such as a lambda
		}
	}
}
