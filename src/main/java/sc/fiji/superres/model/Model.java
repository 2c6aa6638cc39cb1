package sc.fiji.superres.model;

import java.nio.file.Path;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/**
 * A trained network, ready to use.
 *
 * @param name that of its folder, or of its zip without {@code .zip}
 * @param path where its package lies
 * @param network what is computed
 * @param weights all that the network needs and no other
 * @param card what is known about it
 */
public record Model(String name, Path path, Network network, Weights weights, ModelCard card) {

	private static final int SHORT_HASH = 12;

	/** Identity of the weights: the first 12 hexadecimal digits of their hash. */
	public String hash() {
		return weights.hash().substring(0, SHORT_HASH);
	}

	/**
	 * Runs the package's test input.
	 *
	 * @return the largest absolute difference to the package's test output, in grey levels
	 * @throws ModelException if the package has gone, or its test tensors are damaged
	 */
	public double test(final Engine engine) throws ModelException {
		return ModelPackage.test(this, engine);
	}

	@Override
	public String toString() {
		return name;
	}
}
