package sc.fiji.superres.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

/** What is known of one model: its picture, what it is for, and then fact by fact, broken into lines as the width asks. */
final class ModelPage extends JPanel implements Scrollable {

	static final Color WRONG = new Color(0xc0392b);

	private static final long serialVersionUID = 1L;
	private static final int MARGIN = 14;
	private static final int GAP = 6;
	private static final int LARGER = 4;
	private static final int STEP = 16;

	/** A line of the page: an explanation at the left, or none where the text takes the whole width. */
	private record Line(JLabel label, JTextArea text) {}

	private final ModelPicture picture = new ModelPicture();
	private final transient List<Line> lines = new ArrayList<>();

	ModelPage() {
		super(null);
		setBackground(UIManager.getColor("List.background"));
	}

	ModelPicture picture() {
		return picture;
	}

	void show(final ModelSheet sheet) {
		clear();
		add(picture);
		final JTextArea name = addLine(null, sheet.name());
		name.setFont(name.getFont().deriveFont(Font.BOLD, name.getFont().getSize2D() + LARGER));
		if (!sheet.problem().isEmpty()) addLine(null, sheet.problem()).setForeground(WRONG);
		if (!sheet.description().isEmpty()) addLine(null, sheet.description());
		sheet.facts().forEach(this::addFact);
		revalidate();
		repaint();
	}

	/** A page with nothing but a text. */
	void show(final String text) {
		clear();
		addLine(null, text);
		revalidate();
		repaint();
	}

	private void clear() {
		removeAll();
		lines.clear();
	}

	private void addFact(final String name, final String text) {
		if (!text.isEmpty()) addLine(name, text).setName(name);
	}

	private JTextArea addLine(final String name, final String text) {
		final JTextArea area = new JTextArea(text.replaceAll("\\s+", " "));
		area.setEditable(false);
		area.setOpaque(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setBorder(null);
		((DefaultCaret) area.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE); // else it scrolls to the last text
		area.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
		final JLabel label = name == null ? null : new JLabel(name, SwingConstants.RIGHT);
		if (label != null) {
			label.setFont(area.getFont());
			label.setForeground(faint());
			label.setVerticalAlignment(SwingConstants.TOP);
			label.setLabelFor(area);
			add(label);
		}
		add(area);
		lines.add(new Line(label, area));
		return area;
	}

	/** Between the colours of the text and of the page, whatever these are. */
	private Color faint() {
		final Color text = UIManager.getColor("Label.foreground"), page = getBackground();
		return new Color((3 * text.getRed() + 2 * page.getRed()) / 5, (3 * text.getGreen() + 2 * page.getGreen()) / 5, (3 * text
			.getBlue() + 2 * page.getBlue()) / 5);
	}

	/** Lays out all for a width. @return the height that it takes */
	private int layOut(final int width) {
		final int inner = Math.max(1, width - 2 * MARGIN);
		int y = MARGIN;
		if (picture.getParent() == this) {
			picture.setBounds(MARGIN, y, inner, picture.heightFor(inner));
			y += picture.getHeight() + MARGIN;
		}
		final int column = lines.stream().filter(line -> line.label != null)
			.mapToInt(line -> line.label.getPreferredSize().width).max().orElse(0);
		boolean first = true;
		for (final Line line : lines) {
			if (line.label != null && first) y += GAP; // the facts stand a little apart
			first &= line.label == null;
			final int indent = line.label == null ? 0 : column + MARGIN;
			final int height = height(line.text, inner - indent);
			line.text.setBounds(MARGIN + indent, y, inner - indent, height);
			if (line.label != null) line.label.setBounds(MARGIN, y, column, height);
			y += height + GAP;
		}
		return y + MARGIN - GAP;
	}

	/** A text area knows its height only when it knows its width. */
	private static int height(final JTextArea text, final int width) {
		text.setSize(Math.max(1, width), Short.MAX_VALUE);
		return text.getPreferredSize().height;
	}

	@Override
	public void doLayout() {
		layOut(getWidth());
	}

	@Override
	public Dimension getPreferredSize() {
		final Component parent = getParent();
		final int width = parent == null || parent.getWidth() == 0 ? getWidth() : parent.getWidth();
		return new Dimension(width, layOut(width));
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return getPreferredSize();
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible, final int orientation, final int direction) {
		return STEP;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible, final int orientation, final int direction) {
		return visible.height - STEP;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return getParent() != null && getParent().getHeight() > getPreferredSize().height;
	}
}
