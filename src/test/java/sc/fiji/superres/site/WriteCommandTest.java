package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.site.SampleApp.Outcome;

class WriteCommandTest {

	@TempDir
	Path folder;

	private SampleApp app;

	@BeforeEach
	void makeApp() throws IOException {
		app = SampleApp.in(folder.resolve("project"));
	}

	@Test
	void aNewSiteHoldsPluginMacrosModelsLicencesAndEngines() throws IOException {
		final List<String> paths = app.writeNew().entries().stream().map(Entry::filename).toList();
		assertEquals(List.of("lib/linux64/super-resolution/tensorflow-core-native-1.1.0-linux-x86_64.jar",
			"lib/super-resolution/javacpp-1.5.11.jar", "lib/win64/super-resolution/tensorflow-core-native-1.1.0-windows-x86_64.jar",
			"licenses/super-resolution/LICENSE.txt", "licenses/super-resolution/THIRD-PARTIES.txt",
			"licenses/super-resolution/tensorflow-core-native/LICENSE", "macros/super-resolution/one.ijm", "models/edsr-x2/rdf.yaml",
			"plugins/Super_Resolution-0.1.0.jar"), paths);
	}

	@Test
	void everyFileLiesThereUnderItsTimestampAndWithItsSizeAndChecksum() throws IOException {
		final SiteIndex index = app.writeNew();
		assertEquals(index.entries().stream().map(Entry::serverName).sorted().toList(), app.files());
		for (final Entry entry : index.entries()) {
			final Path file = app.site().resolve(entry.serverName());
			assertEquals(Files.size(file), entry.version().filesize());
			assertEquals(UpdaterChecksum.of(entry.filename(), file), entry.version().checksum());
			assertTrue(Long.toString(entry.version().timestamp()).matches("20\\d{12}"));
		}
	}

	@Test
	void onlyWhatLiesBelowAPlatformIsForOne() throws IOException {
		final SiteIndex index = app.writeNew();
		assertEquals(List.of("linux64"),
			index.get("lib/linux64/super-resolution/tensorflow-core-native-linux-x86_64.jar").platforms());
		assertEquals(List.of("win64"),
			index.get("lib/win64/super-resolution/tensorflow-core-native-windows-x86_64.jar").platforms());
		assertEquals(2, index.entries().stream().filter(entry -> !entry.platforms().isEmpty()).count());
	}

	@Test
	void usersReadInTheUpdaterWhatThePluginIs() throws IOException {
		app.write("none", "--description", "Enlarges images.", "--link", "https://imagej.net");
		assertEquals(List.of(Detail.of("description", "Enlarges images."), Detail.of("link", "https://imagej.net")),
			app.index().get(
			"plugins/Super_Resolution.jar").version().details());
	}

	@ParameterizedTest
	@ValueSource(strings = { "app/host/ij-1.54p.jar", "app/superres", "app/.hidden/a.jar",
		"app/lib/linux64/super-resolution/.natives/a/x.so",
		"app/lib/linux64/super-resolution/natives/x.so", "app/lib/linux64/super-resolution/engine.txt", "app/models/mine/rdf.yaml",
		"app/models/.part/rdf.yaml", "app/macros/super-resolution/x.groovy", "app/macros/super-resolution/cluster/x.sh",
		"app/plugins/readme.txt", "engines/win64/x.txt" })
	void whatUsersMustNotGetIsLeftOutAndNamed(final String path) throws IOException {
		app.writeNew();
		final List<String> without = identities();
		final Outcome outcome = app.text(path, "x").write("none");
		assertEquals(0, outcome.status(), outcome.err());
		assertEquals(without, identities());
		if (!path.contains("/.") && !path.contains("natives")) assertTrue(outcome.out().contains("left out: " +
			path.replace("app/", "")
			.replace("ij-1.54p.jar", "").replaceAll("/$", "").replace("/mine/rdf.yaml", "/mine").replaceFirst("^engines/", "")),
				outcome
				.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "app/jars/scijava-common-2.100.1.jar", "app/jars/imglib2-8.0.0.jar",
		"app/jars/jackson-core-2.20.0.jar",
		"app/plugins/Other_Plugin-1.0.jar", "app/lib/linux64/libx.jar", "app/macros/mine.ijm",
		"app/macros/super-resolution/ä.ijm" })
	void whatIsNotOursIsRefused(final String path) throws IOException {
		assertRefused(path.substring("app/".length()) + ", which is not ours", app.text(path, "x").write("none"));
	}

