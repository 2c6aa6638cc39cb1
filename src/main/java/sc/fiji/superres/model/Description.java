package sc.fiji.superres.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Paper;

/**
 * The description of a package, {@code rdf.yaml}, after the bioimage.io model description 0.4; {@link DescriptionWriter}
 * writes it.
 *
 * @param network built anew from the settings under {@code config.super_resolution}
 * @param card what is known about the model
 * @param weightsHash what the weights, once read, must give: other settings than those they were trained with may fit too
 * @param weights name of the file with the zipped SavedModel
 * @param sha256 checksum of that file
 * @param testInput name of the file with the test input
 * @param testOutput name of the file with its result
 */
record Description(Network network, ModelCard card, String weightsHash, String weights, String sha256, String testInput,
	String testOutput)
{

	static final String FORMAT = "0.4";
	static final String TYPE = "model";
	static final String OURS = "super_resolution";
	static final String WEIGHTS = "tensorflow_saved_model_bundle";
	static final String WEIGHTS_HASH = "weights_hash";
	static final String SHARPNESS = "sharpness";
	static final String SCORES = "scores";
	static final String BICUBIC_SCORES = "bicubic_scores";
	static final String PSNR = "psnr";
	static final String SSIM = "ssim";

	/** Whether a description is that of a model which this software can run. */
	static boolean isOurs(final Fields rdf) throws ModelException {
		return rdf.has("config") && rdf.fields("config").has(OURS);
	}

	/** @throws ModelException naming the first field that is missing, wrong or foreign */
	static Description of(final PackageFiles files) throws ModelException {
		final Fields rdf = Fields.read(files);
		requireOurs(files, rdf);
		final Fields ours = rdf.fields("config").fields(OURS);
		final Network network = network(files, ours);
		final ModelCard card = card(rdf, ours);
		final Fields weights = rdf.fields("weights").fields(WEIGHTS);
		return new Description(network, card, ours.text(WEIGHTS_HASH), weights.text("source"), weights.text("sha256"), first(rdf,
			"test_inputs"), first(rdf, "test_outputs"));
	}

	private static void requireOurs(final PackageFiles files, final Fields rdf) throws ModelException {
		if (!TYPE.equals(rdf.scalar("type")))
			throw new ModelException("The package " + files.path() + " is not a model: its type is \"" + rdf.scalar("type") +
				"\", but must be \"" + TYPE + "\".");
		final String format = rdf.scalar("format_version");
		if (!format.equals(FORMAT) && !format.startsWith(FORMAT + "."))
			throw new ModelException("The model package " + files.path() + " is of format " + format + "; format " + FORMAT +
				" is read. Export the model in format " + FORMAT + ".");
		if (!isOurs(rdf))
			throw new ModelException("The model package " + files.path() + " is one of another software; only packages with an " +
				"entry config." + OURS + " in their description can be run yet.");
	}

	private static Network network(final PackageFiles files, final Fields ours) throws ModelException {
		ours.text("architecture");
		try {
			return Architectures.of(ours.plainValues()).network();
		}
		catch (final IllegalArgumentException e) {
			throw new ModelException("The network of the model package " + files.path() + " cannot be built: " + e.getMessage(), e);
		}
	}

	private static ModelCard card(final Fields rdf, final Fields ours) throws ModelException {
		final List<String> authors = new ArrayList<>();
		for (final Fields author : rdf.listOfFields("authors"))
			authors.add(author.text("name"));
		if (authors.isEmpty()) throw rdf.wrong("authors", "a list of at least one mapping with a name");
		final List<Paper> references = new ArrayList<>();
		for (final Fields reference : rdf.listOfFields("cite"))
			if (reference.has("doi")) references.add(new Paper(reference.text("text"), reference.text("doi")));
		final Map<String, Object> training = new LinkedHashMap<>();
		if (ours.has("training")) ours.fields("training").plainValues().forEach((key, value) -> training.put(key, plain(value)));
		return new ModelCard(rdf.text("name"), rdf.text("description"), authors, timestamp(rdf), rdf.text("license"),
			ours.text("trained_on"), training, references, scores(ours, SCORES), scores(ours, BICUBIC_SCORES));
	}

	/** None where the field is missing, as in the packages of older versions. */
	private static Map<String, ModelCard.Score> scores(final Fields ours, final String key) throws ModelException {
		final Map<String, ModelCard.Score> scores = new LinkedHashMap<>();
		if (!ours.has(key)) return scores;
		final Fields sets = ours.fields(key);
		for (final String set : sets.names()) {
			if (set.isBlank()) throw ours.wrong(key, "a mapping of names of data sets to scores");
			final Fields score = sets.fields(set);
			final double ssim = score.number(SSIM);
			if (Math.abs(ssim) > 1) throw score.wrong(SSIM, "a number from -1 to 1");
			final double sharpness = score.has(SHARPNESS) ? score.number(SHARPNESS) : Double.NaN;
			if (sharpness < 0) throw score.wrong(SHARPNESS, "a number from 0 on");
			scores.put(set, new ModelCard.Score(score.number(PSNR), ssim, sharpness));
		}
		return scores;
	}

	/** The same with another card. */
	Description with(final ModelCard newCard) {
		return new Description(network, newCard, weightsHash, weights, sha256, testInput, testOutput);
	}

	/** YAML has kinds of values that a card has not. */
	private static Object plain(final Object value) {
		if (value instanceof Date date) return date.toInstant().toString();
		return value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Boolean ? value
			: value.toString();
	}

	private static Instant timestamp(final Fields rdf) throws ModelException {
		if (rdf.get("timestamp") instanceof Date date) return date.toInstant();
		try {
			return OffsetDateTime.parse(rdf.text("timestamp")).toInstant();
		}
		catch (final DateTimeException e) {
			throw rdf.wrong("timestamp", "a time such as 2026-01-31T12:00:00Z");
		}
	}

	private static String first(final Fields rdf, final String key) throws ModelException {
		final List<?> names = rdf.list(key);
		if (names.size() == 1 && names.get(0) instanceof String name) return name;
		throw rdf.wrong(key, "a list of one file name");
	}
}
