package sc.fiji.superres.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Tells the inputs of a command that are the user's from its messages and from what SciJava gives to it. */
final class Items {

	/** What a command says of an input: "false" where it has no effect now. */
	private static final String APPLIES = "applies";

	private Items() {}

	/** Those that a macro may set, in their order. */
	static List<ModuleItem<?>> inputs(final ModuleInfo info) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs())
			if (!isInjected(item) && item.getVisibility() != ItemVisibility.MESSAGE) inputs.add(item);
		return inputs;
	}

	/**
	 * Those that a dialog shows, messages included. A command resolves what its macro leaves out; where a macro waits while the
	 * user starts a command, that is still to be asked.
	 *
	 * @param filled the image that is not asked for; null for none
	 */
	static List<ModuleItem<?>> shown(final Module module, final String filled) {
		final List<ModuleItem<?>> shown = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			final boolean known = IJ.isMacro() ? item.getName().equals(filled) : module.isInputResolved(item.getName());
			if (!known && !isInjected(item) && !isHidden(item)) shown.add(item);
		}
		return shown;
	}

	/** Whether no dialog shows it: only macros and programs set it. */
	static boolean isHidden(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.INVISIBLE;
	}

	static boolean isMessage(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.MESSAGE;
	}

	static boolean isImage(final ModuleItem<?> item) {
		return item.getType() == ImagePlus.class;
	}

	static boolean isBoolean(final ModuleItem<?> item) {
		return item.getType() == boolean.class || item.getType() == Boolean.class;
	}

	static boolean hasChoices(final ModuleItem<?> item) {
		return item.getChoices() != null && !item.getChoices().isEmpty();
	}

	static boolean applies(final ModuleItem<?> item) {
		return !"false".equals(item.get(APPLIES));
	}

	/** The label, or the name in words. */
	static String label(final ModuleItem<?> item) {
		if (item.getLabel() != null && !item.getLabel().isBlank()) return item.getLabel();
		final String words = item.getName().replace('_', ' ');
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	/** Of a command: what stands in the menu. */
	static String menuLabel(final ModuleInfo info) {
		return info.getMenuPath() == null || info.getMenuPath().isEmpty() ? info.getTitle()
			: info.getMenuPath().getLeaf().getName();
	}

	private static boolean isInjected(final ModuleItem<?> item) {
		return Service.class.isAssignableFrom(item.getType()) || Context.class.isAssignableFrom(item.getType());
	}
}
