package sc.fiji.superres.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;

/** The names in the drop-down of a dialog; macros and command lines may also name the path of another model. */
final class OfferedModels {

	private OfferedModels() {}

	/**
	 * {@code auto}, the models sorted by name, and the baselines by scale.
	 *
	 * @throws ModelException if a folder of models cannot be read
	 */
	static List<String> of(final Methods methods, final Predicate<Outline> offered) throws ModelException {
		final List<String> names = new ArrayList<>(List.of(SuperResolutionCommand.AUTO));
		for (final String name : methods.names())
			if (isReadable(methods, name) && offered.test(methods.describe(name))) names.add(name);
		return names;
	}

	/** What is wrong with a model that is not readable is said where somebody names it. */
	private static boolean isReadable(final Methods methods, final String name) {
		try {
			methods.describe(name);
			return true;
		}
		catch (final ModelException e) {
			return false;
		}
	}
}
