package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

/** Where the engine is sought, and what is said where it is not whole. */
class InstallationTest {

	@TempDir
	Path folder;

	private Path imageJ, jar, classes, engine;

	@BeforeEach
	void install() throws Exception {
		imageJ = folder.resolve("Fiji of a lab");
		jar = OurClasses.copyTo(Files.createDirectories(imageJ.resolve("plugins")).resolve("Super_Resolution-1.jar"));
		classes = imageJ.resolve("lib").resolve("super-resolution");
		engine = imageJ.resolve("lib").resolve(Platform.current().folder()).resolve("super-resolution");
	}

	/** What the user of our jar reads who asks for the engine twice. */
	private List<String> answers() {
		return ForkedJvm.with(List.of(jar, ForkedJvm.source(getClass()))).run(Asking.class).lines().stream().filter(line -> line
			.startsWith("> ")).toList();
	}

	private void assertAnswer(final String... parts) {
		final List<String> answers = answers();
		assertEquals(2, answers.size(), answers.toString());
		assertEquals(answers.get(0), answers.get(1));
		for (final String part : parts)
			assertTrue(answers.get(0).contains(part), answers.get(0));
	}

	@Test
	void theBuildsClassesFindTheApplicationFolder() {
		assertTrue(Installation.folder().endsWith(Path.of("target", "app")), Installation.folder().toString());
		assertEquals(List.of("javacpp", "ndarray", "protobuf-java", "tensorflow-core-api", "tensorflow-core-native",
			"tensorflow-core-native"), EngineFolders.standard().shipped().jars().stream().map(file -> file.getFileName().toString().replaceFirst(
				"-[0-9].*", "")).sorted().toList());
	}

	@Test
	void noEngine() {
		assertAnswer("> TensorFlow is not installed", "super-resolution above " + jar);
	}

	@Test
	void noJarOfTheEngine() throws Exception {
		Files.createDirectories(classes);
		assertAnswer("> TensorFlow is not installed as a whole: ", "lacks javacpp, ndarray, protobuf-java, tensorflow-core-api, " +
			"tensorflow-core-native. ", "Install Super-Resolution again.");
	}

	@Test
	void oneJarIsMissing() throws Exception {
		copyClasses();
		for (final Path part : shippedClasses())
			if (part.getFileName().toString().startsWith("ndarray")) Files.delete(classes.resolve(part.getFileName()));
		NativeJar.write(engine, "tensorflow-core-native-1.1.0-" + Platform.current().natives(), 10, new String[0]);
		assertAnswer("> TensorFlow is not installed as a whole: tensorflow-1.1.0-cpu lacks ndarray. ");
	}

	@Test
	void librariesOfAnotherPlatformOnly() throws Exception {
		copyClasses();
		Files.createFile(engine.resolve("tensorflow-core-native-1.1.0-beos-m68k.jar"));
		assertAnswer("> TensorFlow's libraries for " + Platform.current().natives() + " are missing in " + engine);
	}

	/** The second answer must not be about what the first attempt has left behind. */
	@Test
	void librariesThatThisMachineCannotLoad() throws Exception {
		copyClasses();
		final Path natives = EngineFolders.standard().shipped().natives();
		NativeJar.write(engine, natives.getFileName().toString().replace(".jar", ""), 1000, names(natives));
		assertAnswer("> TensorFlow cannot be loaded: ", "UnsatisfiedLinkError");
	}

	private static List<Path> shippedClasses() {
		final InstalledEngine shipped = EngineFolders.standard().shipped();
		return shipped.jars().stream().filter(part -> !part.equals(shipped.natives())).toList();
	}

	private void copyClasses() throws Exception {
		Files.createDirectories(engine);
		Files.createDirectories(classes);
		for (final Path part : shippedClasses())
			Files.copy(part, classes.resolve(part.getFileName()));
	}

	private static String[] names(final Path natives) throws Exception {
		try (ZipFile zip = new ZipFile(natives.toFile())) {
			return zip.stream().map(ZipEntry::getName).filter(name -> name.contains("/" + Platform.current().natives() + "/lib"))
				.toArray(String[]::new);
		}
	}

	/** Asks for the engine twice. */
	static final class Asking {

		public static void main(final String... none) {
			for (int i = 0; i < 2; i++)
				try {
					System.out.println("> " + Engines.tensorflow(notice -> {}, Progress.NONE).name());
				}
				catch (final EngineException e) {
					System.out.println("> " + e.getMessage());
				}
		}
	}
}
