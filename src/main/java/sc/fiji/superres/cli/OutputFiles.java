package sc.fiji.superres.cli;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

import sc.fiji.superres.command.Outputs;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ResultSize;

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

	/**
	 * @throws IllegalArgumentException if a file was named for two images, or for one that will not be made, or none for one
	 *           that will
	 */
	void check() {
		final Set<Path> distinct = new HashSet<>();
		for (final Path file : files.values())
			if (!distinct.add(file.toAbsolutePath().normalize()))
				throw new IllegalArgumentException(file + " is named for two images. Give each a file of its own.");
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

	/** @throws IOException if an image of this size cannot be written to its file */
	void checkSavable(final String output, final ResultSize size) throws IOException {
		for (final Map.Entry<ModuleItem<?>, Path> file : files.entrySet())
			if (file.getKey().getName().equals(output)) ImageFiles.checkSavable(size, file.getValue());
	}

	void save(final Module module) throws IOException {
		for (final Map.Entry<ModuleItem<?>, Path> file : files.entrySet()) {
			final Object image = module.getOutput(file.getKey().getName());
			if (image == null) throw new IllegalArgumentException(notMade(file.getKey()));
			ImageFiles.save((ImagePlus) image, file.getValue());
		}
	}
}
