package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the images of a batch come from. */
public interface ImageSource {

	/**
	 * The names of the images: paths of their files below one folder, with slashes, sorted.
	 *
	 * @throws IOException if they cannot be listed; the message is for users
	 * @throws IllegalArgumentException if there are none
	 */
	List<String> names() throws IOException;

	/** The file of an image. */
	Path file(String name);

	/**
	 * What will be upscaled of an image, from its header.
	 *
	 * @return nothing where only reading the whole image would tell
	 * @throws IOException if it cannot be read; the message is for users
	 * @throws IllegalArgumentException if it does not have what is wanted of it
	 */
	Optional<ImageSize> size(String name) throws IOException;

	/**
	 * Opens an image.
	 *
	 * @throws IOException if it cannot be read; the message is for users
	 * @throws IllegalArgumentException if it does not have what is wanted of it
	 */
	SourceImage<?> open(String name) throws IOException;

	/**
	 * Whether the format of a file can hold a result, before the work. Nothing is written.
	 *
	 * @param result its size
	 * @param file where it will be, whose folder need not be there yet
	 * @throws IOException if not; the message is for users
	 */
	void checkFormat(ImageSize result, Path file) throws IOException;
}
