package sc.fiji.superres.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Collections;
import java.util.List;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;

import ij.IJ;
import ij.WindowManager;

/** The window of the models: a list, what is known of the selected one, and what can be done with it. */
public final class ModelsWindow {

	private static final String TITLE = "Super-Resolution Models";
	private static final Dimension SIZE = new Dimension(880, 620);
	private static final Dimension SMALLEST = new Dimension(620, 380);
	private static final int LIST_WIDTH = 220;
	private static final int GAP = 10;

	/** Of the event thread alone, as all else here. */
	private static ModelsWindow open;

	private final ModelDesk desk;
	private final JFrame frame = new JFrame(TITLE);
	private final DefaultListModel<ModelSheet> sheets = new DefaultListModel<>();
	private final JList<ModelSheet> list = new JList<>(sheets) {

		private static final long serialVersionUID = 1L;

		/** Long names end in dots. */
		@Override
		public boolean getScrollableTracksViewportWidth() {
			return true;
		}
	};
	private final ModelPage page = new ModelPage();
	private final ModelButtons buttons = new ModelButtons();
	private final ModelClicks clicks;

	private ModelsWindow(final ModelDesk desk) {
		this.desk = desk;
		clicks = new ModelClicks(desk, frame, this::update, this::reload);
		list.setName("models");
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setCellRenderer(new ModelCell());
		list.addListSelectionListener(event -> {
			if (!event.getValueIsAdjusting()) select();
		});
		buttons.forAll("add", "Add...", "Copy a model package, a zip file or a folder, into the folder of your models",
			() -> clicks.add(all()));
		buttons.forAll("test all", "Test All", "Test all models, one after the other", clicks::testAll);
		buttons.forOne("card", "Open Card", "Read how the model was made, for what, and how good it is", false, () -> clicks.card(
			selected()));
		buttons.forOne("test", "Test", "Run the test input of the model, which must give its test output", true, () -> clicks.test(
			selected()));
		buttons.forOne("delete", "Delete...", "Delete the package of the model", false, () -> clicks.delete(selected()));
		frame.add(content());
		frame.setMinimumSize(SMALLEST);
		frame.setSize(SIZE);
		frame.setLocationRelativeTo(null);
		frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		if (IJ.getInstance() != null) frame.setIconImage(IJ.getInstance().getIconImage());
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				clicks.stop();
				WindowManager.removeWindow(frame);
				open = null;
			}
		});
		bind(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), clicks::stop);
		bind(KeyStroke.getKeyStroke(KeyEvent.VK_W, frame.getToolkit().getMenuShortcutKeyMaskEx()), frame::dispose);
		update();
	}

	/** Opens the window, or brings the open one to the front and lists the models anew. May be called from any thread. */
	public static void open(final ModelDesk desk) {
		EventQueue.invokeLater(() -> {
			if (open == null) {
				open = new ModelsWindow(desk);
				WindowManager.addWindow(open.frame);
				open.frame.setVisible(true);
			}
			open.frame.toFront();
			open.reload("");
		});
	}

	private JComponent content() {
		final JScrollPane left = new JScrollPane(list);
		left.setPreferredSize(new Dimension(LIST_WIDTH, 0));
		final JScrollPane right = new JScrollPane(page, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
			ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
		final JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, left, right);
		both.setBorder(null);
		final JPanel below = new JPanel(new BorderLayout(0, GAP));
		below.add(buttons, BorderLayout.NORTH);
		below.add(clicks.status(), BorderLayout.SOUTH);
		final JPanel content = new JPanel(new BorderLayout(0, GAP));
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(both, BorderLayout.CENTER);
		content.add(below, BorderLayout.SOUTH);
		return content;
	}

	private void bind(final KeyStroke key, final Runnable action) {
		frame.getRootPane().getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(key, key);
		frame.getRootPane().getActionMap().put(key, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent event) {
				action.run();
			}
		});
	}

	private ModelSheet selected() {
		return list.getSelectedValue();
	}

	private List<ModelSheet> all() {
		return Collections.list(sheets.elements());
	}

	/** @param name of the model to select; empty for the one that is */
	private void reload(final String name) {
		final String wanted = !name.isEmpty() || selected() == null ? name : selected().name();
		final int place = Math.max(0, list.getSelectedIndex());
		Background.run(desk::list, found -> {
			sheets.clear();
			found.forEach(sheets::addElement);
			final int index = found.stream().map(ModelSheet::name).toList().indexOf(wanted);
			list.setSelectedIndex(index >= 0 ? index : Math.min(place, found.size() - 1));
			list.ensureIndexIsVisible(list.getSelectedIndex());
			if (found.isEmpty()) page.show("There is no model yet. \"Add...\" takes a zip file or a folder with one.");
			update();
		}, clicks::complain);
	}

	private void update() {
		buttons.update(selected(), clicks.isBusy());
	}

	private void select() {
		final ModelSheet sheet = selected();
		update();
		if (sheet == null) return;
		page.picture().clear();
		page.show(sheet);
		EventQueue.invokeLater(() -> page.scrollRectToVisible(new Rectangle(0, 0, 1, 1))); // when it is laid out
		Background.run(() -> sheet.picture().get().flatMap(ModelPicture::decode), picture -> {
			if (sheet == selected()) page.picture().show(picture);
		}, clicks::complain);
	}
}
