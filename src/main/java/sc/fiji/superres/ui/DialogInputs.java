package sc.fiji.superres.ui;

import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Asks the user for the inputs. */
final class DialogInputs extends AbstractPreprocessorPlugin {

	private final LogService log;

	DialogInputs(final LogService log) {
		this.log = log;
	}

	@Override
	public void process(final Module module) {
		if (Items.shown(module).isEmpty()) return;
		try {
			if (!new InputDialog(module.getInfo(), new LiveInputs(module, log)).isConfirmed()) cancel(null);
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}
}
