package sc.fiji.superres.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

	@ParameterizedTest
	@ValueSource(strings = { "a.tif", "my day/a: b.tif", "äöü 細胞.tif", "# no comment.tif", "{a: b}.tif", "'quoted' \"twice\".tif", "123",
		"null", "new\nline.tif", "emoji \uD83D\uDD2C.tif" })
	void whatIsWrittenIsRead(final String file) {
		final Entry done = Entry.done(file, new FileState(12_345_678_901L, 1_700_000_000_123L), "x2/" + file, 99).seconds(1.25)
			.measured(33.5, null);
		assertEquals(Optional.of(done), Entry.parse(done.toLine()));
		assertEquals(1, done.toLine().lines().count());
		assertTrue(done.toLine().startsWith(Entry.start(file)), Entry.start(file));
		assertFalse(done.toLine().startsWith(Entry.start(file + "f")));
		final Entry failed = Entry.failed(file, FileState.NONE, file + " is cut off: it ends. Copy it again.", 0.5);
		assertEquals(Optional.of(failed), Entry.parse(failed.toLine()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{file: a, seconds: soon}", "{file: [a], seconds: 1}", "[[[[", "&a [*a]", "!!java.net.URL [\"http://x\"]",
		"\u0000\ufffd" })
	void aLineOfSomethingElseIsNone(final String line) {
		assertEquals(Optional.empty(), Entry.parse(line));
	}

	@Test
	void valuesOfOtherTypesAreNone() {
		final Entry entry = Entry.parse("{file: a, seconds: 1, output: 7, reason: [x], psnr: good}").orElseThrow();
		assertFalse(entry.isDone());
		assertNull(entry.reason());
		assertTrue(Double.isNaN(entry.psnr()));
	}

	@Test
	void aLineThatIsNotWholeIsNone() {
		final String line = Entry.done("a.tif", new FileState(1, 2), "a.tif", 99).toLine().strip();
		for (int length = 0; length < line.length(); length++)
			assertEquals(Optional.empty(), Entry.parse(line.substring(0, length)), line.substring(0, length));
	}
}
