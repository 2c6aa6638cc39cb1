package sc.fiji.superres.cli;

import ij.ImagePlus;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

import sc.fiji.superres.command.Outputs;
import sc.fiji.superres.imagej.ResultSize;

/**
 * Where the output images of a command go: files, and one as text to standard output. What cannot be written there is
 * refused before the work.
 */
final class OutputImages {

	private final ModuleInfo info;
	private final Map<ModuleItem<?>, Destination> images = new LinkedHashMap<>();
	private final Map<String, Object> options = new LinkedHashMap<>();

	/**
	 * @param values all options that were given
	 * @param out standard output
	 * @throws IOException if one names a format that does not exist
	 */
	OutputImages(final ModuleInfo info, final List<Options.Value> values, final PrintStream out) throws IOException {
		this.info = info;
		for (final Options.Value value : values)
			if (value.item().isOutput()) images.put(value.item(), Destination.of((String) value.value(), out));
			else options.put(value.item().getName(), value.value());
	}

	/**
	 * @throws IllegalArgumentException if a file was named for two images, or for one that will not be made, or none for one
	 *           that will
	 */
	void check() {
		final Set<String> distinct = new HashSet<>();
		for (final Destination image : images.values())
			if (!distinct.add(image.place()))
				throw new IllegalArgumentException(image.place() + " is named for two images. Give each a file of its own.");
		for (final ModuleItem<?> item : info.outputs()) {
			final String condition = item.get(Outputs.MADE_IF);
			if (condition == null) continue;
			final boolean made = Boolean.TRUE.equals(options.get(condition));
			if (images.containsKey(item) && !made)
				throw new IllegalArgumentException(notMade(item) + " Add --" + condition + " true.");
			if (!images.containsKey(item) && made)
				throw new IllegalArgumentException("--" + condition + " is true, but there is no file for " + item.getDescription() +
					". Add --" + item.getName() + " FILE.");
		}
	}

	private String notMade(final ModuleItem<?> item) {
		return "--" + item.getName() + " was given, but " + info.getName() + " makes no such image.";
	}

	/** Whether one goes to standard output, so that nothing else may. */
	boolean useStandardOutput() {
		return images.values().stream().anyMatch(Destination.Text.class::isInstance);
	}

	/** @throws IOException if an image of this size cannot be written where it goes */
	void checkSavable(final String output, final ResultSize size) throws IOException {
		for (final Map.Entry<ModuleItem<?>, Destination> image : images.entrySet())
			if (image.getKey().getName().equals(output)) image.getValue().check(size);
	}

	/** Files first: what is printed cannot be taken back. */
	void save(final Module module) throws IOException {
		for (final boolean text : new boolean[] { false, true })
			for (final Map.Entry<ModuleItem<?>, Destination> image : images.entrySet())
				if (image.getValue() instanceof Destination.Text == text) image.getValue().save(made(module, image.getKey()));
	}

	private ImagePlus made(final Module module, final ModuleItem<?> item) {
		final Object image = module.getOutput(item.getName());
		if (image == null) throw new IllegalArgumentException(notMade(item));
		return (ImagePlus) image;
	}
}
