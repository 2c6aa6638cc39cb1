package sc.fiji.superres.loader;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.gpu.GpuAdvice;

/**
 * Settles where TensorFlow computes, by what TensorFlow itself lists. A process stays with the graphics processor that it
 * has begun with (tensorflow/tensorflow#19083), and shows TensorFlow no other, so that nothing is taken of those. The CPU
 * may be chosen before and after.
 */
public final class DeviceChoice {

	/** Lists the devices of a TensorFlow session at a place; throws {@link EngineException} if there can be no session. */
	public interface Lister extends Function<Placement, List<SessionDevice>> {}

	private static final int FIRST = 0;

	private final Supplier<GpuAdvice> advice;
	private final IntFunction<String> description;
	private Placement settled;
	private boolean none;

	/**
	 * @param advice what to do where there is no graphics processor, asked for only then
	 * @param description name and memory of a graphics processor by its number, asked for only where there is one
	 */
	DeviceChoice(final Supplier<GpuAdvice> advice, final IntFunction<String> description) {
		this.advice = advice;
		this.description = description;
	}

	/** On this machine. */
	public static DeviceChoice ofThisMachine() {
		return new DeviceChoice(ExpectedDevice::advice, ExpectedDevice::describe);
	}

	/**
	 * Finds the place for a device.
	 *
	 * @param lister called where a session is needed to find out: the first one of a process settles its threads, too
	 * @throws EngineException if a graphics processor is wanted and there is none, or the process computes on another
	 */
	public synchronized Placement place(final Device wanted, final Lister lister) {
		if (wanted.kind() == Device.Kind.CPU || wanted.kind() == Device.Kind.AUTO && none) return Placement.CPU;
		if (settled != null) return settled(wanted);
		final int number = wanted.number() == Device.ANY ? FIRST : wanted.number();
		try {
			final Optional<SessionDevice> gpu = lister.apply(Placement.gpu(number, "", 0)).stream().filter(SessionDevice::isGpu)
				.findFirst();
			if (gpu.isPresent()) {
				settled = Placement.gpu(number, description.apply(number), gpu.get().bytes());
				return settled;
			}
		}
		catch (final EngineException e) {
			if (wanted.kind() == Device.Kind.GPU) throw missing(wanted, "cannot use it: " + e.getMessage() + ".", e);
			System.getLogger(DeviceChoice.class.getName()).log(System.Logger.Level.WARNING,
				"TensorFlow computes on the CPU, as it cannot use the GPU: {0}", e.getMessage());
		}
		if (wanted.kind() == Device.Kind.GPU) throw missing(wanted, "found none that it can use.", null);
		none = true;
		return Placement.CPU;
	}

	private Placement settled(final Device wanted) {
		if (wanted.number() == Device.ANY || wanted.number() == settled.gpu()) return settled;
		throw new EngineException("device is " + wanted + ", but TensorFlow computes on GPU " + settled.gpu() + ", and cannot " +
			"change to another before the next start. Start again, or use gpu:" + settled.gpu() + ".");
	}

	private EngineException missing(final Device wanted, final String reason, final Exception cause) {
		final GpuAdvice next = advice.get();
		return new EngineException("device is " + wanted + ", but TensorFlow " + reason + " " + (next.isReady()
			? "NVIDIA's driver and libraries are there; with the variable TF_CPP_MIN_LOG_LEVEL=0 TensorFlow prints more."
			: next.text()) + " With device=auto it computes where it can.", cause);
	}
}
