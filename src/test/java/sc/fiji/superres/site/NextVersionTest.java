package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.site.SampleApp.Outcome;

/** The site of version n+1, made against the published one of version n. */
class NextVersionTest {

	private static final String PLUGIN = "plugins/Super_Resolution.jar";
	private static final String MACRO = "macros/super-resolution/one.ijm";

	@TempDir
	Path folder;

	private SampleApp app;
	private Path published;
	private SiteIndex before;

	@BeforeEach
	void publish() throws IOException {
		app = SampleApp.in(folder.resolve("project"));
		before = app.writeNew();
		published = Files.move(app.site(), folder.resolve("published"));
	}

	@Test
	void whereNothingChangedOnlyTheIndexIsWrittenAndIsTheSame() throws IOException {
		write();
		assertEquals(List.of(), app.files());
		assertEquals(-1, Files.mismatch(published.resolve("db.xml.gz"), app.site().resolve("db.xml.gz")));
	}

	@Test
	void whatChangedGetsANewTimestampAndKeepsTheEarlierVersion() throws IOException {
		app.text("app/" + MACRO, "run('y');");
		final Entry old = before.get(MACRO), now = write().get(MACRO);
		assertTrue(now.version().timestamp() > old.version().timestamp());
		assertEquals(List.of(new EarlierVersion(old.version().checksum(), old.version().timestamp(), now.version().timestamp(),
			MACRO)),
			now.earlier());
		assertEquals(List.of(now.serverName()), app.files());
	}

	@Test
	void aJarOfANewVersionIsTheSameFileUnderANewName() throws IOException {
		app.delete("app/plugins/Super_Resolution-0.1.0.jar").plugin("0.2.0", "sc/fiji/superres/A.class");
		final Entry now = write().get(PLUGIN);
		assertEquals("plugins/Super_Resolution-0.2.0.jar", now.filename());
		assertEquals("plugins/Super_Resolution-0.1.0.jar", now.earlier().get(0).filename());
		assertEquals(before.entries().size(), app.index().entries().size());
	}

	/** Its file on the server has the new name, too. */
	@Test
	void aJarThatWasOnlyRenamedIsWrittenAgain() throws IOException {
		Files.move(app.folder().resolve("app/plugins/Super_Resolution-0.1.0.jar"), app.folder().resolve(
			"app/plugins/Super_Resolution-0.1.1.jar"));
		final Entry now = write().get(PLUGIN);
		assertEquals(List.of(now.serverName()), app.files());
		assertEquals(before.get(PLUGIN).version().checksum(), now.version().checksum());
	}

	@Test
	void whatIsGoneIsWithdrawnAndStaysSo() throws IOException {
		app.delete("app/" + MACRO);
		for (int version = 2; version < 4; version++) {
			final Entry now = write().get(MACRO);
			assertTrue(now.isObsolete());
			assertEquals(List.of(before.get(MACRO).version().checksum()),
				now.earlier().stream().map(EarlierVersion::checksum).toList());
			publishNext();
		}
	}

	@Test
	void whatComesBackKeepsItsHistory() throws IOException {
		app.delete("app/" + MACRO);
		write();
		publishNext();
		app.text("app/" + MACRO, "back");
		final Entry now = write().get(MACRO);
		assertFalse(now.isObsolete());
		assertEquals(1, now.earlier().size());
	}

	@Test
	void aModelThatNoLongerComesAlongIsWithdrawn() throws IOException {
		app.delete("app/models/edsr-x2/rdf.yaml").delete("models/edsr-x2/rdf.yaml").delete("models/edsr-x2");
		assertTrue(write().get("models/edsr-x2/rdf.yaml").isObsolete());
		assertEquals(0, app.gate().status());
	}

	@Test
	void whatOthersSayOfAnUnchangedFileStays() throws IOException {
		final SiteIndex edited = new SiteIndex();
		for (final Entry entry : before.entries())
			edited.add(new Entry(entry.filename(), false, entry.platforms(), List.of("Filter"),
				new Version(entry.version().checksum(), entry
				.version().timestamp(), entry.version().filesize(), List.of(Detail.of("author", "A. B."))), List.of()));
		IndexWriter.write(edited, published.resolve("db.xml.gz"));
		assertEquals(List.copyOf(edited.entries()), List.copyOf(write().entries()));
	}

