package sc.fiji.superres.cli;

import ij.ImagePlus;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import sc.fiji.superres.command.Outputs;
import sc.fiji.superres.imagej.ImageTextReader;

/** The options of a subcommand, made from the inputs of its command, and from its output images. */
final class Options {

	static final String DEBUG = "--debug";
	static final String PROGRESS = "--progress";

	private static final String INPUT_IMAGE =
		" (TIFF, PNG, JPEG, GIF, BMP, PGM or PPM, or such a file as text; - for standard input)";
	private static final String OUTPUT_IMAGE = " (.tif; a plane of 8 bits or RGB also .png or .jpg; data:png for text)";

	/** In lines, as picocli would break the texts at their punctuation. */
	private static final String[] IMAGES_AS_TEXT = { "",
		"Images as text are data:image/png;base64,... and so on. An input image may be",
		"a file that holds such a text, or -, which is standard input with a text or an",
		"image file; both have at most " + ImageTextReader.MAX_BYTES / 1_000_000 + " MB. An output image named data:png,",
		"data:jpeg or data:tiff is written as text to standard output, and nothing else is." };

	/** An option that was given; the value of an image is a text, which names it. */
	record Value(ModuleItem<?> item, Object value) {

		boolean isImage() {
			return Options.isImage(item);
		}
	}

	private Options() {}

	/**
	 * @param info of the command class: that of the command itself has lost the attributes
	 * @param fresh the command as it is made: the values of its fields are the defaults
	 * @param runner what runs the subcommand
	 */
	static CommandSpec spec(final ModuleInfo info, final Module fresh, final Object runner) {
		final CommandSpec spec = CommandSpec.wrapWithoutInspection(runner).name(info.getName());
		spec.usageMessage().description(info.getDescription()).sortOptions(false);
		for (final ModuleItem<?> item : items(info))
			spec.addOption(option(fresh, item));
		if (items(info).stream().anyMatch(Options::isImage)) spec.usageMessage().footer(IMAGES_AS_TEXT);
		spec.addOption(OptionSpec.builder(PROGRESS).description("print progress to standard error, also where it is no terminal")
			.build());
		spec.addOption(OptionSpec.builder(DEBUG).description("print the stack trace of a failure").build());
		spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
		return spec;
	}

	private static OptionSpec option(final Module fresh, final ModuleItem<?> item) {
		final Class<?> type = isImage(item) ? String.class : item.getType();
		final OptionSpec.Builder option = OptionSpec.builder("--" + item.getName()).type(type).required(item.isRequired())
			.description(description(fresh, item));
		final ITypeConverter<?> converter = isImage(item) ? Converters.ofImage(item.isOutput()) : Converters.of(type);
		if (converter != null) option.converters(converter);
		// of a boolean, picocli would take a wrong word for an argument of its own
		if (type == boolean.class) option.type(Object.class).arity("0..1").fallbackValue("true");
		else option.arity("1");
		return option.paramLabel(label(item, type)).build();
	}

	private static String label(final ModuleItem<?> item, final Class<?> type) {
		if (isImage(item)) return "FILE";
		if (type == File.class) return "directory".equals(item.getWidgetStyle()) ? "FOLDER" : "FILE";
		if (type == String.class) return "VALUE";
		if (type == boolean.class) return "BOOLEAN";
		return type == double.class ? "NUMBER" : "INTEGER";
	}

	/** What it is, what is allowed, and the default. */
	private static String description(final Module fresh, final ModuleItem<?> item) {
		final StringBuilder text = new StringBuilder(item.getDescription());
		if (isImage(item)) text.append(item.isOutput() ? OUTPUT_IMAGE : INPUT_IMAGE);
		if (item.get(Outputs.MADE_IF) != null) text.append("; needs --").append(item.get(Outputs.MADE_IF)).append(" true");
		if (item.getType() == boolean.class) text.append("; true or false");
		if (item.getChoices() != null && !item.getChoices().isEmpty())
			text.append("; one of ").append(item.getChoices().stream().map(String::valueOf)
				.collect(Collectors.joining(", ")));
		if (item.getMinimumValue() != null) text.append("; from ").append(item.getMinimumValue());
		if (item.getMaximumValue() != null) text.append(" to ").append(item.getMaximumValue());
		final Object initial = item.isOutput() ? null : item.getValue(fresh);
		if (!item.isRequired() && initial != null && !initial.equals("")) text.append(" (default ").append(initial).append(")");
		return text.toString().replace("%", "%%");
	}

	static List<Value> values(final ModuleInfo info, final ParseResult options) {
		final List<Value> values = new ArrayList<>();
		for (final ModuleItem<?> item : items(info)) {
			final String name = "--" + item.getName();
			if (options.hasMatchedOption(name)) values.add(new Value(item, options.matchedOptionValue(name, (Object) null)));
		}
		return values;
	}

	private static List<ModuleItem<?>> items(final ModuleInfo info) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs())
			if (!isInjected(item) && item.getVisibility() != ItemVisibility.MESSAGE) items.add(item);
		int images = 0;
		while (images < items.size() && isImage(items.get(images)))
			images++;
		for (final ModuleItem<?> item : info.outputs())
			if (isImage(item) && !item.isInput()) items.add(images++, item);
		return items;
	}

	/** What SciJava gives to a command is not the user's. */
	private static boolean isInjected(final ModuleItem<?> item) {
		return Service.class.isAssignableFrom(item.getType()) || Context.class.isAssignableFrom(item.getType());
	}

	private static boolean isImage(final ModuleItem<?> item) {
		return ImagePlus.class.isAssignableFrom(item.getType());
	}
}
