package sc.fiji.superres.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of a shell, as a page shows it. */
record ShellLine(String text) {

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
	private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
	private static final Pattern QUOTED = Pattern.compile("\"[^\"$]*\"|'[^']*'");
	private static final Pattern SPECIAL = Pattern.compile("[<>|$&;~*?`]|^\\w+=");
	private static final Pattern PART = Pattern.compile(" (?:&&|\\|) ");
	private static final Pattern LAUNCHER = Pattern.compile("(?:\\w+=\\S* )*(?:target/app/)?superres(?: |$)(.*)");

	/** Those of a block: a backslash at the end goes on with the next one, comments are left out. */
	static List<ShellLine> of(final Block block) {
		return block.text().replaceAll("\\\\\n\\s*", "").lines().map(line -> COMMENT.matcher(line).replaceFirst("").strip())
			.filter(line -> !line.isEmpty()).map(ShellLine::new).toList();
	}

	/** Whether it is words only, and nothing that a shell would do. */
	boolean isPlain() {
		return !SPECIAL.matcher(QUOTED.matcher(text).replaceAll("word")).find();
	}

	/** What it runs one after another, or one into the other. */
	List<ShellLine> parts() {
		return Stream.of(PART.split(text)).map(ShellLine::new).toList();
	}

	boolean isOfLauncher() {
		return LAUNCHER.matcher(text).matches();
	}

	/** Of a line of the launcher: the arguments, without quotes and redirections. */
	List<String> arguments() {
		final Matcher line = LAUNCHER.matcher(text);
		if (!line.matches()) throw new IllegalStateException(text);
		final List<String> words = new ArrayList<>();
		final Matcher word = WORD.matcher(line.group(1).replaceAll(" [<>] \\S+", ""));
		while (word.find())
			words.add(word.group().replaceAll("[\"']", ""));
		return words;
	}

	/** Its first word. */
	String program() {
		return text.split(" ")[0];
	}
}
