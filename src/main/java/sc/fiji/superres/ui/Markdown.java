package sc.fiji.superres.ui;

import java.util.Arrays;
import java.util.List;

/**
 * The Markdown of the cards of models as HTML: headings, paragraphs, lists, tables, code, emphasis, links; of pictures the
 * text that stands for them.
 */
final class Markdown {

	private static final String TABLE = "table cellpadding='3' cellspacing='0'";

	private final StringBuilder html = new StringBuilder();
	private String open = "";

	private Markdown() {}

	static String html(final String text) {
		final Markdown page = new Markdown();
		text.lines().forEach(page::line);
		page.open("");
		return page.html.toString();
	}

	private void line(final String line) {
		final String text = line.strip();
		if (open.equals("pre") && !text.startsWith("```")) html.append(Html.escape(line)).append('\n');
		else if (text.startsWith("```")) open(open.equals("pre") ? "" : "pre");
		else if (text.isEmpty()) open("");
		else if (text.matches("#{1,6} .*")) heading(text);
		else if (text.startsWith("|")) row(text);
		else if (text.matches("[-*] .*")) item(text.substring(2));
		else paragraph(text);
	}

	/** Ends the element that is open, and opens another one where that is not the same. */
	private void open(final String element) {
		if (element.equals(open)) return;
		if (!open.isEmpty()) html.append("</").append(open).append(">\n");
		if (!element.isEmpty()) html.append('<').append(element.equals("table") ? TABLE : element).append('>');
		open = element;
	}

	private void heading(final String text) {
		open("");
		final int level = text.indexOf(' ');
		final String title = inline(text.substring(level + 1));
		html.append("<h").append(level).append('>').append(title).append("</h").append(level).append(">\n");
	}

	private void row(final String text) {
		final String inner = text.replaceFirst("^\\|", "").replaceFirst("\\|$", "");
		final List<String> cells = Arrays.stream(inner.split("(?<!\\\\)\\|")).map(cell -> cell.strip().replace("\\|", "|"))
			.toList();
		if (cells.stream().allMatch(cell -> cell.isEmpty() || cell.matches(":?-+:?"))) return;
		open("table");
		html.append("<tr valign='top'>");
		cells.forEach(cell -> html.append("<td>").append(inline(cell)).append("</td>"));
		html.append("</tr>");
	}

	private void item(final String text) {
		open("ul");
		html.append("<li>").append(inline(text)).append("</li>");
	}

	/** What follows on an item without a blank line belongs to it. */
	private void paragraph(final String text) {
		if (!open.equals("ul")) open("p");
		html.append(inline(text)).append(' ');
	}

	private static String inline(final String text) {
		return Html.escape(text).replaceAll("`([^`]+)`", "<code>$1</code>").replaceAll("\\*\\*([^*]+)\\*\\*", "<b>$1</b>")
			.replaceAll("!\\[([^\\]]*)\\]\\([^)]*\\)", "<i>$1</i>").replaceAll("\\[([^\\]]+)\\]\\((https?://[^)\"']+)\\)",
				"<a href=\"$2\">$1</a>").replaceAll("&lt;(https?://[^\"'& ]+)&gt;", "<a href=\"$1\">$1</a>");
	}
}
