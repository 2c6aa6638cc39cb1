package sc.fiji.superres.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * NVIDIA's graphics processors of a machine, and their driver.
 *
 * <pre>
 * Gpus gpus = Gpus.of(Machine.current());
 * gpus.describe(0); // NVIDIA A100-SXM4-40GB, 40960 MB
 * </pre>
 */
public final class Gpus {

	private static final Pattern KERNEL_MODULE = Pattern.compile("Module\\s+(?:for \\S+\\s+)?(\\d+(?:\\.\\d+)+)");
	private static final String VENDOR = "0x10de";
	private static final String DISPLAY_CLASS = "0x03";

	private final List<Gpu> all;
	private final VisibleGpus visible;
	private final String driver;
	private final String problem;
	private final boolean hasDriver;
	private final boolean hasHardware;

	private Gpus(final Machine machine, final Optional<NvidiaSmi> smi) {
		all = smi.map(NvidiaSmi::gpus).orElse(List.of());
		visible = new VisibleGpus(machine.environment(), all);
		driver = smi.map(NvidiaSmi::driver).filter(version -> !version.isEmpty()).orElseGet(() -> kernelModule(machine));
		problem = smi.map(NvidiaSmi::problem).orElse("");
		hasDriver = smi.isPresent() || isDriverSeen(machine);
		hasHardware = !all.isEmpty() || isHardwareSeen(machine);
	}

	/** Asks nvidia-smi, which may take seconds. */
	public static Gpus of(final Machine machine) {
		return new Gpus(machine, NvidiaSmi.ask(machine));
	}

	private static String kernelModule(final Machine machine) {
		final Matcher matcher = KERNEL_MODULE.matcher(Machine.text(machine.path("proc/driver/nvidia/version")));
		return matcher.find() ? matcher.group(1) : "";
	}

	/** Containers may have the driver without nvidia-smi. */
	private static boolean isDriverSeen(final Machine machine) {
		return Files.exists(machine.path("proc/driver/nvidia/version")) || new LoaderPath(machine).find(CudaLibraries.DRIVER)
			.isPresent();
	}

	private static boolean isHardwareSeen(final Machine machine) {
		for (final Path device : machine.files("sys/bus/pci/devices/*"))
			if (Machine.text(device.resolve("vendor")).strip().equals(VENDOR) && Machine.text(device.resolve("class")).startsWith(
				DISPLAY_CLASS)) return true;
		return false;
	}

	/** Those that {@code CUDA_VISIBLE_DEVICES} leaves, in its order: TensorFlow numbers them from 0. */
	public List<Gpu> visible() {
		return visible.list();
	}

	/** Whether {@code CUDA_VISIBLE_DEVICES} leaves none, whatever the machine has. */
	boolean areHidden() {
		return visible.hidesAll();
	}

	/** Version of the driver, such as {@code 535.54.03}; empty where it is not known. */
	public String driver() {
		return driver;
	}

	/** Whether there is a driver, even if it does not say of which device. */
	public boolean hasDriver() {
		return hasDriver;
	}

	/** Whether the machine has a graphics processor of NVIDIA's, with a driver or without. */
	boolean hasHardware() {
		return hasHardware;
	}

	/** What nvidia-smi says where it fails; empty where it does not, or is not there. */
	String problem() {
		return problem;
	}

	/**
	 * Name and memory of a graphics processor, such as {@code NVIDIA A100-SXM4-40GB, 40960 MB}. CUDA puts the fastest one
	 * first unless {@code CUDA_DEVICE_ORDER} says otherwise, so where they differ it may be any: then all are named.
	 *
	 * @param number that TensorFlow gives to it
	 */
	public String describe(final int number) {
		final List<Gpu> list = visible();
		if (number >= list.size()) return "NVIDIA";
		return visible.isOrderKnown() ? list.get(number).toString() : "one of " + all.stream().map(Gpu::toString).distinct()
			.collect(Collectors.joining(" and "));
	}
}
