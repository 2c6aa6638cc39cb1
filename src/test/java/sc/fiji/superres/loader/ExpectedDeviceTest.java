package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.gpu.FakeMachine;

class ExpectedDeviceTest {

	@TempDir
	Path root;

	private FakeMachine machine;

	@BeforeEach
	void make() {
		assumeTrue(File.separatorChar == '/', "scripts of sh");
		machine = FakeMachine.ready(root);
	}

	private Placement expected(final boolean gpuEngine, final String device) {
		return new ExpectedDevice(machine.linux(), gpuEngine, List.of()).expected(Device.parse(device));
	}

	private String refused(final boolean gpuEngine, final String device) {
		return assertThrows(EngineException.class, () -> expected(gpuEngine, device)).getMessage();
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "gpu", "gpu:0" })
	void aGpu(final String device) {
		assertEquals(new Placement(0, "GPU 0 (NVIDIA A100-SXM4-40GB, 40960 MB)", 40_000L << 20), expected(true, device));
	}

	@Test
	void theCpuIsAlwaysThere() {
		assertSame(Placement.CPU, expected(true, "cpu"));
		assertSame(Placement.CPU, expected(false, "cpu"));
	}

	@Test
	void withoutAGpuEngine() {
		assertSame(Placement.CPU, expected(false, "auto"));
		assertTrue(refused(false, "gpu").startsWith("device is gpu, but there is no GPU to compute on. TensorFlow's GPU libraries are " +
			"not installed"), refused(false, "gpu"));
	}

	@Test
	void withoutAGpu() {
		machine = new FakeMachine(root.resolve("other"));
		assertSame(Placement.CPU, expected(true, "auto"));
		assertEquals("device is gpu:1, but there is no GPU to compute on. No NVIDIA GPU was found, so networks are computed on the CPU.",
			refused(true, "gpu:1"));
	}

	@Test
	void numbersThatThereAreNot() {
		assertEquals("device is gpu:1, but must be gpu:0: there is one GPU.", refused(true, "gpu:1"));
		machine.smi(FakeMachine.A100, FakeMachine.A100.replace("0, GPU-aaaa", "1, GPU-bbbb"));
		assertEquals(1, expected(true, "gpu:1").gpu());
		assertEquals("device is gpu:2, but must be gpu:0 to gpu:1: there are 2 GPUs.", refused(true, "gpu:2"));
	}

	@Test
	void memoryThatIsNotKnownRefusesNothing() {
		machine.smi("0, GPU-1, NVIDIA GB10, [N/A], [N/A], 580.95.05");
		assertTrue(expected(true, "gpu").freeBytes() > 1L << 40);
	}

	@Test
	void whatIsAboutToBeginIsNotRefused() {
		assertSame(Placement.CPU, ExpectedDevice.assumed(Device.CPU));
		assertSame(Placement.CPU, ExpectedDevice.assumed(Device.AUTO));
		assertEquals(3, ExpectedDevice.assumed(Device.parse("gpu:3")).gpu());
	}

	@Test
	void aLimitOfTheMemory() {
		System.setProperty(GpuMemoryLimit.PROPERTY, "512");
		try {
			assertEquals(512L << 20, expected(true, "gpu").freeBytes());
		}
		finally {
			System.clearProperty(GpuMemoryLimit.PROPERTY);
		}
	}

	@Test
	void thisInstallation() {
		assertSame(Placement.CPU, ExpectedDevice.of(Device.CPU));
		assertFalse(ExpectedDevice.advice().text().isEmpty());
	}
}
