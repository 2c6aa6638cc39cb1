package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package may hold beside its model, for people: files by name, in the order to be named. Packages without them are
 * as good.
 *
 * @param files name, without a folder, and content
 */
public record Attachments(Map<String, byte[]> files) {

	/** A picture of what the model does, PNG. */
	public static final String COVER = "cover.png";

	/** The learning curve as a table, CSV. */
	public static final String CURVE = "curve.csv";

	/** The learning curve as a picture, SVG. */
	public static final String CURVE_PICTURE = "curve.svg";

	/** None. */
	public static final Attachments NONE = new Attachments(Map.of());

	private static final long MAX_BYTES = 1 << 24;

	public Attachments {
		files = new LinkedHashMap<>(files);
	}

	/**
	 * One of a package.
	 *
	 * @param path a folder or a zip file
	 * @return nothing where it has none of this name, or one of more than 16 MB, or one that cannot be read: a model is as
	 *         good without
	 */
	public static Optional<byte[]> read(final Path path, final String name) {
		try (PackageFiles files = PackageFiles.open(path)) {
			if (!files.has(name) || Files.size(files.file(name)) > MAX_BYTES) return Optional.empty();
			return Optional.of(Files.readAllBytes(files.file(name)));
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}

	boolean has(final String name) {
		return files.containsKey(name);
	}

	/** Names of all but the cover. */
	List<String> others() {
		return files.keySet().stream().filter(name -> !name.equals(COVER)).toList();
	}

	void write(final Path folder) throws IOException {
		for (final Map.Entry<String, byte[]> file : files.entrySet())
			Files.write(folder.resolve(file.getKey()), file.getValue());
	}
}
