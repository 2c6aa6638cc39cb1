package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Progress;

class EnginesTest {

	@Test
	void aJvmHasOneEngine() {
		final Engine engine = Engines.tensorflow();
		IntStream.range(0, 16).parallel().forEach(i -> assertSame(engine, Engines.tensorflow(notice -> {}, Progress.NONE)));
		assertEquals("TensorFlow 2.18.0", engine.name());
		assertEquals("CPU", engine.device());
	}

	@Test
	void theEngineHasAClassLoaderOfItsOwn() {
		final ClassLoader loader = Engines.tensorflow().getClass().getClassLoader();
		assertEquals(EngineClassLoader.class, loader.getClass());
		assertSame(Engines.class.getClassLoader(), loader.getParent());
	}

	@Test
	void aPluginThatIsLoadedAgainAsksForARestart() {
		Engines.tensorflow(); // has unpacked the libraries
		final List<String> lines = ForkedJvm.with(List.of(ForkedJvm.source(getClass()))).run(Reload.class, ForkedJvm.source(
			Engines.class)).lines().stream().filter(line -> line.startsWith("> ")).toList();
		assertEquals(List.of("> TensorFlow 2.18.0", "> TensorFlow was loaded by an earlier copy of this plugin: restart ImageJ.",
			"> TensorFlow was loaded by an earlier copy of this plugin: restart ImageJ.", "> TensorFlow 2.18.0"), lines);
	}

	@Test
	void nothingIsLeftBehindByAskingForIt() {
		Engines.tensorflow();
		assertEquals(null, System.getProperty("org.bytedeco.javacpp.cachelibraries"));
		assertTrue(Thread.currentThread().getContextClassLoader() != Engines.tensorflow().getClass().getClassLoader());
	}

	/** Loads our classes twice, as a host does that reloads its plugins. */
	static final class Reload {

		public static void main(final String... classes) throws Exception {
			final Class<?> first = engines(Path.of(classes[0]));
			final Class<?> second = engines(Path.of(classes[0]));
			for (final Class<?> engines : List.of(first, second, second, first))
				System.out.println("> " + answer(engines));
		}

		private static Class<?> engines(final Path classes) throws ClassNotFoundException, MalformedURLException {
			return new URLClassLoader(new URL[] { classes.toUri().toURL() }, ClassLoader.getPlatformClassLoader()).loadClass(
				"sc.fiji.superres.loader.Engines");
		}

		private static Object answer(final Class<?> engines) throws ReflectiveOperationException {
			try {
				final Object engine = engines.getMethod("tensorflow").invoke(null);
				return engines.getClassLoader().loadClass("sc.fiji.superres.engine.Engine").getMethod("name").invoke(engine);
			}
			catch (final InvocationTargetException e) {
				return e.getCause().getMessage();
			}
		}
	}
}
