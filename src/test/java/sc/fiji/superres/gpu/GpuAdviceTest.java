package sc.fiji.superres.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sentence for each state that a machine may be in. */
class GpuAdviceTest {

	@TempDir
	Path root;

	private FakeMachine machine;

	@BeforeEach
	void make() {
		assumeTrue(File.separatorChar == '/', "scripts of sh");
		machine = FakeMachine.ready(root);
	}

	private GpuAdvice advice(final Machine on, final boolean engine) {
		return GpuAdvice.of(on, Gpus.of(on), engine, CudaLibraries.of(on, List.of()));
	}

	private void assertAdvice(final String text) {
		assertEquals(new GpuAdvice(false, text), advice(machine.linux(), true));
	}

	@Test
	void allIsThere() {
		assertEquals(new GpuAdvice(true, "All is there to compute on GPU 0 (NVIDIA A100-SXM4-40GB, 40960 MB)."), advice(machine
			.linux(), true));
	}

	@ParameterizedTest
	@CsvSource({ "Windows 11,amd64", "Mac OS X,aarch64", "Linux,aarch64" })
	void platformsWithoutAGpuBuild(final String os, final String arch) {
		final GpuAdvice advice = advice(machine.on(os, arch), true);
		assertEquals("TensorFlow Java has no GPU libraries for " + os + " on " + arch + ", only for Linux on x86-64, so networks " +
			"are computed on the CPU.", advice.text());
		assertFalse(advice.isReady());
	}

	@Test
	void noGpu() {
		machine = new FakeMachine(root.resolve("other"));
		assertAdvice("No NVIDIA GPU was found, so networks are computed on the CPU.");
	}

	@Test
	void noGpuButNvidiaSmi() {
		machine.script("echo 'NVIDIA-SMI has failed'; exit 9");
		assertAdvice("No NVIDIA GPU was found (nvidia-smi says \"NVIDIA-SMI has failed\"), so networks are computed on the CPU.");
	}

	@Test
	void noDriver() {
		machine = new FakeMachine(root.resolve("other")).hardware();
		assertAdvice("There is an NVIDIA GPU, but no driver for it: install NVIDIA's driver, version 525.60.13 or newer.");
	}

	@Test
	void aDriverThatDoesNotWork() {
		machine.hardware().script("echo 'Driver/library version mismatch'; exit 18");
		assertAdvice("NVIDIA's driver does not work: nvidia-smi says \"Driver/library version mismatch\". Start the machine again, or " +
			"install the driver again.");
	}

	@Test
	void anOldDriver() {
		machine.smi(FakeMachine.A100.replace("535.54.03", "470.82.01"));
		assertAdvice("NVIDIA's driver is 470.82.01, but must be 525.60.13 or newer for CUDA 12: install a newer one.");
	}

	@Test
	void hiddenOnes() {
		machine.with("CUDA_VISIBLE_DEVICES", "");
		assertAdvice("The variable CUDA_VISIBLE_DEVICES hides all NVIDIA GPUs: unset it, or set it to the number of one.");
	}

	@Test
	void noEngine() {
		final GpuAdvice advice = advice(machine.linux(), false);
		assertFalse(advice.isReady());
		assertTrue(advice.text().startsWith("TensorFlow's GPU libraries are not installed: install the GPU engine by"), advice.text());
	}

	@Test
	void librariesWhereNobodyLooks() {
		machine = new FakeMachine(root.resolve("other")).smi(FakeMachine.A100).libraries("usr/lib64", "libcuda.so.1");
		CudaLibraries.NAMES.stream().skip(1).forEach(name -> machine.libraries("usr/local/cuda-12.5/lib64", name));
		assertAdvice("NVIDIA's libraries are where no program looks for them: set LD_LIBRARY_PATH=" + machine.path(
			"usr/local/cuda-12.5/lib64") + " before ImageJ is started.");
		machine.with("LD_LIBRARY_PATH", "/mine");
		assertTrue(advice(machine.linux(), true).text().endsWith("/usr/local/cuda-12.5/lib64:/mine before ImageJ is started."));
	}

	@Test
	void librariesThatAreMissing() throws IOException {
		Files.delete(machine.path("usr/lib64/libcudnn.so.9"));
		machine.libraries("usr/lib64", "libcudnn.so.8");
		final String remedy = " missing or of another version): install the GPU engine with NVIDIA's libraries by \"TensorFlow Engine...\", or by superres engine.";
		assertAdvice("NVIDIA's CUDA 12 and cuDNN 9 are not complete (libcudnn.so.9 is" + remedy);
		Files.delete(machine.path("usr/lib64/libcufft.so.11"));
		Files.delete(machine.path("usr/lib64/libcusparse.so.12"));
		assertAdvice("NVIDIA's CUDA 12 and cuDNN 9 are not complete (libcudnn.so.9 and 2 more are" + remedy);
	}

	@Test
	void theDriversLibraryIsMissing() throws IOException {
		Files.delete(machine.path("usr/lib64/libcuda.so.1"));
		assertTrue(advice(machine.linux(), true).text().startsWith("The driver's library libcuda.so.1 is missing: install NVIDIA's " +
			"driver again"), advice(machine.linux(), true).text());
	}

	@Test
	void driversThatDoNotSayTheirVersion() {
		machine = new FakeMachine(root.resolve("other")).libraries("usr/lib64", CudaLibraries.NAMES.toArray(String[]::new));
		assertEquals(new GpuAdvice(true, "All is there to compute on GPU 0 (NVIDIA)."), advice(machine.linux(), true));
	}

	@ParameterizedTest
	@CsvSource({ "525.60.12,true", "525.60.13,false", "525.60,true", "525.60.13.1,false", "525.105.17,false", "470.82.01,true",
		"1000,false", "'',false", "unknown,false" })
	void versions(final String version, final boolean older) {
		assertEquals(older, GpuAdvice.isOlder(version, "525.60.13"));
	}
}
