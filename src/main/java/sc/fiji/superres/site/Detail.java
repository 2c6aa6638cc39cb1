package sc.fiji.superres.site;

import java.util.Map;

/**
 * What else an update site says of a version: an element such as {@code description}, {@code dependency} or {@code author}.
 * For files that stay as they are, it is kept as it is.
 *
 * @param element its name
 * @param attributes in the order in which they are written
 * @param text its text; empty where it has none
 */
record Detail(String element, Map<String, String> attributes, String text) {

	static Detail of(final String element, final String text) {
		return new Detail(element, Map.of(), text);
	}
}
