package sc.fiji.superres.ui;

import java.io.File;
import java.util.Map;

import ij.IJ;
import ij.plugin.frame.Recorder;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The line of ImageJ's recorder for a command that has run, with all its inputs as {@code key=value}, so that it does the
 * same in Fiji, in plain ImageJ and headless, whatever the defaults will be. Inputs that no dialog shows are left out where
 * they have their defaults.
 */
final class RecorderLine {

	private RecorderLine() {}

	/**
	 * Tells the inputs of a command that has run; ImageJ writes the line when its plugin ends.
	 *
	 * @param fresh the same command as it is made: its values are the defaults
	 * @param filled the image input that was filled in from the current image; null for none
	 */
	static void write(final Module module, final Module fresh, final String filled) {
		final String label = Items.menuLabel(module.getInfo());
		if (!label.equals(Recorder.getCommand())) Recorder.setCommand(label); // another command has run meanwhile
		Recorder.resetCommandOptions();
		for (final ModuleItem<?> item : Items.inputs(module.getInfo())) {
			final Object value = item.getValue(module);
			final boolean usual = Items.isHidden(item) && value != null && value.equals(fresh.getInput(item.getName()));
			final boolean left = value == null || item.getName().equals(filled) || !InputText.isKnown(item) || usual;
			if (!left) Recorder.recordOption(item.getName(), text(value));
		}
	}

	/** Writes the line of a click in a window: what was clicked, and no more. */
	static void write(final String label, final Map<String, Object> inputs) {
		if (!IJ.recording()) return;
		Recorder.setCommand(label);
		Recorder.resetCommandOptions();
		inputs.forEach((key, value) -> Recorder.recordOption(key, text(value)));
		Recorder.saveCommand();
	}

	/** No line for a command that was cancelled or has failed. */
	static void forget() {
		if (IJ.recording()) Recorder.setCommand(null);
	}

	/** The recorder encloses what holds a space, but nothing else. */
	static String text(final Object value) {
		final String text = InputText.of(value instanceof File file ? Recorder.fixPath(file.getPath()) : value);
		final boolean enclose = text.isEmpty() || text.startsWith("[") || text.startsWith("'");
		return Recorder.fixString(enclose && !text.contains(" ") ? "[" + text + "]" : text);
	}
}
