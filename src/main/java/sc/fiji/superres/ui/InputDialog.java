package sc.fiji.superres.ui;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.gui.DialogListener;
import ij.gui.GenericDialog;

import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/**
 * The dialog of a command, made from its inputs. ImageJ's GenericDialog is only its face: it neither reads macro options nor
 * records anything here.
 */
final class InputDialog implements DialogListener {

	private static final int NUMBER_COLUMNS = 10;
	private static final int TEXT_COLUMNS = 20;
	private static final int FILE_COLUMNS = 30;
	private static final int MESSAGE_COLUMNS = 56;
	private static final int MESSAGE_ROWS = 6;
	private static final int PROBLEM_ROWS = 2;
	private static final String NO_IMAGE = "(none)";

	private final LiveInputs inputs;
	private final GenericDialog dialog;
	private final List<InputField> fields = new ArrayList<>();
	private final TextArea message;

	InputDialog(final ModuleInfo info, final LiveInputs inputs) {
		this.inputs = inputs;
		dialog = new GenericDialog(Items.menuLabel(info).replace("...", ""));
		inputs.fields().forEach(item -> fields.add(field(item)));
		message = messageArea(inputs.hasMessages() ? MESSAGE_ROWS : PROBLEM_ROWS);
		if (inputs.hasMessages() || fields.stream().anyMatch(InputField::canBeWrong)) addMessage();
		dialog.addHelp(Html.help(info));
		dialog.addDialogListener(this);
		update();
	}

	/** Waits for the user. What OK leaves is in the inputs. */
	boolean isConfirmed() {
		dialog.showDialog();
		if (!dialog.wasOKed()) return false;
		inputs.set(values()); // a last key may have come with Enter
		inputs.resolve();
		return true;
	}

	@Override
	public boolean dialogItemChanged(final GenericDialog source, final AWTEvent event) {
		if (event == null) return true; // the end
		try {
			if (inputs.set(values())) update();
			else say(inputs.message());
			return true;
		}
		catch (final IllegalArgumentException e) {
			say(e.getMessage());
			return false;
		}
	}

	/** @throws IllegalArgumentException if a field has none */
	private Map<ModuleItem<?>, Object> values() {
		final Map<ModuleItem<?>, Object> values = new LinkedHashMap<>();
		fields.forEach(field -> values.put(field.item(), field.value()));
		return values;
	}

	private void update() {
		for (final InputField field : fields) {
			field.show(inputs.value(field.item()));
			field.update();
		}
		say(inputs.message());
	}

	private void say(final String text) {
		if (!message.getText().equals(text)) message.setText(text);
	}

	private InputField field(final ModuleItem<?> item) {
		if (Items.isImage(item)) return image(item);
		if (Items.isBoolean(item)) {
			dialog.addCheckbox(Items.label(item), (Boolean) inputs.value(item));
			return InputField.flag(item, (Checkbox) dialog.getCheckboxes().lastElement());
		}
		if (Items.hasChoices(item)) return choice(item);
		return text(item);
	}

	private InputField image(final ModuleItem<?> item) {
		final List<Object> images = new ArrayList<>(OpenImages.all());
		if (!item.isRequired()) images.add(0, null);
		return choice(item, images, images.stream().map(image -> image == null ? NO_IMAGE : InputText.of(image)).toList());
	}

	private InputField choice(final ModuleItem<?> item) {
		final List<Object> values = new ArrayList<>(item.getChoices());
		if (!values.contains(inputs.value(item))) values.add(0, inputs.value(item));
		return choice(item, values, values.stream().map(InputText::of).toList());
	}

	private InputField choice(final ModuleItem<?> item, final List<?> values, final List<String> texts) {
		dialog.addChoice(Items.label(item), texts.toArray(String[]::new), null);
		final InputField field = InputField.choice(item, (Choice) dialog.getChoices().lastElement(), values, dialog.getLabel());
		// the first image is the current one, unless the command has another
		if (Items.isImage(item) && inputs.value(item) == null) inputs.set(singleValue(item, values.get(0)));
		field.show(inputs.value(item));
		return field;
	}

	private static Map<ModuleItem<?>, Object> singleValue(final ModuleItem<?> item, final Object value) {
		final Map<ModuleItem<?>, Object> values = new LinkedHashMap<>();
		values.put(item, value);
		return values;
	}

	private InputField text(final ModuleItem<?> item) {
		final boolean file = item.getType() == File.class;
		final int columns = file ? FILE_COLUMNS : item.getType() == String.class ? TEXT_COLUMNS : NUMBER_COLUMNS;
		dialog.addStringField(Items.label(item), InputText.of(inputs.value(item)), columns);
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		if (!file) return InputField.text(item, field, dialog.getLabel());
		final Button browse = BrowseButton.of(item, field);
		browse.addKeyListener(dialog);
		final GridBagConstraints place = ((GridBagLayout) dialog.getLayout()).getConstraints(field);
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(field); // and leaves the dialog
		panel.add(browse);
		dialog.add(panel, place);
		return InputField.text(item, field, dialog.getLabel(), browse);
	}

	private void addMessage() {
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		panel.add(message);
		dialog.addPanel(panel, GridBagConstraints.CENTER, new Insets(10, 0, 0, 0));
	}

	/** Of a fixed size, so that the dialog does not jump. */
	private TextArea messageArea(final int rows) {
		final TextArea area = new TextArea("", rows, MESSAGE_COLUMNS, TextArea.SCROLLBARS_NONE);
		area.setEditable(false);
		area.setFocusable(false);
		area.setBackground(dialog.getBackground());
		area.setName("message");
		return area;
	}
}
