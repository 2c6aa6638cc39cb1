package sc.fiji.superres.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import sc.fiji.superres.imagej.MacroOptions;
import sc.fiji.superres.imagej.MacroValue;

/**
 * What a macro has written for the inputs of a command, read again: of that, ImageJ2 leaves out misspelt keys, makes 0 of what
 * is no number, and an empty image of a title that does not exist.
 */
final class MacroTexts {

	private MacroTexts() {}

	/**
	 * Sets numbers and truth values as they are written.
	 *
	 * @param options as the macro has them, empty for none
	 * @throws IllegalArgumentException naming the first key or value that is wrong
	 */
	static void apply(final DynamicCommand command, final String options) {
		for (final Map.Entry<String, String> option : MacroOptions.parse(options).entrySet())
			apply(command, option.getKey(), option.getValue());
	}

	private static void apply(final DynamicCommand command, final String key, final String text) {
		final ModuleItem<?> item = command.getInfo().getInput(key);
		if (item == null || !isKey(item))
			throw new IllegalArgumentException("\"" + key + "\" is not a key of \"" + command.getInfo().getTitle() + "\". The keys are " +
				keys(command) + "; a value with spaces is written key=[value].");
		if (MacroValue.isKnown(item.getType())) command.setInput(key, MacroValue.parse(key, item.getType(), text));
		if (item.getType() == ImagePlus.class && command.getInput(key) instanceof ImagePlus image && image.getProcessor() == null)
			throw new IllegalArgumentException(key + " is \"" + text + "\", but no image of this title is open. " + openImages());
	}

	private static boolean isKey(final ModuleItem<?> item) {
		return item.getVisibility() != ItemVisibility.MESSAGE && !Service.class.isAssignableFrom(item.getType()) && item
			.getType() != Context.class;
	}

	private static String keys(final DynamicCommand command) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		command.getInfo().inputs().forEach(items::add);
		return items.stream().filter(MacroTexts::isKey).map(ModuleItem::getName).collect(Collectors.joining(", "));
	}

	private static String openImages() {
		final String[] titles = WindowManager.getImageTitles();
		if (titles.length == 0) return "None is open: open one first.";
		return "Open are: " + Arrays.stream(titles).collect(Collectors.joining(", ")) + ".";
	}
}
