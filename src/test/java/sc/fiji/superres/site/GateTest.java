package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.site.SampleApp.Outcome;

class GateTest {

	private static final Version VERSION = new Version("c", 20200101000000L, 1, List.of());
	private static final String END = "\n[INFO] Would upload 1 (removing 0) to Super-Resolution (webdav:user:<password>:.)\n";

	@TempDir
	Path folder;

	private SampleApp app;

	@BeforeEach
	void write() throws IOException {
		app = SampleApp.in(folder.resolve("project"));
		app.writeNew();
	}

	@Test
	void aSiteOfOurFilesPasses() {
		final Outcome outcome = app.gate();
		assertEquals(0, outcome.status(), outcome.err());
		assertTrue(outcome.out().startsWith("All 9 files are ours"), outcome.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jars/scijava-common-2.100.1.jar", "jars/imglib2-8.0.0.jar", "jars/jackson-core-2.20.0.jar",
		"models/mine/rdf.yaml", "plugins/Other_.jar" })
	void aSiteThatBringsAFileOfOthersIsRefused(final String path) throws IOException {
		final SiteIndex index = app.index();
		index.add(Entry.of(path, VERSION));
		IndexWriter.write(index, app.site().resolve("db.xml.gz"));
		assertRefused(path + " is not ours to bring", app.gate());
	}

	@Test
	void aSiteThatDeletesAFileOfOthersIsRefused() throws IOException {
		final SiteIndex index = app.index();
		index.add(Entry.of("jars/imglib2-8.0.0.jar", VERSION).withdrawn(20200101000001L));
		IndexWriter.write(index, app.site().resolve("db.xml.gz"));
		assertRefused("jars/imglib2-8.0.0.jar is not ours to delete", app.gate());
	}

	@ParameterizedTest
	@CsvSource({ "plugins/Super_Resolution-0.0.1.jar, plugins/Super_Resolution-0.1.0.jar",
		"lib/super-resolution/javacpp.jar, lib/super-resolution/javacpp-1.5.11.jar",
		"models/edsr-x2/rdf.yaml, models/edsr-x2/rdf.yaml" })
	void aFileThatAnotherSiteHasInAnyVersionIsRefused(final String theirs, final String ours) throws IOException {
		final Path other = Files.createDirectory(folder.resolve("other"));
		for (final Entry entry : List.of(Entry.of(theirs, VERSION), Entry.of(theirs, VERSION).withdrawn(20200101000001L))) {
			final SiteIndex index = new SiteIndex();
			index.add(entry);
			IndexWriter.write(index, other.resolve("db.xml.gz"));
			assertRefused(ours + " is a file of the update site Fiji (there " + theirs + ")", app.gate("--other", "Fiji=" + other));
		}
	}

	@Test
	void sitesOfOthersThatHaveNoneOfOursPassAndAreNamed() throws IOException {
		final SiteIndex index = new SiteIndex();
		index.add(Entry.of("jars/imglib2-8.0.0.jar", VERSION));
		final Path other = Files.createDirectory(folder.resolve("other"));
		IndexWriter.write(index, other.resolve("db.xml.gz"));
		final Outcome outcome = app.gate("--other", "ImageJ=" + other, "--other", "Fiji=" + other.resolve("db.xml.gz").toUri());
		assertEquals(0, outcome.status(), outcome.err());
		assertTrue(outcome.out().contains("compared with ImageJ, Fiji"), outcome.out());
	}

	@Test
	void aSiteThatIsNotThereIsNotTakenForAnEmptyOne() {
		assertRefused("There is no update site at " + folder, app.gate("--other", "Fiji=" + folder));
	}

	@ParameterizedTest
	@CsvSource({ "org/scijava/Context.class, org.scijava", "net/imglib2/img/Img.class, net.imglib2.img",
		"com/fasterxml/jackson/core/JsonParser.class, com.fasterxml.jackson.core",
		"META-INF/versions/21/org/yaml/snakeyaml/Yaml.class, org.yaml.snakeyaml" })
	void classesOfOthersInThePluginAreRefused(final String name, final String where) throws IOException {
		app.plugin("0.1.0", "sc/fiji/superres/A.class", "sc/fiji/superres/shaded/yaml/B.class", name).writeNew();
		assertRefused("holds classes of " + where + ", which are not ours", app.gate());
	}

	@Test
	void aFileThatTheIndexDoesNotKnowIsRefused() throws IOException {
		app.text("target/update-site/jars/imglib2-8.0.0.jar-20200101000000", "x");
		assertRefused("imglib2-8.0.0.jar-20200101000000 is not in the site's index", app.gate());
	}

	@Test
	void aFileThatWasChangedAfterwardsIsRefused() throws IOException {
		final String name = app.index().get("macros/super-resolution/one.ijm").serverName();
		app.text("target/update-site/" + name, "changed");
		assertRefused("where the site's index says", app.gate());
	}

	@Test
	void aDryRunOfOurFilesPasses() throws IOException {
		final Outcome outcome = dryRun("[INFO] Would upload new plugins/Super_Resolution-0.1.0.jar\n[INFO] Would upload new " +
			"version of lib/super-resolution/javacpp-1.5.10.jar (local: lib/super-resolution/javacpp-1.5.11.jar)\n" +
			"[INFO] Would mark models/gone/rdf.yaml obsolete\n[WARNING] 'jars/x.jar' of update site 'Fiji' is not up-to-date!" + END);
		assertEquals(0, outcome.status(), outcome.err());
		assertEquals(0, dryRun("[INFO] Nothing to upload\n").status());
	}

