package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Engine;

class EngineClassLoaderTest {

	private static final String OURS = "sc.fiji.superres.tensorflow.TensorFlowEngine";

	@TempDir
	Path folder;

	private static EngineClassLoader loader(final ClassLoader parent) throws Exception {
		final List<URL> urls = new ArrayList<>();
		for (final Path jar : EngineFolders.standard().shipped().jars())
			urls.add(jar.toUri().toURL());
		return new EngineClassLoader(urls.toArray(URL[]::new), parent);
	}

	/** Knows no class, and remembers which it was asked for. */
	private static final class Asked extends ClassLoader {

		private final List<String> names = new ArrayList<>();

		Asked() {
			super(null);
		}

		@Override
		protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
			names.add(name);
			throw new ClassNotFoundException(name);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { OURS, "sc.fiji.superres.tensorflow.GraphBuilder", "org.tensorflow.TensorFlow",
		"org.tensorflow.ndarray.Shape", "org.bytedeco.javacpp.Pointer", "com.google.protobuf.Message" })
	void whatMayBeOnTheClassPathInAnotherVersionIsItsOwn(final String name) throws Exception {
		try (EngineClassLoader loader = loader(getClass().getClassLoader())) {
			final Class<?> type = loader.loadClass(name);
			assertSame(loader, type.getClassLoader());
			assertSame(type, loader.loadClass(name));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.lang.String", "javax.swing.JFrame", "sc.fiji.superres.engine.Engine",
		"sc.fiji.superres.engine.TrainingState", "sc.fiji.superres.loader.Guard", "sc.fiji.superres.network.Network", "sc.fiji.superres.network.Weights",
		"sc.fiji.superres.upscale.Upscaler", "net.imglib2.Interval", "ij.ImagePlus" })
	void allElseIsTheParents(final String name) throws Exception {
		try (EngineClassLoader loader = loader(getClass().getClassLoader())) {
			assertSame(Class.forName(name, false, getClass().getClassLoader()), loader.loadClass(name));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.tensorflow.Missing", "org.bytedeco.Missing", "com.google.protobuf.Missing",
		"sc.fiji.superres.tensorflow.Missing" })
	void theParentIsNotAskedForWhatIsIsolated(final String name) throws Exception {
		final Asked parent = new Asked();
		try (EngineClassLoader loader = loader(parent)) {
			assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name));
			assertEquals(List.of(), parent.names);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.tensorflowlite.A", "org.bytedecode.A", "com.google.protobuffer.A", "com.google.gson.A",
		"sc.fiji.superres.tensorflowjs.A", "sc.fiji.superres.tensorflow", "org.A" })
	void packagesOfSimilarNameAreTheParents(final String name) throws Exception {
		final Asked parent = new Asked();
		try (EngineClassLoader loader = loader(parent)) {
			assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name));
			assertEquals(List.of(name), parent.names);
		}
	}

	@Test
	void resourcesOfAnotherTensorFlowAreNotSeen() throws Exception {
		final List<String> isolated = List.of("org/tensorflow/old.txt", "org/bytedeco/old.txt", "com/google/protobuf/old.txt",
			"org/tensorflow/native/linux-x86_64/libtensorflow_jni.so");
		for (final String name : isolated)
			Files.writeString(Files.createDirectories(folder.resolve(name).getParent()).resolve(Path.of(name).getFileName()), "old");
		Files.writeString(folder.resolve("shared.txt"), "shared");
		try (URLClassLoader parent = new URLClassLoader(new URL[] { folder.toUri().toURL() }, null);
				EngineClassLoader loader = loader(parent)) {
			for (final String name : isolated) {
				assertNotNull(parent.getResource(name));
				assertNull(loader.getResource(name), name);
				assertNull(loader.getResourceAsStream(name), name);
				assertFalse(loader.getResources(name).hasMoreElements(), name);
			}
			assertEquals(parent.getResource("shared.txt"), loader.getResource("shared.txt"));
			assertTrue(loader.getResources("shared.txt").hasMoreElements());
			assertEquals(loader, loader.loadClass("org.tensorflow.TensorFlow").getClassLoader());
			assertTrue(loader.getResource("org/tensorflow/TensorFlow.class").toString().contains("tensorflow-core-api"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "classes", "plugin.jar" })
	void ourClassesComeFromAFolderOrAJar(final String name) throws Exception {
		final Path classes = OurClasses.copyTo(folder.resolve(name));
		try (URLClassLoader plugin = new URLClassLoader(new URL[] { classes.toUri().toURL() }, ClassLoader.getPlatformClassLoader());
				EngineClassLoader loader = loader(plugin)) {
			final Class<?> ours = loader.loadClass(OURS);
			assertSame(loader, ours.getClassLoader());
			assertSame(plugin.loadClass(Engine.class.getName()), ours.getInterfaces()[0]);
			assertEquals("sc.fiji.superres.tensorflow", ours.getPackageName());
		}
	}

	@Test
	void manyThreadsMayLoadClasses() throws Exception {
		try (EngineClassLoader loader = loader(getClass().getClassLoader())) {
			assertTrue(loader.isRegisteredAsParallelCapable());
		}
	}
}
