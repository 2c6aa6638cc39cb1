package sc.fiji.superres.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import sc.fiji.superres.command.Outputs;

/** Makes {@code docs/macro-reference.md} of what the commands say of themselves. Its {@code main} writes the page. */
public final class MacroReference {

	static final Path PAGE = Path.of("docs/macro-reference.md");

	/** Options of a line that shows more than what must be given, by the name of the command. */
	private static final Map<String, String> EXAMPLES = Map.of(
		"edsr", "input=[cells.tif] model=edsr-x2 channels=1-2 slices=all frames=1-5,8",
		"srgan", "input=[cells.tif] model=srgan-x4 consistency_map=true",
		"upscale", "input=[cells.tif] model=[/path/to/my model] ensemble=true",
		"psnr", "reference=[truth.tif] test=[cells.tif (EDSR x2)] border=2",
		"batch", "input=[/path/to/stacks] output=[/path/to/results] model=edsr-x2 pattern=*.tif intensity=folder",
		"models", "model=edsr-x2 test=true",
		"evaluate", "models=bicubic-x2,edsr-x2 hr=[/path/to/photos] output=[/path/to/scores.csv]",
		"train", "input=[/path/to/photos] output=[/path/to/my model] architecture=espcn scale=3 steps=5000");

	private static final String INTRODUCTION = """
		# Macro reference

		All commands below Plugins › Super-Resolution, their keys, and a line of each. The lines run in Fiji, with and without
		windows, and in plain ImageJ. A key that is left out keeps its default and opens no dialog; a value with spaces is
		written `key=[a value]`; an error stops the macro. Images are named by their titles, results become the current image.
		The same keys, with `--` before them and files in place of images, are the options of the command line.

		This page is made of the commands themselves, by `MacroReference` among the tests.
		""";

	private MacroReference() {}

	public static void main(final String[] args) throws IOException {
		Files.writeString(PAGE, page());
	}

	static String page() throws IOException {
		try (TestContext context = new TestContext()) {
			final StringBuilder page = new StringBuilder(INTRODUCTION);
			for (final CommandInfo info : commands(context))
				page.append(heading(info)).append(section(info, context));
			page.append("\n## On the command line only\n");
			for (final CommandInfo info : ofTheCommandLine(context))
				page.append("\n### superres " + info.getName() + "\n\n" + info.getDescription() + "\n\n").append(section(info, context));
			return page.toString();
		}
	}

	/** Those in the menu, in its order. */
	static List<CommandInfo> commands(final TestContext context) throws IOException {
		final List<String> menu = Files.readAllLines(Path.of("src/main/resources/plugins.config"));
		final List<CommandInfo> commands = new ArrayList<>(ours(context));
		commands.removeIf(info -> info.getMenuPath().isEmpty());
		commands.sort(Comparator.comparing(info -> menu.indexOf(menu.stream().filter(line -> line.contains('"' + Items.menuLabel(info) +
			'"')).findFirst().orElse(null))));
		return commands;
	}

	/** Those in no menu, by their names. */
	private static List<CommandInfo> ofTheCommandLine(final TestContext context) {
		return ours(context).stream().filter(info -> info.getMenuPath().isEmpty()).sorted(Comparator.comparing(CommandInfo::getName))
			.toList();
	}

	private static List<CommandInfo> ours(final TestContext context) {
		return context.context().service(CommandService.class).getCommands().stream().filter(info -> info.getDelegateClassName()
			.startsWith("sc.fiji.superres.command.")).toList();
	}

	private static String heading(final CommandInfo info) {
		return "\n## " + Items.menuLabel(info) + "\n\n" + info.getDescription() + " On the command line: `superres " + info.getName() +
			"`.\n\n    " + line(info) + "\n\n";
	}

	private static String section(final CommandInfo info, final TestContext context) {
		final Module fresh = context.context().service(ModuleService.class).createModule(info);
		final StringBuilder text = new StringBuilder();
		final List<ModuleItem<?>> inputs = Items.inputs(info);
		if (!inputs.isEmpty()) text.append("| key | type | default | allowed | meaning |\n|---|---|---|---|---|\n");
		final boolean single = inputs.stream().filter(Items::isImage).count() == 1;
		for (final ModuleItem<?> item : inputs)
			text.append(row("`" + item.getName() + "`", type(item), initial(item, fresh, single), allowed(item), sentence(item)));
		final List<String> results = new ArrayList<>();
		info.outputs().forEach(output -> results.add("- " + output.getDescription() + (output.get(Outputs.MADE_IF) == null ? "" : ", with " +
			"`" + output.get(Outputs.MADE_IF) + "=true`") + "\n"));
		if (!results.isEmpty()) text.append(inputs.isEmpty() ? "" : "\n").append("Images that it makes, the last one current:\n\n").append(
			String.join("", results));
		return text.toString();
	}

	private static String line(final CommandInfo info) {
		final String options = options(info);
		return "run(\"" + Items.menuLabel(info) + "\"" + (options.isEmpty() ? "" : ", \"" + options + "\"") + ");";
	}

	/** Those of the example: where there is none, what must be given. */
	static String options(final CommandInfo info) {
		return EXAMPLES.getOrDefault(info.getName(), Items.inputs(info).stream().filter(ModuleItem::isRequired).map(
			item -> item.getName() + "=[" + (Items.isImage(item) ? item.getName() + ".tif" : item.getType() == File.class ? "/path/to/" +
				item.getName() : item.getName()) + "]").collect(Collectors.joining(" ")));
	}

	private static String row(final String... cells) {
		return "| " + String.join(" | ", List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |\n";
	}

	private static String type(final ModuleItem<?> item) {
		if (Items.isImage(item)) return "image";
		if (item.getType() == File.class) return "directory".equals(item.getWidgetStyle()) ? "folder" : "file";
		if (Items.isBoolean(item)) return "boolean";
		if (Items.hasChoices(item)) return "choice";
		if (item.getType() == String.class) return "text";
		return item.getType() == int.class || item.getType() == long.class ? "whole number" : "number";
	}

	/** @param single whether it is the only image where it is one */
	private static String initial(final ModuleItem<?> item, final Module fresh, final boolean single) {
		if (Items.isImage(item) && single) return "the current image";
		if (item.isRequired()) return "must be given";
		final String text = InputText.of(fresh.getInput(item.getName()));
		return text.isEmpty() ? "nothing" : "`" + text + "`";
	}

	private static String allowed(final ModuleItem<?> item) {
		if (Items.isImage(item)) return "the title of an open image";
		if (Items.isBoolean(item)) return "`true`, `false`";
		if (Items.hasChoices(item)) return item.getChoices().stream().map(choice -> "`" + InputText.of(choice) + "`").collect(Collectors
			.joining(", "));
		final String from = item.getMinimumValue() == null ? "" : "from " + InputText.of(item.getMinimumValue());
		return item.getMaximumValue() == null ? from : from + " to " + InputText.of(item.getMaximumValue());
	}

	private static String sentence(final ModuleItem<?> item) {
		return item.getDescription().replace("*", "\\*") + (Items.isHidden(item) ? " (not in the dialog)" : "");
	}
}
