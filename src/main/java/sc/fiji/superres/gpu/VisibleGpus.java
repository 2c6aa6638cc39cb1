package sc.fiji.superres.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The graphics processors that CUDA shows to a process: all, or those that {@code CUDA_VISIBLE_DEVICES} lists by their
 * numbers or the beginnings of their UUIDs, up to the first entry that means none (CUDA C++ Programming Guide, "CUDA
 * Environment Variables").
 */
final class VisibleGpus {

	private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
	private static final String ORDER = "CUDA_DEVICE_ORDER";

	private final List<Gpu> list;
	private final boolean hidesAll;
	private final boolean orderKnown;

	/** @param all in the order of the PCI bus */
	VisibleGpus(final Map<String, String> environment, final List<Gpu> all) {
		final String listed = environment.get(VISIBLE);
		list = listed == null ? all : chosen(listed, all);
		hidesAll = listed != null && (all.isEmpty() ? hidesAny(listed) : list.isEmpty());
		final boolean alike = all.stream().map(gpu -> gpu.name() + gpu.totalMegabytes()).distinct().count() <= 1;
		final boolean byUuid = listed != null && !listed.matches("[\\s\\d].*");
		orderKnown = alike || byUuid || "PCI_BUS_ID".equals(environment.get(ORDER));
	}

	private static List<Gpu> chosen(final String listed, final List<Gpu> all) {
		final List<Gpu> chosen = new ArrayList<>();
		for (final String entry : listed.split(",")) {
			final Optional<Gpu> gpu = find(entry.strip(), all);
			if (gpu.isEmpty()) break;
			if (chosen.contains(gpu.get())) return List.of(); // CUDA shows none where one is listed twice
			chosen.add(gpu.get());
		}
		return List.copyOf(chosen);
	}

	private static Optional<Gpu> find(final String entry, final List<Gpu> all) {
		if (entry.startsWith("MIG-")) return Optional.of(new Gpu(-1, entry, "NVIDIA MIG device", 0, 0)); // a part of one
		if (entry.matches("\\d{1,4}")) return all.stream().filter(gpu -> gpu.index() == Integer.parseInt(entry)).findFirst();
		return entry.startsWith("GPU-") ? all.stream().filter(gpu -> gpu.uuid().startsWith(entry)).findFirst() : Optional.empty();
	}

	/** What the list alone says, where it is not known what there is. */
	private static boolean hidesAny(final String listed) {
		return !listed.strip().matches("(\\d|GPU-|MIG-).*");
	}

	List<Gpu> list() {
		return list;
	}

	boolean hidesAll() {
		return hidesAll;
	}

	/** Whether the first of the list is what CUDA calls 0, and so on. */
	boolean isOrderKnown() {
		return orderKnown;
	}
}
