package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.engine.Progress;

/** Many first starts at once unpack once, and all find the libraries whole. */
class UnpackingTogetherTest {

	@TempDir
	Path folder;

	private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
	private Path jar, place;

	@BeforeEach
	void makeAJar() throws IOException {
		jar = NativeJar.large(folder);
		place = folder.resolve("place");
	}

	@Test
	void threads() throws Exception {
		final Callable<Path> start = () -> new NativeLibraries(jar, List.of(place), notices::add, Progress.NONE).folder();
		assertAllFind(Collections.nCopies(8, start));
		assertEquals(1, notices.size(), notices.toString());
	}

	/** A plugin that is loaded again has classes of its own, but the JVM and its file locks are the same. */
	@Test
	void copiesOfThePlugin() throws Exception {
		final List<Callable<Path>> starts = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			starts.add(startOfAnotherCopy());
		assertAllFind(starts);
		assertEquals(1, notices.size(), notices.toString());
	}

	private Callable<Path> startOfAnotherCopy() throws ReflectiveOperationException, IOException {
		final ClassLoader loader = new URLClassLoader(new URL[] { ForkedJvm.source(Engines.class).toUri().toURL() }, ClassLoader
			.getPlatformClassLoader());
		final Class<?> type = loader.loadClass(NativeLibraries.class.getName());
		final Constructor<?> constructor = type.getDeclaredConstructor(Path.class, List.class, Consumer.class, loader.loadClass(Progress.class
			.getName()));
		constructor.setAccessible(true);
		final Method method = type.getDeclaredMethod("folder");
		method.setAccessible(true);
		final Object libraries = constructor.newInstance(jar, List.of(place), (Consumer<String>) notices::add, silent(loader));
		return () -> (Path) method.invoke(libraries);
	}

	private static Object silent(final ClassLoader loader) throws ReflectiveOperationException {
		return loader.loadClass(Progress.class.getName()).getField("NONE").get(null);
	}

	private void assertAllFind(final List<Callable<Path>> starts) throws Exception {
		final ExecutorService pool = Executors.newFixedThreadPool(starts.size());
		final CountDownLatch together = new CountDownLatch(starts.size());
		try {
			final List<Future<Path>> found = new ArrayList<>();
			for (final Callable<Path> start : starts)
				found.add(pool.submit(() -> {
					together.countDown();
					together.await();
					return start.call();
				}));
			for (final Future<Path> one : found)
				assertEquals(place.resolve(NativeJar.NAME), one.get());
		}
		finally {
			pool.shutdownNow();
		}
		assertWhole();
	}

	@Test
	void processes() throws IOException {
		final Path signal = folder.resolve("signal");
		final List<ForkedJvm> starts = IntStream.range(0, 3).mapToObj(i -> ForkedJvm.with(List.of(ForkedJvm.source(Engines.class),
			ForkedJvm.source(getClass()))).run(Unpacking.class, jar, place, signal)).toList();
		Files.createFile(signal);
		final List<String> lines = starts.stream().flatMap(start -> start.lines().stream()).toList();
		assertEquals(1, lines.stream().filter(line -> line.startsWith("Unpacking")).count(), lines.toString());
		assertEquals(3, lines.stream().filter(line -> line.equals("found " + place.resolve(NativeJar.NAME))).count(), lines
			.toString());
		assertWhole();
	}

	private void assertWhole() throws IOException {
		final List<String> files = new ArrayList<>(List.of(NativeJar.NAME + ".lock"));
		for (final String name : List.of("liba.so", "libb.so", "libc.so", "libd.so")) {
			files.add(NativeJar.NAME + "/" + NativeJar.LIBRARIES + name);
			assertArrayEquals(NativeJar.bytes(NativeJar.LIBRARIES + name, 8 << 20), Files.readAllBytes(place.resolve(NativeJar.NAME)
				.resolve(NativeJar.LIBRARIES + name)));
		}
		assertEquals(files, Trees.list(place));
	}

	/** Unpacks as soon as there is a signal. */
	static final class Unpacking {

		public static void main(final String... jarPlaceAndSignal) throws InterruptedException {
			final Path signal = Path.of(jarPlaceAndSignal[2]);
			while (!Files.exists(signal))
				Thread.sleep(1);
			System.out.println("found " + new NativeLibraries(Path.of(jarPlaceAndSignal[0]), List.of(Path.of(jarPlaceAndSignal[1])),
				System.out::println, Progress.NONE).folder());
		}
	}
}
