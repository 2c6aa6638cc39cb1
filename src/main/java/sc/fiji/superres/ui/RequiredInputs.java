package sc.fiji.superres.ui;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Ends a command that needs an input that neither a macro nor the user gives. */
final class RequiredInputs extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		for (final ModuleItem<?> item : Items.inputs(module.getInfo()))
			if (item.isRequired() && item.getValue(module) == null) {
				cancel(item.getName() + " is not set, but \"" + Items.menuLabel(module.getInfo()) + "\" needs it: " + (item
					.getDescription() == null ? Items.label(item) : item.getDescription()) + ".");
				return;
			}
	}
}
