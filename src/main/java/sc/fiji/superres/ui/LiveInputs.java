package sc.fiji.superres.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The inputs of a command while a dialog shows them: new values go in, the command's callbacks run, and its messages and
 * other values may have changed.
 */
final class LiveInputs {

	private final Module module;
	private final List<ModuleItem<?>> shown;
	private final LogService log;

	/** @param shown the inputs that the dialog shows */
	LiveInputs(final Module module, final List<ModuleItem<?>> shown, final LogService log) {
		this.module = module;
		this.shown = shown;
		this.log = log;
	}

	/** The inputs that have a field. */
	List<ModuleItem<?>> fields() {
		return shown.stream().filter(item -> !Items.isMessage(item) && (InputText.isKnown(item) || Items.hasChoices(item)))
			.collect(Collectors.toList());
	}

	boolean hasMessages() {
		return !messageItems().isEmpty();
	}

	/** The messages of the command as they are now, one after the other. */
	String message() {
		return messageItems().stream().map(item -> InputText.of(item.getValue(module))).collect(Collectors.joining("\n"));
	}

	Object value(final ModuleItem<?> item) {
		return item.getValue(module);
	}

	/**
	 * Sets values and runs the callbacks of those that are new.
	 *
	 * @return whether there are any
	 */
	synchronized boolean set(final Map<ModuleItem<?>, Object> values) {
		final List<ModuleItem<?>> changed = new ArrayList<>();
		values.forEach((item, value) -> {
			if (Objects.equals(item.getValue(module), value)) return;
			module.setInput(item.getName(), value);
			changed.add(item);
		});
		changed.forEach(this::callback);
		return !changed.isEmpty();
	}

	/** To be called when the dialog ends: nothing is left to be asked. */
	void resolve() {
		shown.forEach(item -> module.resolveInput(item.getName()));
	}

	private List<ModuleItem<?>> messageItems() {
		return shown.stream().filter(Items::isMessage).collect(Collectors.toList());
	}

	/** A callback that fails shall not take the dialog with it. */
	private void callback(final ModuleItem<?> item) {
		try {
			item.callback(module);
		}
		catch (final MethodCallException e) {
			log.error("The callback of " + item.getName() + " failed.", e);
		}
	}
}
