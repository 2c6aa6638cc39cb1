package sc.fiji.superres.upscale;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.model.ModelFolders;

/**
 * The methods there are: the models of the model folders and the {@linkplain Baseline baselines}. Where a model has the name
 * of a baseline, it is the model that the name means.
 */
public final class Methods {

	private final ModelFolders folders;

	public Methods(final ModelFolders folders) {
		this.folders = folders;
	}

	/**
	 * Those of this installation.
	 *
	 * @throws sc.fiji.superres.engine.EngineException if there is no installation
	 */
	public static Methods standard() {
		return new Methods(ModelFolders.standard());
	}

	/**
	 * The models, sorted, and then the baselines.
	 *
	 * @throws ModelException if a folder cannot be read
	 */
	public List<String> names() throws ModelException {
		final Set<String> names = new LinkedHashSet<>(folders.names());
		Baseline.all().forEach(baseline -> names.add(baseline.name()));
		return List.copyOf(names);
	}

	/**
	 * Opens a method.
	 *
	 * @param nameOrPath a name, or the path of a model package
	 * @param engine that reads a model's weights: asked for only where it is a model
	 * @throws ModelException if there is none, or it cannot be read
	 */
	public Method open(final String nameOrPath, final Supplier<Engine> engine) throws ModelException {
		final Optional<Baseline> baseline = baseline(nameOrPath);
		return baseline.isPresent() ? baseline.get() : new ModelMethod(folders.open(nameOrPath, engine.get()));
	}

	/**
	 * What is known of a method without weights and engine.
	 *
	 * @param nameOrPath a name, or the path of a model package
	 * @throws ModelException if there is none, or its description cannot be read
	 */
	public Outline describe(final String nameOrPath) throws ModelException {
		final Optional<Baseline> baseline = baseline(nameOrPath);
		return baseline.isPresent() ? baseline.get() : new NetworkOutline(nameOrPath, folders.network(nameOrPath));
	}

	/** Nothing where the name means a model. */
	private Optional<Baseline> baseline(final String nameOrPath) throws ModelException {
		if (folders.contains(nameOrPath)) return Optional.empty();
		final Optional<Baseline> baseline = Baseline.named(nameOrPath);
		if (baseline.isPresent() || ModelFolders.isPath(nameOrPath)) return baseline;
		final List<String> names = names();
		throw new ModelException("There is no model \"" + nameOrPath + "\"; there are " + String.join(", ", names) +
			". Give one of them, or the path of a package.");
	}
}
