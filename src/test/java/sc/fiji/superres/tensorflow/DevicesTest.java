package sc.fiji.superres.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.loader.SessionDevice;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;

/** With TensorFlow's libraries for CPUs: what it lists, and what it is asked for on a GPU. */
class DevicesTest {

	private static final Placement SECOND_GPU = new Placement(1, "GPU 1", 0);

	private final Engine engine = Engines.tensorflow();

	@Test
	void tensorFlowListsOneCpu() throws ReflectiveOperationException {
		for (final Placement place : List.of(Placement.CPU, SECOND_GPU)) {
			final List<SessionDevice> devices = devices(config(place, 0));
			assertEquals(List.of("CPU"), devices.stream().map(SessionDevice::type).toList());
			assertTrue(devices.get(0).bytes() > 0);
		}
	}

	@Test
	void theRealDeviceIsACpu() {
		assertEquals(Placement.CPU, engine.placement());
		assertEquals("CPU", engine.on(Device.AUTO).device());
		assertEquals("CPU", engine.on(Device.CPU).device());
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpu", "gpu:3" })
	void aGpuThatIsMissingIsAnError(final String device) {
		final String message = assertThrows(EngineException.class, () -> engine.on(Device.parse(device))).getMessage();
		assertTrue(message.startsWith("device is " + device + ", but TensorFlow found none that it can use. "), message);
		assertEquals("CPU", engine.device());
	}

	@Test
	void onTheCpuNoGpuIsTouched() throws ReflectiveOperationException {
		final String config = config(Placement.CPU, 0).toString();
		assertTrue(config.matches("(?s).*device_count \\{\\s+key: \"GPU\"\\s+value: 0\\s+\\}.*"), config);
		assertFalse(config.contains("gpu_options"), config);
	}

	@Test
	void onAGpuTheOthersAreNotTouchedAndItsMemoryGrows() throws ReflectiveOperationException {
		final String config = config(SECOND_GPU, 0).toString();
		assertTrue(config.contains("visible_device_list: \"1\""), config);
		assertTrue(config.contains("allow_growth: true"), config);
		assertFalse(config.contains("device_count"), config);
		assertFalse(config.contains("memory_limit_mb"), config);
		assertFalse(config.contains("allow_soft_placement: true"), config);
		assertTrue(config.contains("intra_op_parallelism_threads: 2"), config);
	}

	@Test
	void theLimitOfItsMemory() throws ReflectiveOperationException {
		final String config = config(SECOND_GPU, 4096).toString();
		assertTrue(config.matches("(?s).*virtual_devices \\{\\s+memory_limit_mb: 4096\\.0\\s+\\}.*"), config);
		assertTrue(config.contains("allow_growth: true"), config);
	}

	@Test
	void resultsDoNotDependOnWhetherTheCpuWasAskedFor() {
		final Network network = new Edsr(2, 1, 4, 1).network();
		final float[] lr = TestNetworks.randomGreyLevels(8 * 6 * 3, 2);
		assertArrayEquals(run(engine, network, lr), run(engine.on(Device.CPU), network, lr));
	}

	@Test
	void sessionsOfBothKindsOneAfterTheOther() throws ReflectiveOperationException {
		for (int i = 0; i < 50; i++)
			assertEquals(1, devices(config(i % 2 == 0 ? Placement.CPU : SECOND_GPU, 0)).size());
	}

	@Test
	void anotherEngineOfTheSameLibrary() {
		final Engine cpu = engine.on(Device.CPU);
		assertEquals(engine.name(), cpu.name());
		assertEquals(engine.getClass(), cpu.getClass());
	}

	private static float[] run(final Engine engine, final Network network, final float[] lr) {
		final float[] hr = new float[lr.length * 4];
		try (Inference inference = engine.inference(network, TestNetworks.randomWeights(network, 1), 8, 6)) {
			inference.run(lr, hr);
		}
		assertTrue(Arrays.hashCode(hr) != 0);
		return hr;
	}

	/** The class loader of the engine is the only one that knows what these are. */
	private Object config(final Placement place, final int limit) throws ReflectiveOperationException {
		return call("Sessions", "config", 2, place, limit);
	}

	@SuppressWarnings("unchecked")
	private List<SessionDevice> devices(final Object config) throws ReflectiveOperationException {
		return (List<SessionDevice>) call("SessionDevices", "of", config);
	}

	private Object call(final String name, final String method, final Object... arguments) throws ReflectiveOperationException {
		final Class<?> type = engine.getClass().getClassLoader().loadClass("sc.fiji.superres.tensorflow." + name);
		for (final Method each : type.getDeclaredMethods())
			if (each.getName().equals(method)) {
				each.setAccessible(true);
				try {
					return each.invoke(null, arguments);
				}
				catch (final InvocationTargetException e) {
					throw new AssertionError(e.getCause());
				}
			}
		throw new NoSuchMethodException(method);
	}
}
