package sc.fiji.superres.ui;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JPanel;

/** What can be done with the selected model, at the right, and without one, at the left. */
final class ModelButtons extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int GAP = 6;

	private final JPanel ofAll = new JPanel(new GridLayout(1, 0, GAP, 0));
	private final JPanel ofOne = new JPanel(new GridLayout(1, 0, GAP, 0));
	private final transient List<JButton> needModel = new ArrayList<>();
	private final transient List<JButton> needUsable = new ArrayList<>();
	private final transient List<JButton> all = new ArrayList<>();

	ModelButtons() {
		super(new BorderLayout());
		add(ofAll, BorderLayout.WEST);
		add(ofOne, BorderLayout.EAST);
	}

	void forAll(final String name, final String label, final String help, final Runnable action) {
		ofAll.add(button(name, label, help, action));
	}

	/** @param usable whether a broken model will not do */
	void forOne(final String name, final String label, final String help, final boolean usable, final Runnable action) {
		final JButton button = button(name, label, help, action);
		needModel.add(button);
		if (usable) needUsable.add(button);
		ofOne.add(button);
	}

	private JButton button(final String name, final String label, final String help, final Runnable action) {
		final JButton button = new JButton(label);
		button.setName(name);
		button.setToolTipText(help);
		button.addActionListener(event -> action.run());
		all.add(button);
		return button;
	}

	/** @param sheet the selected model; null for none */
	void update(final ModelSheet sheet, final boolean busy) {
		all.forEach(button -> button.setEnabled(!busy && (sheet != null || !needModel.contains(button)) && (sheet == null || sheet
			.usable() || !needUsable.contains(button))));
	}
}
