package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.superres.ForkedJvm;

/** A plain ImageJ with windows and the assembled application, in which classes play what an {@link ImageJUser} does. */
final class PlayedImageJ implements AutoCloseable {

	static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();

	private final VirtualDisplay display;
	private final Path folder;
	private final Path driver;

	/**
	 * Installs it in a folder.
	 *
	 * @param players classes whose {@code main} calls {@link ImageJUser#play}
	 */
	PlayedImageJ(final Path place, final Class<?>... players) throws IOException {
		this(VirtualDisplay.start(), place, players);
	}

	/** The same on a display, which ends with it. */
	PlayedImageJ(final VirtualDisplay display, final Path place, final Class<?>... players) throws IOException {
		this.display = display;
		folder = PlainImageJFolder.install(place.resolve("ImageJ")).folder();
		driver = place.resolve("driver");
		PlainImageJFolder.classes(ImageJUser.class, driver);
		for (final Class<?> player : players)
			PlainImageJFolder.classes(player, driver);
	}

	/** The ImageJ folder. */
	Path folder() {
		return folder;
	}

	/** Such as ":99". */
	String display() {
		return display.name();
	}

	/** A JVM for one scenario. */
	ForkedJvm.Start jvm(final Path home) throws IOException {
		return ForkedJvm.with(List.of(PlainImageJFolder.ij(), driver)).display(display.name()).property("user.home", home).property(
			"java.io.tmpdir", home);
	}

	/** Plays a scenario to its end and returns the lines that were printed; they tell of nothing that went wrong. */
	List<String> play(final ForkedJvm.Start jvm, final Class<?> player, final String scenario, final List<?> others) {
		final List<Object> arguments = new ArrayList<>(List.of(folder, SCREENSHOTS, scenario));
		arguments.addAll(others);
		final List<String> lines = jvm.run(player, arguments.toArray()).lines();
		assertTrue(lines.contains("FINE " + scenario), lines.toString());
		return lines;
	}

	@Override
	public void close() throws InterruptedException {
		display.close();
	}
}
