package sc.fiji.superres.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.superres.network.Paper;

/**
 * What people should know about a model before they trust its result.
 *
 * @param title one line
 * @param description a sentence or two: what it is for, what it makes of which images
 * @param authors names of those who made the model, at least one
 * @param created when it was made, in whole seconds
 * @param licence of the weights: an SPDX identifier or plain words
 * @param trainedOn the training images, in words
 * @param training settings and scores by name, such as steps, hours, seed, PSNR on Set5, in the order to be shown: texts,
 *          whole numbers, doubles or booleans
 * @param references papers on the architecture, may be empty
 * @param scores how it does on data sets, by their names, in the order to be shown; empty where it was not measured
 * @param bicubic how MATLAB's bicubic interpolation does there; may lack some
 */
public record ModelCard(String title, String description, List<String> authors, Instant created, String licence,
	String trainedOn, Map<String, Object> training, List<Paper> references, Map<String, Score> scores,
	Map<String, Score> bicubic)
{

	/**
	 * The means over a data set by the convention of published results: on Y, as many pixels of border left out as the scale,
	 * LR images made by MATLAB's bicubic.
	 *
	 * @param psnr in dB, rounded to 3 decimal places
	 * @param ssim from -1 to 1, rounded to 4 decimal places
	 * @param sharpness against the truth, 1 being as sharp, rounded to 3 decimal places; NaN where it is not known
	 */
	public record Score(double psnr, double ssim, double sharpness) {

		/**
		 * @throws IllegalArgumentException if the PSNR is not finite, as of equal images, or the SSIM is not -1 to 1, or the
		 *           sharpness is below 0
		 */
		public Score {
			if (!Double.isFinite(psnr))
				throw new IllegalArgumentException("A PSNR on a model's card is " + psnr + ", but must be a finite number.");
			if (!(ssim >= -1 && ssim <= 1))
				throw new IllegalArgumentException("An SSIM on a model's card is " + ssim + ", but must be from -1 to 1.");
			if (sharpness < 0 || Double.isInfinite(sharpness))
				throw new IllegalArgumentException("A sharpness on a model's card is " + sharpness + ", but must be 0 or more.");
			psnr = Math.round(1e3 * psnr) / 1e3;
			ssim = Math.round(1e4 * ssim) / 1e4;
			if (!Double.isNaN(sharpness)) sharpness = Math.round(1e3 * sharpness) / 1e3;
		}

		/** Without sharpness. */
		public Score(final double psnr, final double ssim) {
			this(psnr, ssim, Double.NaN);
		}
	}

	/** @throws IllegalArgumentException if a text is missing, or a value of {@code training} is of another kind */
	public ModelCard {
		require("title", title);
		require("description", description);
		require("licence", licence);
		require("description of the training images", trainedOn);
		if (authors.isEmpty()) throw new IllegalArgumentException("A model's card needs an author.");
		authors.forEach(author -> require("name of an author", author));
		authors = List.copyOf(authors);
		created = created.truncatedTo(ChronoUnit.SECONDS);
		final Map<String, Object> plain = new LinkedHashMap<>();
		training.forEach((key, value) -> plain.put(key, plain(key, value)));
		training = Collections.unmodifiableMap(plain);
		references = List.copyOf(references);
		scores = named(scores);
		bicubic = named(bicubic);
	}

	/** The card of a model that was not measured on data sets. */
	public ModelCard(final String title, final String description, final List<String> authors, final Instant created,
		final String licence, final String trainedOn, final Map<String, Object> training, final List<Paper> references)
	{
		this(title, description, authors, created, licence, trainedOn, training, references, Map.of(), Map.of());
	}

	/** The same card with these scores, too, and those of bicubic interpolation; of equal names the new ones count. */
	public ModelCard withScores(final Map<String, Score> newScores, final Map<String, Score> newBicubic) {
		return new ModelCard(title, description, authors, created, licence, trainedOn, training, references, joined(scores,
			newScores), joined(bicubic, newBicubic));
	}

	private static Map<String, Score> joined(final Map<String, Score> scores, final Map<String, Score> others) {
		final Map<String, Score> joined = new LinkedHashMap<>(scores);
		joined.putAll(others);
		return joined;
	}

	private static Map<String, Score> named(final Map<String, Score> scores) {
		scores.keySet().forEach(name -> require("name of a data set", name));
		return Collections.unmodifiableMap(new LinkedHashMap<>(scores));
	}

	private static void require(final String what, final String text) {
		if (text == null || text.isBlank()) throw new IllegalArgumentException("A model's card needs the " + what + ".");
	}

	/** A long becomes an int where it fits, as it does when a card is read. */
	private static Object plain(final String key, final Object value) {
		if (value instanceof Long number && number == number.intValue()) return number.intValue();
		if (value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Boolean ||
			value instanceof String) return value;
		throw new IllegalArgumentException("The value of " + key + " on a model's card is " + kind(value) +
			", but must be a text, a number, true or false.");
	}

	private static String kind(final Object value) {
		return value == null ? "missing" : "of type " + value.getClass().getSimpleName();
	}
}
