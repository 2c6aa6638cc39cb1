package sc.fiji.superres.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpusTest {

	private static final String A100 = FakeMachine.A100;
	private static final String T400 = "1, GPU-bbbb-2, NVIDIA T400, 2048, 1900, 535.54.03";
	private static final String SECOND_A100 = "1, GPU-cccc-3, NVIDIA A100-SXM4-40GB, 40960, 512, 535.54.03";

	@TempDir
	Path root;

	private FakeMachine machine;

	@BeforeEach
	void make() {
		machine = new FakeMachine(root);
	}

	private Gpus gpus() {
		assumeTrue(File.separatorChar == '/', "scripts of sh");
		return Gpus.of(machine.linux());
	}

	@Test
	void whatNvidiaSmiSays() {
		machine.smi(A100, T400);
		assertEquals(List.of(new Gpu(0, "GPU-aaaa-1", "NVIDIA A100-SXM4-40GB", 40960, 40000), new Gpu(1, "GPU-bbbb-2", "NVIDIA T400",
			2048, 1900)), gpus().visible());
		assertEquals("535.54.03", gpus().driver());
		assertEquals("", gpus().problem());
		assertTrue(gpus().hasDriver() && gpus().hasHardware());
	}

	@Test
	void itIsAskedForTheseColumns() {
		machine.script("echo \"$@\" > " + root.resolve("asked") + "\necho '" + A100 + "'");
		gpus();
		assertEquals("--query-gpu=index,uuid,name,memory.total,memory.free,driver_version --format=csv,noheader,nounits", Machine
			.text(root.resolve("asked")).strip());
	}

	@Test
	void pathGoesFirst() {
		machine.smi(A100);
		new FakeMachine(root.resolve("mine")).smi(T400);
		machine.with("PATH", root.resolve("none") + ":" + root.resolve("mine/usr/bin"));
		assertEquals("NVIDIA T400", gpus().visible().get(0).name());
	}

	@Test
	void windowsUnderLinux() {
		final FakeMachine other = new FakeMachine(root.resolve("other")).smi(A100);
		machine.file("usr/lib/wsl/lib/nvidia-smi", Machine.text(other.path("usr/bin/nvidia-smi")));
		root.resolve("usr/lib/wsl/lib/nvidia-smi").toFile().setExecutable(true);
		assertEquals(1, gpus().visible().size());
	}

	@Test
	void memoryThatIsNotKnown() {
		machine.smi("0, GPU-1, NVIDIA GB10, [N/A], [N/A], 580.95.05");
		assertEquals("NVIDIA GB10", gpus().describe(0));
	}

	@Test
	void aMachineWithoutAny() {
		assertEquals(List.of(), gpus().visible());
		assertFalse(gpus().hasDriver());
		assertFalse(gpus().hasHardware());
		assertFalse(gpus().areHidden());
		assertEquals("", gpus().driver());
	}

	@Test
	void aCardWithoutADriver() {
		machine.hardware();
		assertTrue(gpus().hasHardware());
		assertFalse(gpus().hasDriver());
	}

	@Test
	void cardsOfOthersAndOtherDevicesOfNvidia() {
		machine.file("sys/bus/pci/devices/0000:00:02.0/vendor", "0x8086\n").file("sys/bus/pci/devices/0000:00:02.0/class", "0x030000\n");
		machine.file("sys/bus/pci/devices/0000:01:00.1/vendor", "0x10de\n").file("sys/bus/pci/devices/0000:01:00.1/class", "0x040300\n");
		assertFalse(gpus().hasHardware());
	}

	@ParameterizedTest
	@CsvSource({ "NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.82.01  Wed Oct 27 21:21:55 UTC 2021, 470.82.01",
		"NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.15  Release Build, 550.54.15", "nonsense, ''" })
	void driversWithoutNvidiaSmi(final String text, final String version) {
		machine.file("proc/driver/nvidia/version", text + "\nGCC version: 11.4.0\n");
		assertTrue(gpus().hasDriver());
		assertEquals(version, gpus().driver());
		assertEquals("NVIDIA", gpus().describe(0));
	}

	@Test
	void theDriversLibraryIsADriver() {
		machine.libraries("usr/lib64", "libcuda.so.1");
		assertTrue(gpus().hasDriver());
		assertEquals("", gpus().driver());
	}

	@Test
	void whatItSaysWhereItFails() {
		machine.script("echo\necho 'Failed to initialize NVML: Driver/library version mismatch'\nexit 18");
		assertEquals("Failed to initialize NVML: Driver/library version mismatch", gpus().problem());
		assertTrue(gpus().hasDriver());
	}

	@Test
	void nothingToUnderstand() {
		machine.smi("No devices were found");
		assertEquals("No devices were found", gpus().problem());
		machine.script("exit 0");
		assertEquals("nothing", gpus().problem());
	}

	@Test
	void aProgramThatHangsIsStopped() {
		assumeTrue(File.separatorChar == '/', "scripts of sh");
		machine.script("exec sleep 100");
		assertEquals("no answer within 1 s", NvidiaSmi.ask(machine.linux(), 1).orElseThrow().problem());
	}

	@Test
	void aProgramThatIsNone() {
		machine.file("usr/bin/nvidia-smi", "\0\0\0");
		assertEquals(List.of(), gpus().visible());
		root.resolve("usr/bin/nvidia-smi").toFile().setExecutable(true);
		assertFalse(gpus().problem().isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0,1 | A100 T400", "1 | T400", "1,0 | T400 A100", "GPU-bbbb | T400", "GPU-bbbb-2,0 | T400 A100",
		"0,7,1 | A100", "-1 | ''", "'' | ''", "0,0 | ''", "none | ''", "NoDevFiles | ''", "MIG-1a2b | device" })
	void whatCudaShows(final String listed, final String names) {
		machine.smi(A100, T400).with("CUDA_VISIBLE_DEVICES", listed);
		assertEquals(names, String.join(" ", gpus().visible().stream().map(gpu -> gpu.name().replaceAll("-SXM.*", "").replaceAll(".* ",
			"")).toList()));
		assertEquals(names.isEmpty(), gpus().areHidden());
	}

	@ParameterizedTest
	@CsvSource({ "'',true", "-1,true", "0,false", "'3,4',false", "GPU-1,false" })
	void whatIsHiddenWhereItIsNotKnownWhatThereIs(final String listed, final boolean hidden) {
		machine.libraries("usr/lib64", "libcuda.so.1").with("CUDA_VISIBLE_DEVICES", listed);
		assertEquals(hidden, gpus().areHidden());
	}

	@Test
	void alikeOnesNeedNoOrder() {
		machine.smi(A100, SECOND_A100);
		assertEquals("NVIDIA A100-SXM4-40GB, 40960 MB", gpus().describe(1));
		assertEquals("NVIDIA", gpus().describe(2));
	}

	/** CUDA counts the fastest first, which nvidia-smi does not. */
	@Test
	void differentOnesAreNamedTogetherUnlessTheirOrderIsKnown() {
		machine.smi(A100, T400);
		final String both = "one of NVIDIA A100-SXM4-40GB, 40960 MB and NVIDIA T400, 2048 MB";
		assertEquals(both, gpus().describe(1));
		machine.with("CUDA_VISIBLE_DEVICES", "1");
		assertEquals(both, gpus().describe(0));
		machine.with("CUDA_VISIBLE_DEVICES", "GPU-bbbb");
		assertEquals("NVIDIA T400, 2048 MB", gpus().describe(0));
		machine.with("CUDA_VISIBLE_DEVICES", "1,0").with("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
		assertEquals("NVIDIA T400, 2048 MB", gpus().describe(0));
	}

	@Test
	void windowsLooksInItsSystemFolder() {
		final Machine windows = new FakeMachine(root).with("SystemRoot", root.toString()).on("Windows 11", "amd64");
		assertFalse(Gpus.of(windows).hasDriver());
		machine.file("System32/nvidia-smi.exe", "#!/bin/sh\necho '" + A100 + "'\n");
		root.resolve("System32/nvidia-smi.exe").toFile().setExecutable(true);
		assumeTrue(File.separatorChar == '/', "scripts of sh");
		assertEquals(1, Gpus.of(windows).visible().size());
	}

	/** Whatever it is. */
	@Test
	void thisMachine() {
		final Gpus gpus = Gpus.of(Machine.current());
		assertTrue(gpus.visible().isEmpty() || gpus.hasDriver(), gpus.visible().toString());
	}
}
