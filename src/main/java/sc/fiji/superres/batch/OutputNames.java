package sc.fiji.superres.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of results, from those of their images: the same folder below the output, and a name made by a pattern such as
 * <code>{name}-{model}</code>.
 */
public final class OutputNames {

	private static final List<String> FORMATS = List.of("tif", "png", "jpg");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");

	private final String format;
	private final String naming;
	private final Map<String, String> fixed;

	/**
	 * @param format {@code tif}, {@code png} or {@code jpg}
	 * @param naming with the placeholders <code>{name}</code>, <code>{file}</code> (the name with its extension),
	 *          <code>{model}</code> and <code>{scale}</code>
	 * @param model name or path of the model
	 * @throws IllegalArgumentException if the format is another, or the pattern cannot tell images apart or is no name
	 */
	public OutputNames(final String format, final String naming, final String model, final int scale) {
		if (!FORMATS.contains(format))
			throw new IllegalArgumentException("format is \"" + format + "\", but must be one of " +
				String.join(", ", FORMATS) + ".");
		this.format = format;
		this.naming = naming;
		final String ofPath = model.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "").replaceFirst("(?i)\\.zip$", "");
		fixed = Map.of("{model}", ofPath, "{scale}", "x" + scale);
		check();
	}

	private void check() {
		final List<String> unknown = new ArrayList<>(PLACEHOLDER.matcher(naming).results().map(match -> match.group()).toList());
		final boolean distinct = unknown.contains("{name}") || unknown.contains("{file}");
		unknown.removeAll(List.of("{name}", "{file}", "{model}", "{scale}"));
		if (!distinct || !unknown.isEmpty() || naming.matches("(?s).*[/\\\\:*?\"<>|\\p{Cntrl}].*") || naming.startsWith("."))
			throw new IllegalArgumentException("naming is \"" + naming + "\", but must be a file name without extension that holds " +
				"{name} (or {file}, with its extension) and may hold {model} and {scale}, such as {name}-{model}.");
	}

	/** The result of an image, relative to the output folder, with slashes. */
	String of(final String image) {
		final int folder = image.lastIndexOf('/') + 1;
		final String file = image.substring(folder);
		final int dot = file.lastIndexOf('.');
		final Map<String, String> values = new HashMap<>(fixed);
		values.put("{file}", file);
		values.put("{name}", dot > 0 ? file.substring(0, dot) : file);
		final String name = PLACEHOLDER.matcher(naming).replaceAll(match -> Matcher.quoteReplacement(values.get(match
			.group())));
		return image.substring(0, folder) + name + "." + format;
	}

	/**
	 * The results of images, by their names.
	 *
	 * @throws IllegalArgumentException if two would have one name
	 */
	public Map<String, String> of(final List<String> images) {
		final Map<String, String> results = new LinkedHashMap<>();
		final Map<String, String> taken = new HashMap<>();
		for (final String image : images) {
			final String result = of(image);
			final String other = taken.put(result.toLowerCase(Locale.ROOT), image); // some disks do not know upper case
			if (other != null)
				throw new IllegalArgumentException("The results of " + other + " and " + image + " would both be " + result +
					". Take only one of them by the pattern, or set naming to {file}, which keeps the extension.");
			results.put(image, result);
		}
		return results;
	}
}
