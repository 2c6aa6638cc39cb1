package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteIndexTest {

	private static final String WHOLE = "<pluginRecords><plugin filename=\"a.jar\"><version checksum=\"c\" timestamp=\"1\"/>" +
		"</plugin></pluginRecords>";

	@TempDir
	Path folder;

	@Test
	void whatIsWrittenIsReadAgain() throws IOException {
		final List<Detail> details = List.of(Detail.of("description", "5 < 6 & \"ä\""), new Detail("dependency", Map.of(
			"filename", "jars/x.jar"), ""));
		final Entry offered = new Entry("plugins/a-2.0.jar", true, List.of("linux64", "win64"), List.of("Filter"),
			new Version("abc",
			20260102030405L, 17, details), List.of(new EarlierVersion("def", 20250102030405L, 20260102030405L, "plugins/a-1.0.jar")));
		final Entry withdrawn = new Entry("models/b", false, List.of(), List.of(), null, List.of(new EarlierVersion("ghi",
			20250102030405L, 0, null)));
		final SiteIndex index = new SiteIndex();
		index.add(offered);
		index.add(withdrawn);
		final SiteIndex read = IndexReader.read(bytes(index), "site");
		assertEquals(List.of(withdrawn, offered), List.copyOf(read.entries()));
		assertArrayEquals(bytes(index), bytes(read));
	}

	/** The document type of the updater's own files is passed over. */
	@Test
	void aFileAsTheUpdaterWritesItIsRead() throws IOException {
		final SiteIndex index = read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE pluginRecords [\n<!ELEMENT " +
			"pluginRecords ((update-site | disabled-update-site)*, plugin*)>\n<!ATTLIST plugin filename CDATA #REQUIRED>]>\n" +
			"<pluginRecords>\n    <update-site name=\"x\" url=\"y\" timestamp=\"1\"/>\n    <plugin " +
			"filename=\"jars/ij-1.54p.jar\">\n" +
			"        <platform>linux64</platform>\n        <version checksum=\"c\" filesize=\"3\" timestamp=\"20200101000000\">\n" +
			"            <description>ImageJ</description>\n            <author>W. R.</author>\n        </version>\n    </plugin>\n" +
			"</pluginRecords>");
		final Entry ij = index.get("jars/ij.jar");
		assertEquals(List.of("linux64"), ij.platforms());
		assertEquals(new Version("c", 20200101000000L, 3, List.of(Detail.of("description", "ImageJ"), Detail.of("author",
			"W. R."))), ij
			.version());
	}

	@Test
	void ofAJarThatStandsThereTwiceTheOfferedOneCounts() throws IOException {
		final String offered = "<plugin filename=\"jars/a-1.0.jar\"><version checksum=\"c\" timestamp=\"1\"/></plugin>",
				withdrawn = "<plugin filename=\"jars/a.jar\"/>";
		for (final String plugins : List.of(offered + withdrawn, withdrawn + offered))
			assertEquals("jars/a-1.0.jar", read("<pluginRecords>" + plugins + "</pluginRecords>").get("jars/a.jar").filename());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "<html><body>Proxy</body></html> | its root element is html",
		"<pluginRecords><plugin filename='a'></pluginRecords> | its XML is broken in line 1",
		"no XML | its XML is broken in line 1",
		"<pluginRecords><plugin/></pluginRecords> | in line 1, plugin has no filename",
		"<pluginRecords><plugin filename='a'><version checksum='c' timestamp='x'/></plugin></pluginRecords> | timestamp is x",
		"<pluginRecords><plugin filename='a'><previous-version timestamp='1'/></plugin></pluginRecords> | has no checksum",
		"<pluginRecords/><pluginRecords/> | its XML is broken in line 1", "'' | its XML is broken" })
	void whatIsNoIndexIsSaidInOneSentence(final String xml, final String reason) throws IOException {
		assertDamaged(reason, gzip(xml));
	}

	@Test
	void everyTruncationIsNoticed() throws IOException {
		final byte[] whole = gzip(WHOLE);
		IndexReader.read(whole, "site");
		for (int length = 0; length < whole.length; length++)
			assertDamaged("", Arrays.copyOf(whole, length));
		assertDamaged("it ends too early", Arrays.copyOf(whole, whole.length / 2));
	}

	@Test
	void aChangedByteIsNoticed() throws IOException {
		final byte[] bytes = gzip(WHOLE);
		bytes[bytes.length - 8] ^= 1; // of the check sum over the content
		assertDamaged("", bytes);
	}

	@Test
	void aWebPageInItsPlaceIsNoticed() {
		assertDamaged("it is no gzip file but text, such as a web page", "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII));
		assertDamaged("it is no gzip file but empty", new byte[0]);
	}

	/** Neither a file of this machine nor an avalanche of entities. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "<!ENTITY e SYSTEM 'FILE'>", "<!ENTITY f 'ffff'><!ENTITY e '&f;&f;&f;'>",
		"<!ENTITY % p SYSTEM 'FILE'> %p;" })
	void entitiesAreNotFollowed(final String declaration) throws IOException {
		final Path secret = Files.writeString(folder.resolve("secret"), "<!ENTITY e 'secret'>");
		final String xml = "<!DOCTYPE pluginRecords [" + declaration.replace("FILE", secret.toUri().toString()) +
			"]><pluginRecords><plugin filename='a'><platform>&e;</platform></plugin></pluginRecords>";
		try {
			final Entry entry = IndexReader.read(gzip(xml), "site").get("a");
			assertEquals(List.of(""), entry.platforms());
		}
		catch (final IOException e) {
			assertTrue(e.getMessage().contains("its XML is broken"), e.getMessage());
		}
	}

	@Test
	void aMissingEntryIsNull() throws IOException {
		assertNull(read(WHOLE).get("b.jar"));
	}

	private static void assertDamaged(final String reason, final byte[] bytes) {
		final String message = assertThrows(IOException.class, () -> IndexReader.read(bytes, "http://x/db.xml.gz")).getMessage();
		assertTrue(message.startsWith("http://x/db.xml.gz is no index of an update site, or a damaged one: "), message);
		assertTrue(message.contains(reason), message);
	}

	private static SiteIndex read(final String xml) throws IOException {
		return IndexReader.read(gzip(xml), "site");
	}

	static byte[] gzip(final String text) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private byte[] bytes(final SiteIndex index) throws IOException {
		final Path file = folder.resolve("db.xml.gz");
		IndexWriter.write(index, file);
		return Files.readAllBytes(file);
	}
}
