package sc.fiji.superres.docs;

import java.util.List;

/**
 * A block of code in a page.
 *
 * @param page that it stands in
 * @param line of the page where it begins, from 1
 * @param language what stands behind its fence; of an indented one what it looks like
 * @param lines without fence and indentation
 */
record Block(Page page, int line, String language, List<String> lines) {

	static final String SHELL = "sh";
	static final String MACRO = "ijm";
	static final String JAVA = "java";
	static final String PYTHON = "python";
	static final String YAML = "yaml";
	static final String DIAGRAM = "mermaid";

	/** One that is only indented. */
	static Block indented(final Page page, final int line, final List<String> lines) {
		return new Block(page, line, lines.get(0).startsWith("run(") ? MACRO : SHELL, lines);
	}

	boolean is(final String wanted) {
		return language.equals(wanted);
	}

	String text() {
		return String.join("\n", lines) + "\n";
	}

	/** Where to look for it. */
	@Override
	public String toString() {
		return page.file() + ":" + line;
	}
}
