package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import picocli.CommandLine.Option;

/** Where the files of the site come from. */
final class ContentOptions {

	@Option(names = "--app", required = true, description = "the application folder, target/app")
	private Path app;

	@Option(names = "--models", required = true, description = "the folder with the models that come along; others stay out")
	private Path models;

	@Option(names = "--engines", description = "a folder with a folder of jars for each further platform")
	private Path engines;

	@Option(names = "--licence", required = true, description = "our licence")
	private Path licence;

	@Option(names = "--third-parties", required = true, description = "the note on the licences of others' parts")
	private Path note;

	OurFiles ours() throws IOException {
		return OurFiles.withModelsOf(models);
	}

	/** @param extracted an empty folder for the texts of licences, to be deleted when the site is written */
	SiteContent collect(final Path extracted) throws IOException {
		final SiteContent content = new SiteContent(ours());
		ApplicationFolder.collect(app, content);
		if (engines != null) ApplicationFolder.collectEngines(engines, content);
		content.plugin();
		checkNoClassTwice(content);
		Licences.collect(licence, note, extracted, content);
		return content;
	}

	/** The official uploader takes a class in two jars for a circular dependency. */
	private static void checkNoClassTwice(final SiteContent content) throws IOException {
		final Map<String, SiteFile> jars = new HashMap<>();
		for (final SiteFile file : content.files()) {
			if (!file.isJar()) continue;
			for (final String name : JarClasses.of(file.source())) {
				final SiteFile other = jars.putIfAbsent(name, file);
				if (other != null) throw new IOException("The class " + name.replace('/', '.') + " is in " + other.path() + " and in " +
					file.path() + ", and the updater refuses that. Leave one of them out.");
			}
		}
	}
}
