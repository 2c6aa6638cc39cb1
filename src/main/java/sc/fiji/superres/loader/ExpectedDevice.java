package sc.fiji.superres.loader;

import java.nio.file.Path;
import java.util.List;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.gpu.CudaLibraries;
import sc.fiji.superres.gpu.Gpu;
import sc.fiji.superres.gpu.GpuAdvice;
import sc.fiji.superres.gpu.Gpus;
import sc.fiji.superres.gpu.Machine;

/** Where TensorFlow will compute, as far as it can be known before it is loaded: for dialogs, and for advice. */
public final class ExpectedDevice {

	/** Megabytes of a graphics processor that does not say how many are free: TensorFlow will. */
	private static final long UNKNOWN = Integer.MAX_VALUE;

	private static ExpectedDevice current;
	private static InstalledEngine currentEngine;
	private static Gpus machineGpus;

	private final boolean gpuEngine;
	private final Gpus gpus;
	private final CudaLibraries libraries;
	private final GpuAdvice advice;

	/**
	 * @param gpuEngine whether TensorFlow's libraries for graphics processors are installed
	 * @param engineFolders from which the engine itself opens NVIDIA's libraries
	 */
	ExpectedDevice(final Machine machine, final boolean gpuEngine, final List<Path> engineFolders) {
		this(machine, Gpus.of(machine), gpuEngine, CudaLibraries.of(machine, engineFolders));
	}

	private ExpectedDevice(final Machine machine, final Gpus gpus, final boolean gpuEngine, final CudaLibraries libraries) {
		this.gpuEngine = gpuEngine;
		this.libraries = libraries;
		this.gpus = gpus;
		advice = GpuAdvice.of(machine, gpus, gpuEngine, libraries);
	}

	/** What this machine and the engine have, looked at once for each engine. */
	private static synchronized ExpectedDevice current() {
		final InstalledEngine engine = Engines.expected();
		if (!engine.equals(currentEngine)) {
			final Machine machine = Machine.current();
			current = new ExpectedDevice(machine, gpus(), engine.isGpu(), CudaLibraries.of(machine, engine.nvidiaFolders(), engine
				.nvidiaPacked()));
			currentEngine = engine;
		}
		return current;
	}

	/**
	 * Where a run with a device will compute. The first call may take seconds where a GPU engine is installed.
	 *
	 * @throws EngineException if a graphics processor is wanted, and TensorFlow seems to find none; only TensorFlow knows
	 */
	public static Placement of(final Device wanted) {
		final boolean cpu = wanted.kind() == Device.Kind.CPU || wanted.kind() == Device.Kind.AUTO && !Engines
			.expected().isGpu();
		return cpu ? Placement.CPU : current().expected(wanted);
	}

	/** The same for a run that is about to begin, where TensorFlow has the last word: nothing is refused. */
	public static Placement assumed(final Device wanted) {
		try {
			return of(wanted);
		}
		catch (final EngineException e) {
			return Placement.gpu(Math.max(0, wanted.number()), "NVIDIA", UNKNOWN << 20);
		}
	}

	/** What to do next, so that this installation computes on a graphics processor. */
	public static GpuAdvice advice() {
		return current().advice;
	}

	/** NVIDIA's graphics processors of this machine, asked for once: nvidia-smi may take seconds. */
	public static synchronized Gpus gpus() {
		if (machineGpus == null) machineGpus = Gpus.of(Machine.current());
		return machineGpus;
	}

	/** NVIDIA's libraries that TensorFlow needs for a graphics processor, and where they are. */
	public static CudaLibraries libraries() {
		return current().libraries;
	}

	/** Name and memory of a graphics processor of this machine, by its number. */
	static String describe(final int number) {
		return current().gpus.describe(number);
	}

	Placement expected(final Device wanted) {
		if (wanted.kind() == Device.Kind.CPU || wanted.kind() == Device.Kind.AUTO && !(gpuEngine && advice.isReady()))
			return Placement.CPU;
		if (!advice.isReady()) throw new EngineException("device is " + wanted + ", but there is no GPU to compute on. " + advice
			.text());
		final int number = Math.max(0, wanted.number());
		final List<Gpu> visible = gpus.visible();
		if (!visible.isEmpty() && number >= visible.size()) throw new EngineException("device is " + wanted + ", but must be " +
			(visible.size() == 1 ? "gpu:0" : "gpu:0 to gpu:" + (visible.size() - 1)) + ": there " + (visible.size() == 1
				? "is one GPU." : "are " + visible.size() + " GPUs."));
		return Placement.gpu(number, gpus.describe(number), bytes(visible, number));
	}

	/** What is free, or less where there is a limit. */
	private static long bytes(final List<Gpu> visible, final int number) {
		final long known = number < visible.size() ? visible.get(number).freeMegabytes() : 0;
		final long free = known > 0 ? known : UNKNOWN;
		final long limit = GpuMemoryLimit.megabytes();
		return (limit > 0 ? Math.min(free, limit) : free) << 20;
	}
}
