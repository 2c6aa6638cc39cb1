package sc.fiji.superres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Draws {@code docs/rooms.svg}: the packages, in rows as they see each other, with an arrow to each room that one sees and
 * does not also see through another. Rows, arrows and colours come from the compiled classes; what a room is for, and where
 * it stands in its row, is said here. Its {@code main} writes the picture.
 */
public final class RoomsPicture {

	static final Path PICTURE = Path.of("docs/rooms.svg");

	private static final int WIDTH = 206, HEIGHT = 78, COLUMN = 228, ROW = 118, MARGIN = 16, LINES = 2;
	private static final int LETTERS_OF_A_LINE = 29; // of DejaVu Sans, the widest of the fonts that may be there

	/** A place in a row, and what the room is for. */
	private record Plan(double column, String purpose) {}

	/** A kind of room, by the library that makes it one. */
	private record Kind(String library, String fill, String line, String meaning) {}

	private static final List<Kind> KINDS = List.of(
		new Kind("ImageJ", "#dbe9f9", "#4a7ebb", "knows ImageJ or SciJava: the border to the host"),
		new Kind("TensorFlow", "#fde3cd", "#d0782a", "knows TensorFlow: the border to the engine"),
		new Kind("ImgLib2", "#e0f0dc", "#5f9e50", "knows ImgLib2: images as intervals"),
		new Kind("", "#eeeeee", "#8a8a8a", "knows no images: Java, and what is relocated into our jar"));

	private static final Map<String, Plan> PLANS = plans();

	private final Rooms rooms;
	private final StringBuilder svg = new StringBuilder();

	private RoomsPicture(final Rooms rooms) {
		this.rooms = rooms;
	}

	private static Map<String, Plan> plans() {
		final Map<String, Plan> plans = new HashMap<>();
		plans.put("cli", new Plan(2, "command line, made from the commands' inputs"));
		plans.put("command", new Plan(2, "a thin class for each menu entry and subcommand"));
		plans.put("ui", new Plan(0, "windows and dialogs, macro options of plain ImageJ"));
		plans.put("imagej", new Plan(0, "files, planes, selections, result images"));
		plans.put("evaluation", new Plan(1, "methods × images: tables of scores"));
		plans.put("training", new Plan(2, "patches, schedule, validation, checkpoints"));
		plans.put("sample", new Plan(3, "synthetic cells, drawn from a seed"));
		plans.put("install", new Plan(4, "fetches engines, from a network or a folder"));
		plans.put("batch", new Plan(0, "folders of images: plan, shards, journal"));
		plans.put("metric", new Plan(1.4, "PSNR, SSIM, sharpness and their conventions"));
		plans.put("upscale", new Plan(0.4, "windows, halo, pipeline, ensemble, consistency"));
		plans.put("model", new Plan(1.5, "model packages and their folders, recipes"));
		plans.put("resample", new Plan(2.5, "MATLAB's bicubic and the other interpolations"));
		plans.put("tensorflow", new Plan(4, "a network becomes a graph"));
		plans.put("loader", new Plan(3.07, "engines on the disk: chosen, tested, loaded"));
		plans.put("engine", new Plan(1.72, "interface to what computes"));
		plans.put("network", new Plan(1.72, "architectures as data: lists of layers"));
		plans.put("gpu", new Plan(2.72, "which GPUs and drivers a machine has"));
		plans.put("io", new Plan(3.29, "files, written whole or not at all"));
		plans.put("site", new Plan(3.72, "writes the update site; not in the plugin"));
		return plans;
	}

	public static void main(final String[] args) throws IOException {
		Files.writeString(PICTURE, draw(Rooms.read()));
	}

	static String draw(final Rooms rooms) {
		return new RoomsPicture(rooms).draw();
	}

	/** The rooms that have a place. */
	static Set<String> planned() {
		return PLANS.keySet();
	}

	private String draw() {
		final int rows = 1 + rooms.names().stream().mapToInt(rooms::height).max().orElseThrow();
		final int width = 2 * MARGIN + 4 * COLUMN + WIDTH, height = 2 * MARGIN + (rows - 1) * ROW + HEIGHT;
		svg.append(String.format(Locale.ROOT, """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="DejaVu Sans, Verdana, \
			Arial, sans-serif" text-anchor="middle">
			<title>The rooms of Super-Resolution and what each of them sees</title>
			<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path \
			d="M0 0L10 5L0 10z" fill="#666"/></marker></defs>
			<rect width="%1$d" height="%2$d" rx="10" fill="#fff"/>
			<g fill="none" stroke="#666" stroke-width="1.4" marker-end="url(#tip)">
			""", width, height, width, height));
		rooms.names().forEach(this::arrows);
		reflection("ui", "command");
		reflection("loader", "tensorflow");
		svg.append("</g>\n");
		rooms.names().forEach(this::box);
		legend(rows);
		return svg.append("</svg>\n").toString();
	}

