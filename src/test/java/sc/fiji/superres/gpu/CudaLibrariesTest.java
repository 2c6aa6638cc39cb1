package sc.fiji.superres.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.gpu.CudaLibrary.Place;

class CudaLibrariesTest {

	private static final String CUDNN = "libcudnn.so.9";

	@TempDir
	Path root;

	private FakeMachine machine;

	@BeforeEach
	void make() {
		machine = new FakeMachine(root);
	}

	private CudaLibrary find(final String name, final Path... engine) {
		return CudaLibraries.of(machine.linux(), List.of(engine)).all().stream().filter(each -> each.name().equals(name)).findFirst()
			.orElseThrow();
	}

	private void assertFound(final Place place, final String file) {
		assertEquals(new CudaLibrary(CUDNN, place, machine.path(file)), find(CUDNN));
	}

	@Test
	void theseAreNeeded() {
		assertEquals(List.of("libcuda.so.1", "libcudart.so.12", "libcublas.so.12", "libcublasLt.so.12", "libcudnn.so.9",
			"libcufft.so.11", "libcusolver.so.11", "libcusparse.so.12"), CudaLibraries.of(machine.linux(), List.of()).all().stream().map(
				CudaLibrary::name).toList());
	}

	@Test
	void whatTheEngineHasNotUnpackedYetIsThere() {
		final Path jar = root.resolve("cuda.jar");
		final CudaLibraries libraries = CudaLibraries.of(machine.linux(), List.of(), Map.of(CUDNN, jar));
		assertTrue(libraries.all().contains(new CudaLibrary(CUDNN, Place.ENGINE, jar)), libraries.toString());
		assertEquals(7, libraries.unusable().size());
	}

	@Test
	void nothing() {
		final CudaLibraries libraries = CudaLibraries.of(machine.linux(), List.of());
		assertEquals(8, libraries.unusable().size());
		assertFalse(libraries.areComplete());
		assertEquals(Place.MISSING, find(CUDNN).place());
		assertNull(find(CUDNN).file());
		assertEquals("libcudnn.so.9: missing", find(CUDNN).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "lib", "usr/lib", "lib64", "usr/lib64" })
	void standardFolders(final String folder) {
		machine.libraries(folder, CUDNN);
		assertFound(Place.SEARCHED, folder + "/" + CUDNN);
		assertTrue(find(CUDNN).isUsable());
	}

	@Test
	void foldersOfTheConfiguration() {
		machine.file("etc/ld.so.conf", "# all of them\ninclude /etc/ld.so.conf.d/*.conf\n").file("etc/ld.so.conf.d/cuda.conf",
			"/opt/nvidia/lib # CUDA\n").libraries("opt/nvidia/lib", CUDNN);
		assertFound(Place.SEARCHED, "opt/nvidia/lib/" + CUDNN);
	}

	@Test
	void includedFilesBesideTheConfiguration() {
		machine.file("etc/ld.so.conf", "include ld.so.conf.d/*.conf ld.so.conf").file("etc/ld.so.conf.d/a.conf", "/opt/a\n/opt/b\n")
			.libraries("opt/b", CUDNN);
		assertFound(Place.SEARCHED, "opt/b/" + CUDNN);
	}

	@Test
	void theVariableGoesFirst() {
		machine.libraries("usr/lib", CUDNN).libraries("mine", CUDNN).with("LD_LIBRARY_PATH", ":" + root.resolve("none") + ":" + root
			.resolve("mine"));
		assertFound(Place.SEARCHED, "mine/" + CUDNN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "usr/local/cuda/lib64", "usr/local/cuda-12.5/lib64", "usr/local/cuda-12.5/targets/x86_64-linux/lib",
		"opt/cuda/lib64", "usr/lib/x86_64-linux-gnu", "usr/lib/wsl/lib" })
	void usualFoldersThatNoProgramLooksIn(final String folder) {
		machine.libraries(folder, CUDNN);
		assertFound(Place.ELSEWHERE, folder + "/" + CUDNN);
		assertFalse(find(CUDNN).isUsable());
		assertEquals(List.of(machine.path(folder)), CudaLibraries.of(machine.linux(), List.of()).foldersToAdd());
	}

	@Test
	void condasFolder() {
		machine.with("CONDA_PREFIX", root.resolve("conda").toString()).libraries("conda/lib", CUDNN);
		assertFound(Place.ELSEWHERE, "conda/lib/" + CUDNN);
	}

	@Test
	void whereDebianConfiguresItTheUsualFolderIsSearched() {
		machine.file("etc/ld.so.conf", "/usr/lib/x86_64-linux-gnu").libraries("usr/lib/x86_64-linux-gnu", CUDNN);
		assertFound(Place.SEARCHED, "usr/lib/x86_64-linux-gnu/" + CUDNN);
	}

	@Test
	void anotherVersion() {
		machine.libraries("usr/local/cuda/lib64", "libcudnn.so.8", "libcudnn.so.8.9.7", "libcudnn.so", "libcudnn_ops_infer.so.8",
			"libcublas.so.11");
		assertFound(Place.OTHER_VERSION, "usr/local/cuda/lib64/libcudnn.so.8");
		assertEquals(Place.OTHER_VERSION, find("libcublas.so.12").place());
		assertEquals(Place.MISSING, find("libcublasLt.so.12").place());
		assertTrue(find(CUDNN).toString().startsWith("libcudnn.so.9: another version only, /"), find(CUDNN).toString());
	}

	@Test
	void theRightVersionElsewhereIsBetterThanAnotherThatIsSearched() {
		machine.libraries("usr/lib64", "libcudnn.so.8").libraries("usr/local/cuda/lib64", CUDNN);
		assertFound(Place.ELSEWHERE, "usr/local/cuda/lib64/" + CUDNN);
	}

	@Test
	void theEnginesOwnGoBeforeAll() {
		machine.libraries("usr/lib64", CUDNN).libraries("engine/nvidia", CUDNN);
		assertEquals(new CudaLibrary(CUDNN, Place.ENGINE, root.resolve("engine/nvidia/" + CUDNN)), find(CUDNN, root.resolve("none"), root
			.resolve("engine/nvidia")));
	}

	@Test
	void aFolderOfThatNameIsNoLibrary() {
		machine.libraries("usr/lib64/" + CUDNN, "x");
		assertEquals(Place.MISSING, find(CUDNN).place());
	}

	@Test
	void allOfThem() {
		machine.libraries("usr/lib64", CudaLibraries.NAMES.toArray(String[]::new));
		assertTrue(CudaLibraries.of(machine.linux(), List.of()).areComplete());
		assertEquals(List.of(), CudaLibraries.of(machine.linux(), List.of()).unusable());
	}
}