	/** The lines as the uploader writes them, for each thing that it would do. */
	@ParameterizedTest
	@ValueSource(strings = { "[INFO] Would upload new jars/jackson-core-2.20.0.jar",
		"[INFO] Would mark jars/jackson-core-2.20.0.jar obsolete",
		"[INFO] Would upload new version of jars/jackson-core-2.20.0.jar", "[INFO] Would upload jars/jackson-core-2.20.0.jar",
		"[INFO] Would upload new version of jars/jackson-core-2.19.0.jar (local: jars/jackson-core-2.20.0.jar)",
		"[INFO] Would re-upload jars/jackson-core-2.20.0.jar", "[INFO] Would upload 'jars/jackson-core-2.20.0.jar'",
		"[INFO] Removing file 'jars/jackson-core-2.20.0.jar'", "Would upload new jars/jackson-core-2.20.0.jar",
		"[INFO] Uploading new file 'jars/jackson-core-2.20.0.jar' to  site 'x'" })
	void aDryRunThatTouchesAFileOfOthersIsRefused(final String line) throws IOException {
		assertRefused("jars/jackson-core-2.20.0.jar would be touched by the upload", dryRun(line + END));
	}

	/** It may be withdrawn, though, as a model that came with an earlier version. */
	@Test
	void aModelOfAUserIsNotUploaded() throws IOException {
		assertRefused("models/mine/rdf.yaml would be touched by the upload", dryRun("[INFO] Would upload new models/mine/rdf.yaml" +
			END));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[INFO] Would also upload dependency jars/x.jar", "WOULD UPLOAD jars/x.jar",
		"[INFO] Removing jars/x.jar" })
	void aLineThatIsNotUnderstoodIsRefused(final String line) throws IOException {
		assertRefused("is not understood", dryRun(line + END));
	}

	@Test
	void aDryRunThatNamesFewerFilesThanItAnnouncesIsRefused() throws IOException {
		assertRefused("announces 3 files, but names only 1", dryRun("[INFO] Would upload new plugins/Super_Resolution-0.1.0.jar" + END
			.replace("upload 1", "upload 3")));
	}

	@Test
	void aDryRunThatFailedOrHasNoEndIsRefused() throws IOException {
		assertRefused("The uploader says: Unresolved upload conflicts!", dryRun("[ERROR] Unresolved upload conflicts!\n" + END));
		assertRefused("is no complete dry run", dryRun("[INFO] Would upload new plugins/Super_Resolution-0.1.0.jar\n"));
		assertRefused("is no complete dry run", dryRun(""));
	}

	@Test
	void aFijiForPublishingGetsTheFilesOfAllPlatformsWithoutExecutableBits() throws IOException {
		final Path fiji = Files.createDirectories(folder.resolve("Fiji/jars")).getParent();
		final String macro = "macros/super-resolution/one.ijm", library =
			"lib/win64/super-resolution/tensorflow-core-native-1.1.0-windows-x86_64.jar";
		app.folder().resolve("engines/win64").resolve(Path.of(library).getFileName()).toFile().setExecutable(true);
		assertEquals(0, app.stage(fiji).status());
		assertEquals("run('x');", Files.readString(fiji.resolve(macro)));
		assertFalse(Files.isExecutable(fiji.resolve(library)) && !System.getProperty("os.name").startsWith("Windows"));
	}

	@Test
	void aFijiForPublishingLosesWhatNoLongerComesAlongAndKeepsWhatIsOthers() throws IOException {
		final SampleApp fiji = new SampleApp(folder.resolve("Fiji"));
		final List<String> kept = List.of("jars/imglib2-8.0.0.jar", "plugins/Other_.jar", "models/mine/rdf.yaml",
			"lib/linux64/libx.so");
		final List<String> lost = List.of("plugins/Super_Resolution-0.0.9.jar", "lib/super-resolution/ndarray-1.0.0.jar",
			"macros/super-resolution/old.ijm", "models/gone/rdf.yaml");
		final SiteIndex index = app.index();
		index.add(Entry.of("models/gone/rdf.yaml", VERSION).withdrawn(20200101000001L));
		IndexWriter.write(index, app.site().resolve("db.xml.gz"));
		for (final String path : kept)
			fiji.text(path, "x");
		for (final String path : lost)
			fiji.text(path, "x");
		assertTrue(app.stage(fiji.folder()).out().contains("9 files staged, 4 deleted"));
		for (final String path : kept)
			assertTrue(Files.exists(fiji.folder().resolve(path)), path);
		for (final String path : lost)
			assertFalse(Files.exists(fiji.folder().resolve(path)), path);
	}

	@Test
	void aFolderThatIsNoFijiIsNotStagedInto() {
		assertRefused("is no Fiji folder", app.stage(folder));
	}

	private Outcome dryRun(final String text) throws IOException {
		return app.gate("--dry-run", Files.writeString(folder.resolve("dry-run.txt"), text).toString());
	}

	private static void assertRefused(final String reason, final Outcome outcome) {
		assertEquals(1, outcome.status(), outcome.out());
		assertTrue(outcome.err().contains(reason), outcome.err());
	}
}
