package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.ForkedJvm;

/**
 * TensorFlow 1.15 and protobuf 3.5.1, as other plugins bring them along, lie on the flat class path with our jar, before or
 * behind it; whoever computes first, both compute right. How JVMs differ here, {@code CppLibrary} says.
 */
class OldTensorFlowIT {

	private static final String OLD = "OLD TensorFlow 1.15.0 says 11.0";
	private static final String NEW = "NEW TensorFlow 2.18.0 is right";

	@TempDir
	Path temporary;

	@BeforeEach
	void hasLibrariesForThisPlatform() {
		assumeTrue(EnumSet.of(Platform.LINUX_X86_64, Platform.WINDOWS_X86_64).contains(Platform.current()));
	}

	@ParameterizedTest
	@CsvSource({ "first, old new", "first, new old", "last, old new", "last, new old" })
	void bothComputeInOneJvm(final String place, final String order) {
		final Application application = Application.built();
		final List<Path> classPath = new ArrayList<>(application.classPath());
		classPath.addAll(place.equals("first") ? 0 : classPath.size(), Application.jars(application.folder().resolveSibling(
			"old-tensorflow")));
		final String[] twice = (order + " " + order).split(" ");
		final List<String> lines = ForkedJvm.with(classPath).property("java.io.tmpdir", temporary).run(BothTensorFlows.class,
			(Object[]) twice).lines();
		assertEquals(Stream.of(twice).map(which -> which.equals("old") ? OLD : NEW).toList(), lines.stream().filter(line -> line
			.startsWith("OLD ") || line.startsWith("NEW ")).toList());
	}

	@ParameterizedTest
	@CsvSource({ "libtensorflow-", "libtensorflow_jni-", "protobuf-java-3.5.1" })
	void theOldOnesAreThere(final String name) {
		assertEquals(1, Application.jars(Application.built().folder().resolveSibling("old-tensorflow")).stream().filter(
			jar -> jar.getFileName().toString().startsWith(name)).count());
	}
}
