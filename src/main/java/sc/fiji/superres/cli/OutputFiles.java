package sc.fiji.superres.cli;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

import sc.fiji.superres.command.Outputs;
import sc.fiji.superres.imagej.ImageFiles;

/** The files that were named for the output images of a command. What cannot be written there is refused before the work. */
final class OutputFiles {

	private final ModuleInfo info;
	private final Map<ModuleItem<?>, Path> files = new LinkedHashMap<>();
	private final Map<String, Object> options = new LinkedHashMap<>();

	/** @param values all options that were given */
	OutputFiles(final ModuleInfo info, final List<Options.Value> values) {
		this.info = info;
		for (final Options.Value value : values)
			if (value.item().isOutput()) files.put(value.item(), value.path());
			else options.put(value.item().getName(), value.value());
	}

	/** @throws IllegalArgumentException if a file was named for an image that will not be made, or none for one that will */
	void checkMade() {
		for (final ModuleItem<?> item : info.outputs()) {
			final String condition = item.get(Outputs.MADE_IF);
			if (condition == null) continue;
			final boolean made = Boolean.TRUE.equals(options.get(condition));
			if (files.containsKey(item) && !made)
				throw new IllegalArgumentException(notMade(item) + " Add --" + condition + " true.");
			if (!files.containsKey(item) && made)
				throw new IllegalArgumentException("--" + condition + " is true, but there is no file for " + item.getDescription() +
					". Add --" + item.getName() + " FILE.");
		}
	}

	private String notMade(final ModuleItem<?> item) {
		return "--" + item.getName() + " was given, but " + info.getName() + " makes no such image.";
	}

	/**
	 * @param inputs values of the command's inputs; results have the bit depth of the images among them, or their own
	 * @throws IOException if a file cannot be written, or cannot hold the image
	 */
	void checkSavable(final Iterable<Object> inputs) throws IOException {
		for (final Map.Entry<ModuleItem<?>, Path> file : files.entrySet()) {
			final String bitDepth = file.getKey().get(Outputs.BIT_DEPTH);
			if (bitDepth != null) ImageFiles.checkSavable(Integer.parseInt(bitDepth), file.getValue());
			else for (final Object input : inputs)
				if (input instanceof ImagePlus image) ImageFiles.checkSavable(image, file.getValue());
		}
	}

	void save(final Module module) throws IOException {
		for (final Map.Entry<ModuleItem<?>, Path> file : files.entrySet()) {
			final Object image = module.getOutput(file.getKey().getName());
			if (image == null) throw new IllegalArgumentException(notMade(file.getKey()));
			ImageFiles.save((ImagePlus) image, file.getValue());
		}
	}
}
