package sc.fiji.superres.ui;

import java.awt.Button;
import java.awt.TextField;
import java.io.File;

import javax.swing.JFileChooser;

import org.scijava.module.ModuleItem;

/** Lets the user choose a file or folder for a field. ImageJ's own file dialogs would record what is chosen. */
final class BrowseButton {

	private BrowseButton() {}

	static Button of(final ModuleItem<?> item, final TextField field) {
		final Button button = new Button("Browse...");
		button.addActionListener(event -> browse(item, field));
		return button;
	}

	private static void browse(final ModuleItem<?> item, final TextField field) {
		final JFileChooser chooser = new JFileChooser(field.getText().isBlank() ? null
			: new File(field.getText()).getParentFile());
		final String style = String.valueOf(item.getWidgetStyle());
		chooser.setDialogTitle(Items.label(item));
		if (!field.getText().isBlank()) chooser.setSelectedFile(new File(field.getText()));
		if (style.contains("directory")) chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		final int answer = style.contains("save") ? chooser.showSaveDialog(field) : chooser.showOpenDialog(field);
		if (answer == JFileChooser.APPROVE_OPTION) field.setText(chooser.getSelectedFile().getPath());
	}
}
