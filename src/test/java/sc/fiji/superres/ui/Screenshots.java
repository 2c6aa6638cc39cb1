package sc.fiji.superres.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import sc.fiji.superres.FamilyPicture;
import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.Platform;

/** Makes the pictures of {@code docs} anew from the assembled application: {@code docs/screenshots.sh} runs it. */
public final class Screenshots {

	/** Openbox's own frames. Their lowest edge can be gripped, which looks cut off in a picture. */
	private static final Path FRAMES = Path.of("/usr/share/themes/Clearlooks/openbox-3/themerc");

	private final Path folder;
	private final PlayedImageJ imagej;

	private Screenshots(final Path folder, final PlayedImageJ imagej) {
		this.folder = folder;
		this.imagej = imagej;
	}

	/** @param names of the pictures; all where there are none */
	public static void main(final String... names) throws IOException, InterruptedException {
		final List<Picture> pictures = names.length == 0 ? List.of(Picture.values()) : Stream.of(names).map(Picture::of)
			.toList();
		final Path folder = Files.createTempDirectory("screenshots");
		try (PlayedImageJ imagej = new PlayedImageJ(VirtualDisplay.start(frames(folder)), folder, PictureScenes.class, MovingCells.class)) {
			final Screenshots screenshots = new Screenshots(folder, imagej);
			for (final Picture picture : pictures) {
				screenshots.make(picture);
				System.out.println(picture + " (" + Files.size(picture.file()) / 1000 + " KB)");
			}
		}
		finally {
			WholeFile.delete(folder);
		}
	}

	/** Options of the window manager, for frames that are closed at the bottom. */
	private static String[] frames(final Path folder) throws IOException {
		if (!Files.exists(FRAMES)) return new String[0];
		final Path theme = folder.resolve("openbox-3").resolve(FRAMES.getFileName());
		Files.createDirectory(theme.getParent());
		Files.writeString(theme, Files.readString(FRAMES).replaceAll("(window.handle.width:).*", "$1 0"));
		final Path settings = Files.writeString(folder.resolve("openbox.xml"), "<openbox_config " +
			"xmlns=\"http://openbox.org/3.4/rc\"><theme><name>" + folder + "</name></theme></openbox_config>");
		return new String[] { "--config-file", settings.toString() };
	}

	private void make(final Picture picture) throws IOException {
		switch (picture) {
			case FAMILY -> FamilyPicture.main();
			case ENGINE -> play(GpuWithoutCuda.pretend(jvm(), folder.resolve("nvidia"), folder.resolve("engines")), picture);
			default -> play(jvm(), picture);
		}
	}

	private ForkedJvm.Start jvm() throws IOException {
		final Path natives = PlainImageJFolder.app().resolve("lib").resolve(Platform.current().folder()).resolve(
			"super-resolution/.natives"); // the application's own: they are unpacked once
		return imagej.jvm(folder).environment("SUPERRES_CACHE", natives).environment("SUPERRES_ENGINES", folder.resolve("engines"));
	}

	private void play(final ForkedJvm.Start jvm, final Picture picture) {
		jvm.run(PictureScenes.class, imagej.folder(), picture.file().toAbsolutePath().getParent(), picture.scene()).lines();
	}
}
