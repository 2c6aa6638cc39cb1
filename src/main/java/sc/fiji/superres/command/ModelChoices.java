package sc.fiji.superres.command;

import java.util.ArrayList;
import java.util.List;

import org.scijava.module.MutableModuleItem;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.model.ModelFolders;

/** Makes a drop-down of the models that there are; macros may also name the path of another one. */
final class ModelChoices {

	private ModelChoices() {}

	static void offer(final MutableModuleItem<String> item) {
		final List<String> choices = new ArrayList<>(List.of(SuperResolutionCommand.AUTO));
		try {
			choices.addAll(ModelFolders.standard().names());
		}
		catch (final ModelException | EngineException e) {
			return; // said when the model is opened
		}
		item.setChoices(choices);
	}
}
