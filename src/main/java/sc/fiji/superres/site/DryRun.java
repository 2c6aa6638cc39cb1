package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the official uploader printed that it would do, of {@code fiji --update upload-complete-site --simulate}.
 *
 * @param brought files that it would bring or replace
 * @param withdrawn files that it would withdraw
 * @param errors what keeps it from doing so
 */
record DryRun(Set<String> brought, Set<String> withdrawn, List<String> errors) {

	private static final Pattern LEVEL = Pattern.compile("^\\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR)\\]?:?\\s+");
	private static final Pattern END = Pattern.compile("Would upload(/remove)? (?<count>\\d+) .*|Nothing to upload");
	private static final Pattern ANNOUNCEMENT = Pattern.compile("(?i)(would|uploading|removing) .*");
	private static final List<Pattern> BROUGHT = patterns("Would upload new version of (?<path>.+)",
		"Would upload new (?<path>.+)", "Would (re-)?upload (?<path>.+)", "Uploading new file (?<path>'.+') to .*",
		"Uploading \\(force-shadow\\) (?<path>'[^']+').*");
	private static final List<Pattern> WITHDRAWN = patterns("Would mark (?<path>.+) obsolete",
		"Removing file (?<path>'[^']+').*");
	/** A file that has another version here. */
	private static final Pattern LOCAL = Pattern.compile("(.+) \\(local: (.+)\\)");

	/**
	 * Reads what was printed, as a file.
	 *
	 * @throws IOException if it has no end, so that nobody knows what would happen
	 */
	static DryRun read(final Path file) throws IOException {
		final Set<String> brought = new TreeSet<>(), withdrawn = new TreeSet<>();
		final List<String> errors = new ArrayList<>();
		boolean ended = false;
		int understood = 0, announced = 0;
		for (final String line : Files.readAllLines(file)) {
			final Matcher level = LEVEL.matcher(line);
			final boolean error = level.lookingAt() && level.group(1).equals("ERROR");
			final String text = level.replaceFirst("").strip();
			if (error) errors.add("The uploader says: " + text);
			else if (END.matcher(text).matches()) {
				ended = true;
				announced = count(text);
			}
			else if (addPaths(text, BROUGHT, brought) || addPaths(text, WITHDRAWN, withdrawn)) understood++;
			else if (ANNOUNCEMENT.matcher(text).matches()) throw new IOException(file + " has a line that is not understood: \"" + text +
				"\". Look at what the uploader means by it before anything is uploaded.");
		}
		if (understood < announced && errors.isEmpty()) throw new IOException(file + " announces " + announced + " files, but names only " + understood +
			". Look at what the uploader would do before anything is uploaded.");
		if (!ended && errors.isEmpty()) throw new IOException(file + " is no complete dry run of the official uploader: it has " +
			"no line \"Would upload N (removing N) to ...\" and none \"Nothing to upload\". Run it with --simulate again.");
		return new DryRun(brought, withdrawn, errors);
	}

	private static int count(final String end) {
		final Matcher matcher = END.matcher(end);
		return matcher.matches() && matcher.group("count") != null ? Integer.parseInt(matcher.group("count")) : 0;
	}

	private static List<Pattern> patterns(final String... lines) {
		return Stream.of(lines).map(Pattern::compile).toList();
	}

	/** Whether a line is one of those. */
	private static boolean addPaths(final String text, final List<Pattern> lines, final Set<String> paths) {
		for (final Pattern pattern : lines) {
			final Matcher line = pattern.matcher(text);
			if (!line.matches()) continue;
			final String path = line.group("path").replaceAll("^'|'$", "");
			final Matcher local = LOCAL.matcher(path);
			if (local.matches()) paths.addAll(List.of(local.group(1), local.group(2)));
			else paths.add(path);
			return true;
		}
		return false;
	}
}
