package sc.fiji.superres.ui;

import java.util.List;

import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Asks the user for the inputs. */
final class DialogInputs extends AbstractPreprocessorPlugin {

	private final CurrentImage image;
	private final LogService log;

	/** @param image is not asked for where it is known */
	DialogInputs(final CurrentImage image, final LogService log) {
		this.image = image;
		this.log = log;
	}

	@Override
	public void process(final Module module) {
		final List<ModuleItem<?>> shown = Items.shown(module, image.filled());
		if (shown.isEmpty()) return;
		try {
			if (!new InputDialog(module.getInfo(), new LiveInputs(module, shown, log)).isConfirmed()) cancel(null);
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}
}
