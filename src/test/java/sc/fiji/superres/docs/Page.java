package sc.fiji.superres.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation: what stands in it for a computer to run, and where its links lead.
 *
 * @param file relative to the project's folder
 * @param lines of the page
 */
record Page(Path file, List<String> lines) {

	private static final List<String> FOLDERS = List.of("", "docs", "macros", "models", "update-site");

	private static final Pattern FENCE = Pattern.compile(" {0,3}```+ *(\\w*) *");
	private static final Pattern INDENT = Pattern.compile("( {4}|\t)(.*)");
	private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	/** All pages, sorted. */
	static List<Page> all() {
		return FOLDERS.stream().map(Path::of).filter(Files::isDirectory).flatMap(Page::in).toList();
	}

	private static Stream<Page> in(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::read).toList().stream();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Page read(final Path file) {
		try {
			return new Page(file, Files.readAllLines(file));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** In their order. */
	List<Block> blocks() {
		final List<Block> blocks = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			final Matcher fence = FENCE.matcher(lines.get(i));
			if (fence.matches()) {
				final List<String> code = take(i + 1, line -> !FENCE.matcher(line).matches());
				blocks.add(new Block(this, i + 1, fence.group(1), code));
				i += code.size() + 1;
			}
			else if (isIndented(lines.get(i)) && (i == 0 || lines.get(i - 1).isBlank())) {
				final List<String> code = take(i, Page::isIndented);
				blocks.add(Block.indented(this, i + 1, code.stream().map(Page::unindented).toList()));
				i += code.size() - 1;
			}
		}
		return blocks;
	}

	List<Block> blocks(final String language) {
		return blocks().stream().filter(block -> block.is(language)).toList();
	}

	private List<String> take(final int start, final Predicate<String> wanted) {
		return lines.subList(start, lines.size()).stream().takeWhile(wanted).toList();
	}

	private static boolean isIndented(final String line) {
		return INDENT.matcher(line).matches() && !line.isBlank();
	}

	private static String unindented(final String line) {
		return line.substring(line.startsWith("\t") ? 1 : 4);
	}

	/** The lines that are no code. */
	private String prose() {
		final StringBuilder prose = new StringBuilder();
		boolean code = false;
		for (final String line : lines) {
			final boolean fence = FENCE.matcher(line).matches();
			if (fence) code = !code;
			if (!fence && !code) prose.append(line).append('\n');
		}
		return prose.toString();
	}

	/** Names that a link may end with, as GitHub makes them of the headings. */
	Set<String> anchors() {
		final Set<String> anchors = new HashSet<>();
		prose().lines().map(HEADING::matcher).filter(Matcher::matches).map(heading -> heading.group(1).replaceAll(
			"\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.forEach(anchors::add);
		return anchors;
	}

	/** Where its links and pictures lead. */
	List<String> links() {
		return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
	}

	/** What stands between backticks in its text, in one line each. */
	List<String> inlineCode() {
		return CODE.matcher(prose()).results().map(MatchResult::group).map(code -> code.substring(1, code.length() - 1)
			.replaceAll("\\s+", " ")).toList();
	}

	@Override
	public String toString() {
		return file.toString();
	}
}
