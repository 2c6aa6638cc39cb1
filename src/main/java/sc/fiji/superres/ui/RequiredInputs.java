package sc.fiji.superres.ui;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Ends a command that needs an input which its macro does not give. */
final class RequiredInputs extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		for (final ModuleItem<?> item : Items.inputs(module.getInfo()))
			if (item.isRequired() && item.getValue(module) == null) {
				final String what = item.getDescription() == null ? Items.label(item) : item.getDescription();
				cancel("The macro does not set " + item.getName() + ", which \"" + Items.menuLabel(module.getInfo()) + "\" needs: " +
					what + ".");
				return;
			}
	}
}
