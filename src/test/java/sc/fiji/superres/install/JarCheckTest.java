package sc.fiji.superres.install;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.Progress;

class JarCheckTest {

	private static final String SUM = "a9993e364706816aba3e25717850c26c9cd0d89d"; // of "abc", from FIPS 180

	private static final Progress CANCELLED = new Progress() {

		@Override
		public void update(final String task, final long done, final long total) {}

		@Override
		public boolean isCancelled() {
			return true;
		}
	};

	@TempDir
	Path folder;

	private Path file(final byte[] content) throws IOException {
		return Files.write(folder.resolve("file"), content);
	}

	private Path file(final String content) throws IOException {
		return file(content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void theSumIsTheStandards() throws IOException {
		assertEquals(SUM, JarCheck.sha1(file("abc"), Progress.NONE));
	}

	@ParameterizedTest
	@ValueSource(strings = { SUM, SUM + "\n", SUM + "  a.jar\n", "SHA1(a.jar)= " + SUM + "\r\n",
		"A9993E364706816ABA3E25717850C26C9CD0D89D" })
	void sumsAreReadAsRepositoriesWriteThem(final String text) throws IOException {
		assertEquals(Optional.of(SUM), JarCheck.readSha1(file(text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "a9993e364706816aba3e25717850c26c9cd0d89", SUM + "0", LoopbackRepository.WEB_PAGE })
	void othersAreNone(final String text) throws IOException {
		assertEquals(Optional.empty(), JarCheck.readSha1(file(text)));
	}

	@Test
	void aWholeJarIsWhole() throws IOException {
		final Path jar = file(LoopbackRepository.jar("a.jar", 5000));
		assertDoesNotThrow(() -> JarCheck.readWhole(jar, Progress.NONE));
	}

	@Test
	void aCutJarIsNone() throws IOException {
		final byte[] jar = LoopbackRepository.jar("a.jar", 5000);
		final Path cut = file(Arrays.copyOf(jar, jar.length / 2));
		assertThrows(ZipException.class, () -> JarCheck.readWhole(cut, Progress.NONE));
	}

	@Test
	void anAlteredJarIsNone() throws IOException {
		final Path altered = file(LoopbackRepository.altered(LoopbackRepository.jar("a.jar", 5000)));
		assertThrows(ZipException.class, () -> JarCheck.readWhole(altered, Progress.NONE));
	}

	@Test
	void readingCanBeCancelled() throws IOException {
		final Path jar = file(LoopbackRepository.jar("a.jar", 5000));
		assertThrows(CancellationException.class, () -> JarCheck.sha1(jar, CANCELLED));
		assertThrows(CancellationException.class, () -> JarCheck.readWhole(jar, CANCELLED));
	}

	@ParameterizedTest
	@ValueSource(strings = { LoopbackRepository.WEB_PAGE, "\n <HTML lang=en>", "<?xml version=\"1.0\"?>\n<html xmlns=\"a\">",
		"<html>" })
	void webPages(final String text) throws IOException {
		assertTrue(JarCheck.isWebPage(file(text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", SUM, "<?xml version=\"1.0\"?><project></project>", "<project>", "no <html>" })
	void noWebPages(final String text) throws IOException {
		assertFalse(JarCheck.isWebPage(file(text)));
	}
}
