package sc.fiji.superres.ui;

import java.util.List;

import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/** Texts for ImageJ's HTML windows. */
final class Html {

	private static final String PAGE = "https://imagej.net/plugins/super-resolution";

	private Html() {}

	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/** What a command does and what its inputs mean, each with its key in macros. */
	static String help(final ModuleInfo info) {
		final StringBuilder html = new StringBuilder("<html><h2>" + escape(Items.menuLabel(info)) + "</h2>");
		if (info.getDescription() != null) html.append("<p>").append(escape(info.getDescription()));
		html.append("<p>In brackets: the keys for macros.");
		append(html, Items.inputs(info).stream().filter(item -> !Items.isHidden(item)).toList());
		final List<ModuleItem<?>> hidden = Items.inputs(info).stream().filter(Items::isHidden).toList();
		if (!hidden.isEmpty()) append(html.append("<p>For macros alone:"), hidden);
		return html + "<p>More: <a href=\"" + PAGE + "\">" + PAGE + "</a>";
	}

	private static void append(final StringBuilder html, final List<ModuleItem<?>> items) {
		html.append("<dl>");
		for (final ModuleItem<?> item : items) {
			html.append("<dt><b>").append(escape(Items.label(item))).append("</b> (").append(item.getName()).append(")<dd>");
			if (item.getDescription() != null) html.append(escape(item.getDescription()));
		}
		html.append("</dl>");
	}
}
