package sc.fiji.superres.ui;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

/**
 * What happens to a command before it runs: SciJava's own steps, such as its initializer, and ours at the places where Fiji
 * has its own.
 */
final class InputChain {

	private final PluginService plugins;
	private final List<ModulePreprocessor> first = new ArrayList<>();
	private final List<ModulePreprocessor> last = new ArrayList<>();

	InputChain(final Context context) {
		plugins = context.service(PluginService.class);
	}

	/** Adds a step before the initializer: it sets what is known. */
	void first(final ModulePreprocessor step) {
		first.add(step);
	}

	/** Adds a step that asks for what is not known. */
	void last(final ModulePreprocessor step) {
		last.add(step);
	}

	List<ModulePreprocessor> steps() {
		final List<ModulePreprocessor> steps = new ArrayList<>();
		boolean firstDone = false;
		boolean lastDone = false;
		for (final PluginInfo<PreprocessorPlugin> info : plugins.getPluginsOfType(PreprocessorPlugin.class)) {
			if (!firstDone && info.getPriority() <= Priority.VERY_HIGH) firstDone = steps.addAll(first);
			if (!lastDone && info.getPriority() <= InputHarvester.PRIORITY) lastDone = steps.addAll(last);
			final PreprocessorPlugin step = plugins.createInstance(info);
			if (step != null) steps.add(step);
		}
		if (!lastDone) steps.addAll(last);
		return steps;
	}
}
