package sc.fiji.superres.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import sc.fiji.superres.model.ModelEntry;

/** The models as a text: a table of what is short, and below it the rest, model by model. */
record ModelList(List<ListedModel> models, boolean tested) {

	private static final double MEGABYTE = 1e6;

	String text() {
		final StringBuilder text = new StringBuilder();
		if (!sound().isEmpty()) text.append(table()).append('\n');
		models.forEach(model -> text.append('\n').append(details(model)));
		return text.toString().strip();
	}

	private List<ListedModel> sound() {
		return models.stream().filter(model -> !model.entry().isBroken()).toList();
	}

	private String table() {
		final Set<String> measured = new LinkedHashSet<>();
		sound().forEach(model -> measured.addAll(scores(model).keySet()));
		final List<String> header = new ArrayList<>(List.of("model", "architecture", "scale", "channels"));
		measured.forEach(name -> header.add(name + " (dB)"));
		header.add("MB");
		if (tested) header.add("test");
		final List<List<String>> rows = new ArrayList<>(List.of(header));
		sound().forEach(model -> rows.add(row(model, measured)));
		return AlignedTable.of(rows);
	}

	private List<String> row(final ListedModel model, final Set<String> measured) {
		final ModelEntry.Contents contents = model.entry().contents().orElseThrow();
		final List<String> row = new ArrayList<>(List.of(model.entry().name(), contents.network().architecture().title(),
			String.valueOf(contents.network().scale()), contents.network().architecture().channels().toString()));
		measured.forEach(name -> row.add(scores(model).getOrDefault(name, "")));
		row.add(megabytes(model.entry()));
		if (tested) row.add(model.test());
		return row;
	}

	private static Map<String, String> scores(final ListedModel model) {
		return CardScores.of(model.entry().contents().orElseThrow().card());
	}

	static String megabytes(final ModelEntry entry) {
		return String.format(Locale.ROOT, "%.2f", entry.bytes() / MEGABYTE);
	}

	private static String details(final ListedModel model) {
		final StringBuilder text = new StringBuilder(model.entry().name() + (model.entry().isBroken() ? " (broken)\n" : "\n"));
		model.entry().contents().ifPresent(contents -> {
			line(text, "trained on", contents.card().trainedOn());
			line(text, "licence", contents.card().licence());
		});
		line(text, "path", place(model.entry()));
		if (model.failed()) line(text, "problem", model.problem());
		return text.toString();
	}

	private static void line(final StringBuilder text, final String name, final String value) {
		text.append(String.format("  %-11s ", name + ":")).append(value.replaceAll("\\s+", " ")).append('\n');
	}

	/** Where it lies, and what it is opened instead of. */
	static String place(final ModelEntry entry) {
		return entry.path() + (entry.hidden().isEmpty() ? "" : ", which is used instead of " + entry.hidden().stream().map(
			Path::toString).collect(Collectors.joining(" and ")));
	}
}
