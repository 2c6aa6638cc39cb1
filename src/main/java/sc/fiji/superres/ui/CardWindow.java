package sc.fiji.superres.ui;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.BorderFactory;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.UIManager;
import javax.swing.event.HyperlinkEvent;

import ij.IJ;
import ij.WindowManager;
import ij.plugin.BrowserLauncher;

/** Shows the card of a model. */
public final class CardWindow {

	private static final Dimension SIZE = new Dimension(680, 720);
	private static final int MARGIN = 12;
	private static final String STYLE = "<style>h1 {font-size: 140%; margin: 12 0 4 0} " +
		"h2 {font-size: 115%; margin: 14 0 4 0} p {margin: 2 0 6 0} ul {margin: 2 0 6 16}</style>";

	private CardWindow() {}

	/**
	 * Opens a window. May be called from any thread.
	 *
	 * @param name of the model
	 * @param card in Markdown
	 */
	public static void open(final String name, final String card) {
		EventQueue.invokeLater(() -> {
			final JFrame frame = new JFrame(name + " (card)");
			frame.add(new JScrollPane(text(card), ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
				ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED));
			frame.setSize(SIZE);
			frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
			if (IJ.getInstance() != null) frame.setIconImage(IJ.getInstance().getIconImage());
			frame.addWindowListener(new WindowAdapter() {

				@Override
				public void windowClosed(final WindowEvent event) {
					WindowManager.removeWindow(frame);
				}
			});
			WindowManager.addWindow(frame);
			frame.setVisible(true);
		});
	}

	private static JEditorPane text(final String card) {
		final JEditorPane text = new JEditorPane("text/html", "<html><head>" + STYLE + "</head><body>" + Markdown.html(card) +
			"</body></html>");
		text.setName("card");
		text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
		text.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
		text.setEditable(false);
		text.setBorder(BorderFactory.createEmptyBorder(0, MARGIN, MARGIN, MARGIN));
		text.setCaretPosition(0);
		text.addHyperlinkListener(event -> {
			if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED)
				IJ.runPlugIn(BrowserLauncher.class.getName(), event.getURL().toString());
		});
		return text;
	}
}
