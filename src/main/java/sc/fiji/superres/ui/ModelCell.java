package sc.fiji.superres.ui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** A model in the list: its name, and below that what it is. */
final class ModelCell extends JPanel implements ListCellRenderer<ModelSheet> {

	private static final long serialVersionUID = 1L;

	private final JLabel name = new JLabel();
	private final JLabel kind = new JLabel();

	ModelCell() {
		super(new BorderLayout(0, 1));
		setBorder(BorderFactory.createEmptyBorder(5, 10, 5, 10));
		final Font font = UIManager.getFont("Label.font");
		name.setFont(font.deriveFont(Font.BOLD));
		kind.setFont(font.deriveFont(Font.PLAIN, font.getSize2D() - 1));
		add(name, BorderLayout.CENTER);
		add(kind, BorderLayout.SOUTH);
	}

	@Override
	public Component getListCellRendererComponent(final JList<? extends ModelSheet> list, final ModelSheet sheet,
		final int index, final boolean selected, final boolean focused)
	{
		name.setText(sheet.name());
		kind.setText(sheet.kind());
		setToolTipText(sheet.name());
		setBackground(selected ? list.getSelectionBackground() : list.getBackground());
		name.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
		kind.setForeground(!sheet.problem().isEmpty() ? ModelPage.WRONG : name.getForeground());
		return this;
	}
}