	/** Their ends are spread along the edges of the boxes, in the order of where they come from or go to. */
	private void arrows(final String room) {
		for (final String other : rooms.seenFirst(room)) {
			final List<String> users = rooms.names().stream().filter(each -> rooms.seenFirst(each).contains(other)).toList();
			arrow(end(room, other, rooms.seenFirst(room)), bottom(room), end(other, room, users), top(other));
		}
	}

	private static double end(final String room, final String other, final List<String> others) {
		final List<String> sorted = new ArrayList<>(others);
		sorted.sort((a, b) -> Double.compare(plan(a).column, plan(b).column));
		return center(room) + (sorted.indexOf(other) - (sorted.size() - 1) / 2.0) * Math.min(34, (WIDTH - 40.0) / sorted.size());
	}

	private void arrow(final double x0, final double y0, final double x1, final double y1) {
		final double bend = Math.min(ROW, (y1 - y0) / 2);
		svg.append(String.format(Locale.ROOT, "<path d=\"M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f\"/>\n", x0, y0, x0, y0 + bend,
			x1, y1 - bend, x1, y1));
	}

	/** What is reached by its name only, which the classes do not tell: a room to the right, in the same row or above. */
	private void reflection(final String from, final String to) {
		final double left = center(to) - WIDTH / 2.0, right = center(from) + WIDTH / 2.0, y = top(to) + HEIGHT / 2.0;
		final String way = top(from) == top(to) ? String.format(Locale.ROOT, "M%.0f %.0fH%.0f", right, y, left) : String.format(
			Locale.ROOT, "M%.0f %.0fQ%1$.0f %.0f %.0f %3$.0f", right - 20, top(from), y, left);
		svg.append("<path stroke-dasharray=\"5 4\" d=\"" + way + "\"/>\n");
	}

	private void box(final String room) {
		final Kind kind = KINDS.stream().filter(each -> each.library.isEmpty() || rooms.libraries(room).contains(each.library))
			.findFirst().orElseThrow();
		svg.append(String.format(Locale.ROOT, "<rect x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\" " +
			"stroke=\"%s\" stroke-width=\"1.5\"/>\n", center(room) - WIDTH / 2.0, top(room), WIDTH, HEIGHT, kind.fill, kind.line));
		text(center(room), top(room) + 22, "font-size=\"16\" font-weight=\"bold\"", room);
		double y = top(room) + 41;
		for (final String line : lines(plan(room).purpose)) {
			text(center(room), y, "font-size=\"12\"", line);
			y += 15;
		}
		final String libraries = String.join(" · ", rooms.libraries(room));
		text(center(room), bottom(room) - 6, "font-size=\"10\" fill=\"" + kind.line + "\"", libraries.isEmpty() ? "Java alone"
			: libraries);
	}

	/** Broken where they are nearly of one length. */
	static List<String> lines(final String text) {
		if (text.length() <= LETTERS_OF_A_LINE) return List.of(text);
		int best = -1;
		for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1))
			if (best < 0 || Math.abs(2 * i - text.length()) < Math.abs(2 * best - text.length())) best = i;
		final List<String> lines = best < 0 ? List.of(text) : List.of(text.substring(0, best), text.substring(best + 1));
		for (final String line : lines)
			if (line.length() > LETTERS_OF_A_LINE)
				throw new IllegalStateException("\"" + text + "\" does not fit into " + LINES + " lines of " + LETTERS_OF_A_LINE +
					" letters. Say it in fewer words in RoomsPicture.");
		return lines;
	}

	private void legend(final int rows) {
		double y = MARGIN + (rows - 2) * ROW + 34;
		for (final Kind kind : KINDS) {
			svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%.0f\" width=\"22\" height=\"15\" rx=\"3\" fill=\"%s\" " +
				"stroke=\"%s\"/>\n", MARGIN, y - 12, kind.fill, kind.line));
			text(MARGIN + 32, y, "font-size=\"12\" text-anchor=\"start\"", kind.meaning);
			y += 24;
		}
		y += 6;
		for (final String line : List.of("→  sees; what is also seen through another room has no arrow",
			"⇢  reached by name at run time: commands as SciJava's,", "TensorFlow in a class loader of its own")) {
			text(MARGIN, y, "font-size=\"12\" text-anchor=\"start\"", line);
			y += 18;
		}
	}

	private void text(final double x, final double y, final String style, final String text) {
		svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" %s>%s</text>\n", x, y, style, text));
	}

	private static Plan plan(final String room) {
		final Plan plan = PLANS.get(room);
		if (plan == null)
			throw new IllegalStateException("The room " + room + " has no place in the picture. Give it one in RoomsPicture.");
		return plan;
	}

	private static double center(final String room) {
		return MARGIN + plan(room).column * COLUMN + WIDTH / 2.0;
	}

	private double top(final String room) {
		final int highest = rooms.names().stream().mapToInt(rooms::height).max().orElseThrow();
		return MARGIN + (highest - rooms.height(room)) * ROW;
	}

	private double bottom(final String room) {
		return top(room) + HEIGHT;
	}
}
