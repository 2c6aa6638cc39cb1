package sc.fiji.superres.site;

import java.util.List;

/** The updater's names of platforms. */
final class Platforms {

	/** Those for which there is something on our site, or may be. */
	static final List<String> KNOWN = List.of("linux64", "linux-arm64", "macos64", "macos-arm64", "win64", "win-arm64");

	private Platforms() {}

	/** The platforms that a file is for, as its folder below {@code lib} says; none: all. */
	static List<String> of(final String path) {
		final String[] parts = path.split("/");
		return parts.length > 2 && parts[0].equals("lib") && KNOWN.contains(parts[1]) ? List.of(parts[1]) : List.of();
	}
}
