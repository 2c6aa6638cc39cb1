package sc.fiji.superres.command;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;

import org.scijava.module.ModuleItem;

import sc.fiji.superres.imagej.MacroOptions;
import sc.fiji.superres.imagej.MacroValue;

/**
 * What a macro or a command line of ImageJ2 has written for the inputs of a command, read again: of that, ImageJ2 leaves out
 * misspelt keys, makes 0 of what is no number, an empty image of a title that does not exist, and takes the current image
 * for the last one that is not named.
 */
final class WrittenInputs {

	private WrittenInputs() {}

	/**
	 * Sets numbers, truth values and texts as they are written.
	 *
	 * @param texts the keys and their values
	 * @throws IllegalArgumentException naming the first key or value that is wrong
	 */
	static void apply(final SuperResolutionCommand command, final Map<String, String> texts) {
		texts.forEach((key, text) -> apply(command, key, text));
		final long images = command.keys().stream().filter(WrittenInputs::isImage).count();
		for (final ModuleItem<?> item : command.keys())
			if (images > 1 && isImage(item) && !texts.containsKey(item.getName())) command.setInput(item.getName(), null);
	}

	private static void apply(final SuperResolutionCommand command, final String key, final String text) {
		final ModuleItem<?> item = command.keys().stream().filter(each -> each.getName().equals(key)).findFirst().orElseThrow(
			() -> MacroOptions.unknown(key, command.getInfo().getTitle(), command.keys().stream().map(ModuleItem::getName).toList()));
		if (MacroValue.isKnown(item.getType())) command.setInput(key, MacroValue.parse(key, item.getType(), text));
		if (item.getType() == String.class) command.setInput(key, text);
		if (item.getType() == File.class) command.setInput(key, text.isBlank() ? null : new File(text));
		if (isImage(item) && command.getInput(key) instanceof ImagePlus image && image.getProcessor() == null)
			throw new IllegalArgumentException(key + " is \"" + text + "\", but no image of this title is open, and no such " +
				"file is there. " +
				openImages());
	}

	private static boolean isImage(final ModuleItem<?> item) {
		return item.getType() == ImagePlus.class;
	}

	private static String openImages() {
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return "Open an image first.";
		return "Open are: " + Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(Objects::nonNull).map(ImagePlus::getTitle)
			.collect(Collectors.joining(", ")) + ".";
	}
}
