package sc.fiji.superres.loader;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Which engine a start loads. */
final class EngineChoice {

	private EngineChoice() {}

	/**
	 * The newest whole one for GPUs where the machine has one, else the shipped one, else the newest whole one that was added.
	 *
	 * @param engines the shipped one first
	 * @param hasGpu whether the machine has a GPU; asked only where an engine could use it, as it may take seconds
	 */
	static InstalledEngine automatic(final List<InstalledEngine> engines, final BooleanSupplier hasGpu) {
		final InstalledEngine shipped = engines.get(0);
		final List<InstalledEngine> whole = engines.stream().filter(engine -> engine.problem().isEmpty()).sorted(Comparator.comparing(
			InstalledEngine::version, EngineChoice::compare).reversed()).toList();
		final Optional<InstalledEngine> gpu = whole.stream().filter(InstalledEngine::isGpu).findFirst();
		if (gpu.isPresent() && hasGpu.getAsBoolean()) return gpu.get();
		if (shipped.problem().isEmpty()) return shipped;
		return whole.stream().filter(engine -> !engine.isGpu()).findFirst().orElse(shipped);
	}

	/** By numbers: 1.10.0 comes behind 1.9.0. */
	private static int compare(final String version, final String other) {
		return Version.parse(version).compareTo(Version.parse(other));
	}
}
