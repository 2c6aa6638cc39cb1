package sc.fiji.superres.network;

/**
 * A publication.
 *
 * @param text authors, title, where and when
 * @param doi such as {@code 10.1109/CVPRW.2017.151}
 */
public record Paper(String text, String doi) {

	/** @throws IllegalArgumentException if one of them is missing */
	public Paper {
		require("text", text);
		require("DOI", doi);
	}

	private static void require(final String what, final String text) {
		if (text == null || text.isBlank()) throw new IllegalArgumentException("The " + what + " of a paper is missing.");
	}
}
