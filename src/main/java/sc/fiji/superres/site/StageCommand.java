package sc.fiji.superres.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;

/** Makes a Fiji hold what the site offers, for all platforms: the official uploader publishes what lies in its Fiji. */
@Command(name = "stage", description = "Lays the files of the site into a Fiji that is used for publishing only.")
final class StageCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Mixin
	private ContentOptions sources;

	@Option(names = "--site", required = true, description = "the folder of the site, for what it withdraws")
	private Path site;

	@Option(names = "--fiji", required = true, description = "the folder of that Fiji")
	private Path fiji;

	@Override
	public Integer call() throws IOException {
		if (!Files.isDirectory(fiji.resolve("jars"))) throw new IOException(fiji + " is no Fiji folder: it has no folder jars.");
		final SiteIndex index = new SiteFolder(site).index();
		final Path extracted = TemporaryFile.createFolder();
		try {
			final SiteContent content = sources.collect(extracted);
			final int deleted = deleteOthers(content, index);
			for (final SiteFile file : content.files())
				copy(file);
			spec.commandLine().getOut().println(fiji + ": " + content.files().size() + " files staged, " + deleted + " deleted");
		}
		finally {
			WholeFile.delete(extracted);
		}
		return 0;
	}

	/** By content alone: an executable bit under {@code lib} would take a file's platform away. */
	private void copy(final SiteFile file) throws IOException {
		final Path target = fiji.resolve(file.path());
		Files.createDirectories(target.getParent());
		Files.deleteIfExists(target);
		try (InputStream in = Files.newInputStream(file.source())) {
			Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Deletes files of ours that this version does not have: they would stay on the site. */
	private int deleteOthers(final SiteContent content, final SiteIndex index) throws IOException {
		final Set<String> wanted = new HashSet<>();
		content.files().forEach(file -> wanted.add(file.path()));
		final OurFiles ours = sources.ours();
		final List<Path> unwanted = new ArrayList<>();
		for (final String folder : List.of("plugins", "lib", "macros", "models", "licenses")) {
			if (!Files.isDirectory(fiji.resolve(folder))) continue;
			try (Stream<Path> files = Files.walk(fiji.resolve(folder))) {
				for (final Path file : files.filter(Files::isRegularFile).toList()) {
					final String path = fiji.relativize(file).toString().replace('\\', '/');
					final Entry entry = index.get(JarVersion.strip(path));
					final boolean withdrawn = entry != null && entry.isObsolete() && ours.mayWithdraw(path);
					if ((ours.contains(path) || withdrawn) && !wanted.contains(path)) unwanted.add(file);
				}
			}
		}
		for (final Path file : unwanted)
			Files.delete(file);
		return unwanted.size();
	}
}
