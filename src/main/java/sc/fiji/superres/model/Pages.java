package sc.fiji.superres.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import sc.fiji.superres.io.WholeFile;

/** What a package holds for people: its card, and the picture that its description names under {@code covers}. */
final class Pages {

	private static final int MAX_COVER_BYTES = 4 << 20;
	private static final int MAX_CARD_BYTES = 1 << 20;

	private Pages() {}

	/** The picture may be damaged: nobody has looked at it. */
	static Optional<byte[]> cover(final Path path) {
		try (PackageFiles files = PackageFiles.open(path)) {
			final List<?> covers = Fields.read(files).list("covers");
			if (covers.isEmpty() || !(covers.get(0) instanceof String name)) return Optional.empty();
			final byte[] bytes = start(files.file(name), MAX_COVER_BYTES + 1);
			return Optional.of(bytes).filter(all -> all.length <= MAX_COVER_BYTES);
		}
		catch (final IOException e) {
			return Optional.empty(); // most packages have none, and of a broken one the list says why
		}
	}

	/** Of a card that is too long, its beginning. */
	static String card(final Path path) throws ModelException {
		try (PackageFiles files = PackageFiles.open(path)) {
			return new String(start(files.file(DescriptionWriter.README), MAX_CARD_BYTES), StandardCharsets.UTF_8);
		}
		catch (final ModelException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new ModelException("The card of the model package " + path + " cannot be read: " + WholeFile.reason(e), e);
		}
	}

	private static byte[] start(final Path file, final int bytes) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(bytes);
		}
	}
}