	@Test
	void timeGoesOnEvenWhereAClockIsWrong() throws IOException {
		final SiteIndex future = new SiteIndex();
		for (final Entry entry : before.entries())
			future.add(Entry.of(entry.filename(), new Version("other", 29991231235959L, 1, List.of())));
		IndexWriter.write(future, published.resolve("db.xml.gz"));
		assertEquals(30000101000000L, write().get(MACRO).version().timestamp());
	}

	@Test
	void aPlaceWithoutASiteBeginsOneOnlyIfThatIsWanted() throws IOException {
		final Path nowhere = folder.resolve("nowhere");
		assertRefused("There is no update site at " + nowhere, app.write(nowhere));
		assertEquals(0, app.write(nowhere, "--new").status());
		assertEquals(before.entries().size(), app.index().entries().size());
	}

	@Test
	void aSiteOfOthersIsRefused() throws IOException {
		final SiteIndex fiji = new SiteIndex();
		fiji.add(Entry.of("jars/imglib2-8.0.0.jar", new Version("c", 20200101000000L, 1, List.of())));
		IndexWriter.write(fiji, published.resolve("db.xml.gz"));
		assertRefused("has jars/imglib2-8.0.0.jar, which is not ours", app.write(published));
	}

	@Test
	void aDamagedIndexStopsBeforeAnythingIsWritten() throws IOException {
		write();
		final byte[] old = Files.readAllBytes(app.site().resolve("db.xml.gz")),
			whole = Files.readAllBytes(published.resolve("db.xml.gz"));
		app.text("app/" + MACRO, "changed");
		for (final byte[] damaged : List.of(Arrays.copyOf(whole, whole.length / 2), new byte[0], "<html>".getBytes(
			StandardCharsets.US_ASCII), SiteIndexTest.gzip("<html/>")))
		{
			Files.write(published.resolve("db.xml.gz"), damaged);
			assertRefused("is no index of an update site, or a damaged one", app.write(published, "--new"));
			assertEquals(List.of(), app.files());
			assertTrue(Arrays.equals(old, Files.readAllBytes(app.site().resolve("db.xml.gz"))));
		}
	}

	@ParameterizedTest
	@CsvSource({ "200, 0, ''", "404, 1, There is no update site at", "503, 1, the server answers with HTTP status 503" })
	void aSiteOnTheWebIsRead(final int answer, final int status, final String reason) throws IOException {
		final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/site/db.xml.gz", exchange -> {
			final byte[] bytes = Files.readAllBytes(published.resolve("db.xml.gz"));
			exchange.sendResponseHeaders(answer, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		server.start();
		try {
			final String address = "http://localhost:" + server.getAddress().getPort() + "/site";
			for (final String location : List.of(address, address + "/", address + "/db.xml.gz")) {
				final Outcome outcome = app.write(location);
				assertEquals(status, outcome.status(), outcome.err());
				assertTrue(outcome.err().contains(reason), outcome.err());
			}
		}
		finally {
			server.stop(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:1/", "http://no host/", "file:relative" })
	void aPlaceThatCannotBeReadIsNoEmptyOne(final String location) {
		assertRefused(" cannot be read: ", app.write(location, "--new"));
	}

	@Test
	void addressesOfFilesAreRead() throws IOException {
		assertEquals(0, app.write(published.toUri()).status());
		assertEquals(List.of(), app.files());
	}

	private SiteIndex write() throws IOException {
		final Outcome outcome = app.write(published);
		assertEquals(0, outcome.status(), outcome.err());
		return app.index();
	}

	private void publishNext() throws IOException {
		Files.copy(app.site().resolve("db.xml.gz"), published.resolve("db.xml.gz"), StandardCopyOption.REPLACE_EXISTING);
	}

	private static void assertRefused(final String reason, final Outcome outcome) {
		assertEquals(1, outcome.status());
		assertTrue(outcome.err().contains(reason), outcome.err());
		assertEquals(1, outcome.err().lines().count());
	}
}
