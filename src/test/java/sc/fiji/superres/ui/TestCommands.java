package sc.fiji.superres.ui;

import java.io.File;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Small commands with every kind of input and every kind of end, for the tests of the adapter. */
public final class TestCommands {

	static final String MENU = "Plugins>Super-Resolution>";

	private TestCommands() {}

	public enum Colour {
		RED, GREEN
	}

	/** Every kind of input; its result tells them in its Info. */
	@Plugin(type = Command.class, name = "test-all", menuPath = MENU + "Test All...", initializer = "init",
		description = "Shows every kind of input.")
	public static final class All extends DynamicCommand {

		@Parameter
		private LogService log;

		@Parameter(description = "the image", persist = false)
		private ImagePlus input;

		@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
		private String summary;

		@Parameter(description = "a model <of> several", callback = "change", persist = false)
		private String model = "first";

		@Parameter(description = "a text", required = false, persist = false)
		private String free_text = "some words";

		@Parameter(description = "a whole number", callback = "change", persist = false)
		private int count = 3;

		@Parameter(label = "Long number", description = "a large number", required = false, persist = false)
		private long seed = 1;

		@Parameter(description = "a fraction", callback = "change", persist = false)
		private double rate = 4e-4;

		@Parameter(description = "whether it is fast", callback = "change", persist = false)
		private boolean fast = true;

		@Parameter(description = "a colour", persist = false)
		private Colour colour = Colour.GREEN;

		@Parameter(description = "a file", required = false, persist = false)
		private File file;

		@Parameter(description = "a folder", style = "directory", required = false, persist = false)
		private File folder;

		@Parameter(description = "a rare number", visibility = ItemVisibility.INVISIBLE, required = false, persist = false)
		private int hidden = 7;

		@Parameter(type = ItemIO.OUTPUT)
		private ImagePlus output;

		@Parameter(type = ItemIO.OUTPUT)
		private String ignored = "not shown";

		int callbacks;

		void init() {
			getInfo().getMutableInput("model", String.class).setChoices(List.of("first", "second"));
			if (IJ.isMacro()) getInfo().inputs().forEach(item -> resolveInput(item.getName())); // or Fiji would ask
			summarise();
		}

		void change() {
			callbacks++;
			summarise();
			if (model.equals("second") && count == 3) count = 30; // a callback may set other inputs
		}

		private void summarise() {
			summary = "On " + input.getTitle() + "\n" + model + " " + count + " " + rate + " " + fast;
			getInfo().getInput("rate").set("applies", String.valueOf(fast));
		}

		@Override
		public void run() {
			log.debug("running");
			output = input.duplicate();
			output.setTitle(input.getTitle() + " (test)");
			output.getProcessor().add(count);
			output.setProperty("Info", String.join("|", model, free_text, "" + count, "" + seed, "" + rate, "" + fast, "" + colour, "" + file,
				"" + folder, "" + hidden));
			if (model.equals("first")) model = "resolved"; // a replay shall not depend on the default
		}
	}

	@Plugin(type = Command.class, name = "test-pair", menuPath = MENU + "Test Pair...", description = "Takes two images, or three.")
	public static final class Pair extends DynamicCommand {

		@Parameter(description = "the one", persist = false)
		private ImagePlus reference;

		@Parameter(description = "the other", persist = false)
		private ImagePlus test;

		@Parameter(description = "a third", required = false, persist = false)
		private ImagePlus mask;

		@Parameter
		private StatusService status;

		String titles;

		@Override
		public void run() {
			status.showStatus(1, 2, "Comparing");
			titles = reference.getTitle() + "|" + test.getTitle() + "|" + (mask == null ? "" : mask.getTitle());
		}
	}

	/** Ends in another way than well. */
	@Plugin(type = Command.class, name = "test-end", menuPath = MENU + "Test End...", description = "Ends in another way " +
		"than well.")
	public static final class End extends DynamicCommand {

		@Parameter(description = "how it ends", choices = { "refuse", "silent", "fail" }, persist = false)
		private String way = "refuse";

		@Parameter(type = ItemIO.OUTPUT)
		private ImagePlus output;

		@Override
		public void run() {
			output = new ImagePlus("half", new ByteProcessor(2, 2));
			if (way.equals("fail")) throw new IllegalStateException("broken");
			cancel(way.equals("refuse") ? "The way is \"refuse\", but that cannot be gone; the ways that can be gone are many " +
				"and long, so choose one of them, and then another, until one is found that leads to the end." : null);
		}
	}
}