	@Test
	void twoVersionsOfAJarAreRefused() throws IOException {
		assertRefused("are two versions of one file", app.plugin("0.2.0", "sc/fiji/superres/A.class").write("none"));
	}

	/** As the engine of the machine that builds is in the application folder and among the engines, too. */
	@Test
	void theSameFileMayComeFromTwoPlaces() throws IOException {
		final String name = "tensorflow-core-native-1.1.0-linux-x86_64.jar";
		app.text("engines/linux64/x", "").delete("engines/linux64/x");
		Files.copy(app.folder().resolve("app/lib/linux64/super-resolution").resolve(name), app.folder().resolve("engines/linux64")
			.resolve(name));
		assertEquals(9, app.writeNew().entries().size());
		app.jar("engines/linux64/" + name, Map.of("n/x.so", "other"));
		assertRefused("are two versions of one file", app.write("none"));
	}

	@Test
	void aClassInTwoJarsIsRefused() throws IOException {
		app.jar("engines/win64/tensorflow-core-native-1.1.0-windows-x86_64.jar", Map.of("org/bytedeco/A.class", "a"));
		assertRefused("The class org.bytedeco.A is in ", app.write("none"));
	}

	@Test
	void aPartWithoutALicenceIsRefused() throws IOException {
		app.jar("app/lib/super-resolution/core-api-1.0.jar", Map.of("c/A.class", "a"));
		assertRefused("does not say under which licence core-api is delivered", app.write("none"));
	}

	@Test
	void licencesThatDifferByPlatformAreAllDelivered() throws IOException {
		app.jar("engines/win64/tensorflow-core-native-1.1.0-windows-x86_64.jar", Map.of("n/LICENSE", "other"));
		final SiteIndex index = app.writeNew();
		for (final String name : List.of("LICENSE", "LICENSE-2"))
			assertFalse(index.get("licenses/super-resolution/tensorflow-core-native/" + name).isObsolete());
	}

	@Test
	void anApplicationThatIsNotBuiltIsSaidSo() throws IOException {
		assertRefused("Build it first", app.delete("app/plugins/Super_Resolution-0.1.0.jar").write("none"));
	}

	@Test
	void anEngineOfNoPlatformIsRefused() throws IOException {
		assertRefused("has no name of a platform. Those are linux64, ", app.text("engines/amiga/x.jar", "").write("none"));
	}

	@Test
	void whatEachPlatformDownloadsIsPrinted() throws IOException {
		app.text("models/big/x", "").text("app/models/big/x", "x".repeat(2_000_000));
		final String out = app.write("none").out();
		assertTrue(out.lines().anyMatch(line -> line.matches("linux64 +2\\.0 +2\\.0 +0\\.0")), out);
		assertTrue(out.lines().anyMatch(line -> line.startsWith("win64")), out);
		assertFalse(out.lines().anyMatch(line -> line.startsWith("macos-arm64")), out);
	}

	private void assertRefused(final String reason, final Outcome outcome) {
		assertEquals(1, outcome.status());
		assertTrue(outcome.err().startsWith("Error: ") && outcome.err().contains(reason), outcome.err());
		assertFalse(Files.exists(app.site().resolveSibling("update-site-2")));
	}

	private List<String> identities() throws IOException {
		return app.index().entries().stream().map(Entry::identity).toList();
	}
}
