package sc.fiji.superres.ui;

import java.util.List;

import ij.ImagePlus;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Makes the current image the only image input that is not set yet, as Fiji does. */
final class CurrentImage extends AbstractPreprocessorPlugin {

	private final ModuleService modules;
	private String filled;

	CurrentImage(final ModuleService modules) {
		this.modules = modules;
	}

	/** The input that was set; null for none. */
	String filled() {
		return filled;
	}

	@Override
	public void process(final Module module) {
		final List<ImagePlus> images = OpenImages.all();
		if (images.isEmpty()) {
			if (isNeeded(module)) cancel("\"" + Items.menuLabel(module.getInfo()) +
				"\" needs an image, but none is open. Open one and try again.");
			return;
		}
		final ModuleItem<ImagePlus> single = modules.getSingleInput(module, ImagePlus.class);
		if (single == null) return;
		filled = single.getName();
		module.setInput(filled, images.get(0));
		module.resolveInput(filled);
	}

	private static boolean isNeeded(final Module module) {
		return Items.inputs(module.getInfo()).stream().anyMatch(item -> Items.isImage(item) && item.isRequired() && !module
			.isInputResolved(item.getName()));
	}
}
