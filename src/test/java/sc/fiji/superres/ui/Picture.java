package sc.fiji.superres.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures in {@code docs}, which {@link Screenshots} makes anew: a picture is added by a constant here, and a scene of
 * the same name in {@link PictureScenes}, or a way of its own in {@link Screenshots}.
 */
enum Picture {

	FAMILY("a part of the sample, enlarged by bicubic interpolation, ESPCN, EDSR and SRGAN, and the truth"),
	DIALOG("the dialog of EDSR Super-Resolution..., for a hyperstack"),
	HYPERSTACK("a hyperstack of three channels that was enlarged"),
	PSNR("the table of Measure PSNR..., channel by channel"),
	EVALUATION("the table of Evaluate Super-Resolution Model..."),
	TRAIN("the dialog of Train Super-Resolution Model..."),
	TRAINING("ImageJ's status bar while a network is trained"),
	MODELS("the window of Super-Resolution Models..."),
	ENGINE("the dialog of TensorFlow Engine... on a machine with a GPU, the engine for it, but without CUDA");

	private final String shows;

	Picture(final String shows) {
		this.shows = shows;
	}

	/** Its name on the disk, without extension, and that of its scene. */
	String scene() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Such as {@code docs/dialog.png}. */
	Path file() {
		return Path.of("docs", scene() + ".png");
	}

	/** @throws IllegalArgumentException if there is no such picture */
	static Picture of(final String name) {
		return Stream.of(values()).filter(picture -> picture.scene().equals(name)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("There is no picture " + name + ". The pictures are " + Stream.of(values()).map(
				Picture::scene).collect(Collectors.joining(", ")) + "."));
	}

	@Override
	public String toString() {
		return file() + ": " + shows;
	}
}
