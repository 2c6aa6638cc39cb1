package sc.fiji.superres.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 */
public record ModelCard(String title, String description, List<String> authors, Instant created, String licence,
	String trainedOn, Map<String, Object> training, List<Reference> references)
{

	/**
	 * A publication.
	 *
	 * @param text authors, title, journal, year
	 * @param doi such as {@code 10.1109/CVPRW.2017.151}
	 */
	public record Reference(String text, String doi) {

		public Reference {
			require("text of a reference", text);
			require("DOI of a reference", doi);
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
