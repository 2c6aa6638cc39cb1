package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the directory of {@code cuda-12.6-9.5-1.5.11-linux-x86_64-redist.jar} and the dynamic sections of its libraries. */
class NvidiaLibrariesTest {

	/** All libraries in the jar, and how many bytes they take unpacked. */
	private static final Map<String, Long> JAR = Stream.of("libnppial.so.12 17662768", "libcufft.so.11 278278504",
		"libnvcomp_cpu.so.4 53368", "libnppist.so.12 37979272", "libnppidei.so.12 11211928", "libcudnn_cnn.so.9 4686928",
		"libcudnn_engines_runtime_compiled.so.9 20084744", "libnvblas.so.12 757496", "libcublas.so.12 108244960",
		"libcufftw.so.11 974920", "libcublasLt.so.12 491102736", "libnvrtc-builtins.so.12.6 5322632", "libnvcomp.so.4 78031480",
		"libnvrtc.so.12 58057000", "libcudnn.so.9 125136", "libcusparse.so.12 293490680", "libnppc.so.12 1651184",
		"libnppitc.so.12 5579376", "libnpps.so.12 14116088", "libnppim.so.12 10691400", "libcusolver.so.11 152064832",
		"libnvjpeg.so.12 6718256", "libcudnn_engines_precompiled.so.9 437629488", "libcudnn_ops.so.9 108458976",
		"libcudnn_adv.so.9 244516648", "libnppif.so.12 98576488", "libnppisu.so.12 724392", "libnppicc.so.12 7668552",
		"libnvJitLink.so.12 50418984", "libcusolverMg.so.11 89330088", "libnccl.so.2 256063592", "libcudnn_graph.so.9 3023856",
		"libcupti.so.12 8067920", "libnppig.so.12 41096080", "libcurand.so.10 96472496", "libcudnn_heuristic.so.9 48739088",
		"libnvToolsExt.so.1 40136", "libcudart.so.12 716128").map(line -> line.split(" ")).collect(Collectors.toMap(
			part -> part[0], part -> Long.parseLong(part[1])));

	/** What each needs of the others, by its dynamic section. */
	private static final Map<String, Set<String>> NEEDED = Map.of("libcublas.so.12", Set.of("libcublasLt.so.12"),
		"libcusparse.so.12", Set.of("libnvJitLink.so.12"), "libcusolver.so.11", Set.of("libcublas.so.12", "libcublasLt.so.12",
			"libcusparse.so.12", "libnvJitLink.so.12"), "libcudnn_cnn.so.9", Set.of("libcudnn_ops.so.9", "libcudnn_graph.so.9"),
		"libcudnn_ops.so.9", Set.of("libcudnn_graph.so.9"), "libcudnn_adv.so.9", Set.of("libcublasLt.so.12",
			"libcudnn_graph.so.9", "libcudnn_ops.so.9"), "libcudnn_heuristic.so.9", Set.of("libcudnn_graph.so.9"),
		"libcudnn_engines_runtime_compiled.so.9", Set.of("libcudnn_graph.so.9"), "libcudnn_engines_precompiled.so.9", Set.of(
			"libcudnn_graph.so.9"));

	/** What TensorFlow opens by name when it starts; {@code libcuda.so.1} is the driver's. */
	@ParameterizedTest
	@ValueSource(strings = { "libcudart.so.12", "libcublas.so.12", "libcublasLt.so.12", "libcudnn.so.9", "libcufft.so.11",
		"libcusolver.so.11", "libcusparse.so.12" })
	void allThatTensorFlowOpensIsThere(final String library) {
		assertTrue(NvidiaLibraries.libraries().contains(library));
	}

	@Test
	void allPartsOfCudnnAreThere() {
		assertEquals(JAR.keySet().stream().filter(name -> name.startsWith("libcudnn")).collect(Collectors.toSet()), NvidiaLibraries
			.libraries().stream().filter(name -> name.startsWith("libcudnn")).collect(Collectors.toSet()));
	}

	@Test
	void allAreInTheJar() {
		assertTrue(JAR.keySet().containsAll(NvidiaLibraries.libraries()));
		assertEquals(NvidiaLibraries.libraries().stream().map("org/bytedeco/cuda/linux-x86_64/"::concat).toList(), NvidiaLibraries
			.entries());
	}

	@Test
	void eachComesAfterWhatItNeeds() {
		final List<String> libraries = NvidiaLibraries.libraries();
		NEEDED.forEach((library, needed) -> {
			assertTrue(libraries.contains(library), library);
			for (final String other : needed)
				assertTrue(libraries.contains(other) && libraries.indexOf(other) < libraries.indexOf(library), library + " before " +
					other);
		});
		assertEquals(libraries.size(), Set.copyOf(libraries).size());
	}

	@Test
	void theBytesAreTheirSum() {
		assertEquals(NvidiaLibraries.libraries().stream().mapToLong(JAR::get).sum(), NvidiaLibraries.UNPACKED_BYTES);
	}

	@Test
	void theJarIsKnownByItsName() {
		assertTrue(NvidiaLibraries.isJar("cuda-12.6-9.5-1.5.11-linux-x86_64-redist.jar"));
		assertFalse(NvidiaLibraries.isJar("cuda-12.6-9.5-1.5.11-linux-x86_64.jar"));
		assertFalse(NvidiaLibraries.isJar("tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar"));
	}
}
