package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.gpu.GpuAdvice;

/** A process of TensorFlow's, played by lists of devices. */
class DeviceChoiceTest {

	private static final SessionDevice CPU = new SessionDevice("CPU", 256 << 20);
	private static final SessionDevice GPU = new SessionDevice("GPU", 30_000L << 20);

	private final List<Integer> asked = new ArrayList<>();
	private List<SessionDevice> listed = List.of(CPU, GPU);
	private String refusal;
	private GpuAdvice advice = new GpuAdvice(false, "Install a driver.");

	private final DeviceChoice choice = new DeviceChoice(() -> advice, number -> "card " + number);

	private Placement place(final String device) {
		return choice.place(Device.parse(device), place -> {
			asked.add(place.gpu());
			if (refusal != null) throw new EngineException(refusal);
			return listed;
		});
	}

	private String refused(final String device) {
		return assertThrows(EngineException.class, () -> place(device)).getMessage();
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "gpu", "gpu:0" })
	void theFirstGpu(final String device) {
		assertEquals(new Placement(0, "GPU 0 (card 0)", 30_000L << 20), place(device));
		assertEquals(List.of(0), asked);
	}

	@Test
	void theOneThatIsNamed() {
		assertEquals("GPU 3 (card 3)", place("gpu:3").text());
		assertEquals(List.of(3), asked);
	}

	@Test
	void forTheCpuNoSessionIsNeeded() {
		assertSame(Placement.CPU, place("cpu"));
		assertEquals(List.of(), asked);
	}

	@Test
	void autoTakesTheCpuWhereThereIsNoGpu() {
		listed = List.of(CPU);
		assertSame(Placement.CPU, place("auto"));
		assertSame(Placement.CPU, place("auto"));
		assertEquals(1, asked.size(), "it is found out once");
	}

	@Test
	void autoTakesTheCpuWhereTheGpuCannotStart() {
		refusal = "CUDA_ERROR_OUT_OF_MEMORY";
		assertSame(Placement.CPU, place("auto"));
	}

	@Test
	void aGpuThatIsMissingIsAnError() {
		listed = List.of(CPU);
		assertEquals("device is gpu, but TensorFlow found none that it can use. Install a driver. With device=auto it computes where " +
			"it can.", refused("gpu"));
		assertTrue(refused("gpu:2").startsWith("device is gpu:2, but TensorFlow found none"));
	}

	@Test
	void itIsAnErrorAfterAutoToo() {
		listed = List.of(CPU);
		place("auto");
		assertTrue(refused("gpu").contains("found none"));
	}

	@Test
	void aGpuThatCannotStartIsAnError() {
		refusal = "'visible_device_list' listed an invalid Device id '7' but visible device count is 2";
		assertTrue(refused("gpu:7").contains("visible device count is 2. Install a driver. With"), refused(
			"gpu:7"));
	}

	@Test
	void whereAllSeemsToBeThereTensorFlowPrintsWhy() {
		listed = List.of(CPU);
		advice = new GpuAdvice(true, "All is there.");
		assertTrue(refused("gpu").contains("TF_CPP_MIN_LOG_LEVEL=0"), refused("gpu"));
	}

	@Test
	void aProcessStaysWithItsGpu() {
		final Placement first = place("gpu:1");
		assertSame(first, place("auto"));
		assertSame(first, place("gpu"));
		assertSame(first, place("gpu:1"));
		assertEquals("device is gpu:0, but TensorFlow computes on GPU 1, and cannot change to another before the next start. Start " +
			"again, or use gpu:1.", refused("gpu:0"));
		assertEquals(List.of(1), asked, "what is known is not asked for again");
	}

	@Test
	void theCpuBeforeAndAfter() {
		assertSame(Placement.CPU, place("cpu"));
		assertTrue(place("gpu").isGpu());
		assertSame(Placement.CPU, place("cpu"));
		assertTrue(place("auto").isGpu());
	}

	@Test
	void aFailureDoesNotKeepAnotherGpuFromBeingTried() {
		refusal = "no such device";
		refused("gpu:5");
		refusal = null;
		assertEquals(0, place("gpu").gpu());
	}
}
