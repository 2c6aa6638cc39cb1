package sc.fiji.superres.ui;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Label;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.scijava.module.ModuleItem;

/** The field of one input in a dialog. */
abstract class InputField {

	private final ModuleItem<?> item;
	private final Component component;
	private final List<Component> all;

	/** @param component what the user changes; {@code others} belong to it, such as its label */
	private InputField(final ModuleItem<?> item, final Component component, final Component... others) {
		this.item = item;
		this.component = component;
		component.setName(item.getName());
		all = new ArrayList<>(List.of(others));
		all.add(component);
		if (item.getDescription() != null) all.forEach(each -> Tooltip.set(each, item.getDescription()));
	}

	ModuleItem<?> item() {
		return item;
	}

	/** @throws IllegalArgumentException if what the user wrote is no value of the input; the message is for users */
	abstract Object value();

	/** Whether a user can write what is no value. */
	boolean canBeWrong() {
		return component instanceof TextField && item.getType() != String.class && item.getType() != File.class;
	}

	/** Shows a value that is not the field's. */
	void show(final Object value) {
		if (!Objects.equals(value(), value)) replace(value);
	}

	abstract void replace(Object value);

	/** Greys the field where its input does not apply. */
	void update() {
		final boolean applies = Items.applies(item);
		if (component.isEnabled() != applies) all.forEach(each -> each.setEnabled(applies));
	}

	/** A text, a number or a file. */
	static InputField text(final ModuleItem<?> item, final TextField field, final Component... others) {
		return new InputField(item, field, others) {

			@Override
			Object value() {
				return InputText.parse(item, field.getText());
			}

			@Override
			void replace(final Object value) {
				field.setText(InputText.of(value));
			}
		};
	}

	static InputField flag(final ModuleItem<?> item, final Checkbox box) {
		return new InputField(item, box) {

			@Override
			Object value() {
				return box.getState();
			}

			@Override
			void replace(final Object value) {
				box.setState((Boolean) value);
			}
		};
	}

	/** @param values what the entries of the list stand for */
	static InputField choice(final ModuleItem<?> item, final Choice choice, final List<?> values, final Label label) {
		return new InputField(item, choice, label) {

			@Override
			Object value() {
				return choice.getSelectedIndex() < 0 ? null : values.get(choice.getSelectedIndex());
			}

			@Override
			void replace(final Object value) {
				if (values.contains(value)) choice.select(values.indexOf(value));
			}
		};
	}
}
