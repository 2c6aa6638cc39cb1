package sc.fiji.superres.command;

import java.util.List;

/** Adds a list of models to ImageJ's Results table. */
final class ModelRows {

	private ModelRows() {}

	static void add(final List<ListedModel> models) {
		ResultsRows.add(models, (table, model) -> {
			table.addValue("model", model.entry().name());
			model.entry().contents().ifPresent(contents -> {
				table.addValue("architecture", contents.network().architecture().title());
				table.addValue("scale", contents.network().scale());
				table.addValue("channels", contents.network().architecture().channels().toString());
				CardScores.of(contents.card()).forEach((name, score) -> table.addValue(name.replace(' ', '_') + "_dB",
					Double.parseDouble(score)));
				table.addValue("trained_on", contents.card().trainedOn());
				table.addValue("licence", contents.card().licence());
			});
			table.addValue("MB", Double.parseDouble(ModelList.megabytes(model.entry())));
			table.addValue("test", model.test());
			table.addValue("path", ModelList.place(model.entry()));
			table.addValue("problem", model.problem());
		});
	}
}
