package sc.fiji.superres.ui;

import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

import javax.swing.JToolTip;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Explains an AWT component while the mouse rests on it; AWT itself has no tooltips. */
final class Tooltip extends MouseAdapter {

	private static final int DELAY_MILLIS = 600;
	private static final int WIDTH = 320;
	private static final int DISTANCE = 18;

	private final Component component;
	private final String text;
	private final Timer timer;
	private JWindow window;

	private Tooltip(final Component component, final String text) {
		this.component = component;
		this.text = text;
		timer = new Timer(DELAY_MILLIS, event -> open());
		timer.setRepeats(false);
	}

	/** The text is also what a screen reader tells. */
	static void set(final Component component, final String text) {
		component.getAccessibleContext().setAccessibleDescription(text);
		component.addMouseListener(new Tooltip(component, text));
	}

	@Override
	public void mouseEntered(final MouseEvent event) {
		timer.restart();
	}

	@Override
	public void mouseExited(final MouseEvent event) {
		close();
	}

	@Override
	public void mousePressed(final MouseEvent event) {
		close();
	}

	private void open() {
		final Window owner = SwingUtilities.getWindowAncestor(component);
		if (owner == null || !component.isShowing()) return;
		close();
		final JToolTip tip = new JToolTip();
		final boolean wide = tip.getFontMetrics(tip.getFont()).stringWidth(text) > WIDTH;
		tip.setTipText("<html><body" + (wide ? " width=" + WIDTH : "") + ">" + Html.escape(text) + "</body></html>");
		window = new JWindow(owner);
		window.setType(Window.Type.POPUP);
		window.setFocusableWindowState(false);
		window.add(tip);
		window.pack();
		final Point place = component.getLocationOnScreen();
		window.setLocation(place.x + DISTANCE, place.y + component.getHeight() + DISTANCE / 3);
		window.setVisible(true);
	}

	private void close() {
		timer.stop();
		if (window != null) window.dispose();
		window = null;
	}
}
