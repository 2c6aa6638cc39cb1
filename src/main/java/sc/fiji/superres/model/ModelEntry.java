package sc.fiji.superres.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.network.Network;

/**
 * A package as far as its files tell without an engine: what it holds, or why it cannot be used.
 *
 * @param name by which its model is opened
 * @param path where it lies
 * @param hidden packages of the same name that this one is opened instead of
 * @param bytes size of all its files, or of its zip
 * @param contents what it says of itself; none where it is broken
 * @param problem why it cannot be used, for the user; empty where nothing is wrong
 */
public record ModelEntry(String name, Path path, List<Path> hidden, long bytes, Optional<Contents> contents,
	String problem)
{

	/**
	 * What a package says of itself.
	 *
	 * @param network what is computed
	 * @param card what is known about the model
	 */
	public record Contents(Network network, ModelCard card) {}

	public ModelEntry {
		hidden = List.copyOf(hidden);
	}

	/**
	 * Opens the model.
	 *
	 * @throws ModelException if it cannot be read
	 */
	public Model open(final Engine engine) throws ModelException {
		return ModelPackage.read(path, engine);
	}

	/** The bytes of the picture that the package shows of what the model does; none where there is none that can be read. */
	public Optional<byte[]> cover() {
		return Pages.cover(path);
	}

	/**
	 * The card of the model, in Markdown.
	 *
	 * @throws ModelException if the package has none, or it cannot be read
	 */
	public String readCard() throws ModelException {
		return Pages.card(path);
	}

	/** Whether the package cannot be used. */
	public boolean isBroken() {
		return contents.isEmpty();
	}
}
