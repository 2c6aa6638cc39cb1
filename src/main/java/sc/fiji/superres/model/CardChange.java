package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import sc.fiji.superres.io.Folders;
import sc.fiji.superres.io.WholeFile;

/** Writes the card of a package that is there anew; see {@link ModelPackage#writeCard}. */
final class CardChange {

	private static final List<String> FILES = List.of(PackageFiles.DESCRIPTION, DescriptionWriter.README);

	private CardChange() {}

	static void write(final Path path, final ModelCard card) throws IOException {
		final String description, readme;
		try (PackageFiles files = PackageFiles.open(path)) {
			final Description before = ModelPackage.whole(files);
			description = DescriptionWriter.yaml(Fields.read(files), before, card);
			readme = Readme.of(card, before.network(), before.weightsHash(), files::has);
		}
		final Path place = path.toRealPath(); // a link stays one
		checkWritable(path, place.getParent());
		checkWritable(path, place);
		WholeFile.write(place, part -> {
			if (Files.isDirectory(place)) {
				copyOthers(place, part);
				fill(part, description, readme);
			}
			else Zips.inTemporaryFolder(folder -> {
				final Path zip = Files.copy(place, folder.resolve("zip"));
				fill(zip, description, readme);
				return Files.copy(zip, part);
			});
		});
	}

	private static void checkWritable(final Path path, final Path place) throws ModelException {
		if (!Files.isWritable(place))
			throw new ModelException("The card of the model package " + path + " cannot be written: " + place + " is read-only. " +
				"Copy the package to a folder that can be written.");
	}

	private static void fill(final Path place, final String description, final String readme) throws IOException {
		try (PackageFiles files = PackageFiles.open(place)) {
			files.write(PackageFiles.DESCRIPTION, description);
			files.write(DescriptionWriter.README, readme);
		}
	}

	private static void copyOthers(final Path folder, final Path copy) throws IOException {
		for (final Path file : Folders.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
			final Path relative = folder.relativize(file);
			if (Files.isDirectory(file)) Files.createDirectories(copy.resolve(relative));
			else if (!FILES.contains(relative.toString()))
				Files.copy(file, copy.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
		}
	}
}
