package sc.fiji.superres.command;

import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.upscale.Methods;
import sc.fiji.superres.upscale.Outline;

/**
 * A method in an evaluation.
 *
 * @param name as the user has written it
 * @param ensemble whether it is measured with self-ensemble, which the field writes as {@code EDSR+}
 */
record Contender(String name, Outline outline, boolean ensemble) {

	private static final String ENSEMBLE = "+";

	/** @param name of a model or baseline, or the path of a package, with {@code +} behind it for self-ensemble */
	static Contender of(final String name, final Methods methods) throws ModelException {
		if (!name.endsWith(ENSEMBLE)) return new Contender(name, methods.describe(name), false);
		return new Contender(name, methods.describe(name.substring(0, name.length() - ENSEMBLE.length())), true);
	}
}
