package sc.fiji.superres.ui;

import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

import sc.fiji.superres.imagej.MacroOptions;

/** Sets the inputs that the option string of a macro names; what cannot be understood ends the command. */
final class MacroInputs extends AbstractPreprocessorPlugin {

	private final String options;

	/** @param options null for none */
	MacroInputs(final String options) {
		this.options = options;
	}

	@Override
	public void process(final Module module) {
		try {
			final List<ModuleItem<?>> inputs = Items.inputs(module.getInfo());
			for (final Map.Entry<String, String> option : MacroOptions.parse(options).entrySet()) {
				final ModuleItem<?> item = find(inputs, option.getKey(), module);
				module.setInput(item.getName(), InputText.parse(item, option.getValue()));
				module.resolveInput(item.getName());
			}
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}

	private static ModuleItem<?> find(final List<ModuleItem<?>> inputs, final String key, final Module module) {
		for (final ModuleItem<?> item : inputs)
			if (item.getName().equals(key)) return item;
		throw MacroOptions.unknown(key, Items.menuLabel(module.getInfo()), inputs.stream().map(ModuleItem::getName).toList());
	}
}
