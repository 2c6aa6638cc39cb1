package sc.fiji.superres.command;

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

import sc.fiji.superres.loader.EngineFolders;
import sc.fiji.superres.loader.TestEngines;

/** What is said of the engines of an installation; what computes is that of the tests' own one. */
class EngineReportTest {

	private static final String SHIPPED = "tensorflow-1.1.0-cpu", ADDED = "tensorflow-1.1.0-gpu";

	@TempDir
	Path folder;

	private EngineFolders folders;

	@BeforeEach
	void ship() throws IOException {
		folders = TestEngines.in(folder);
	}

	private List<String> lines() {
		return new EngineReport(folders).text().lines().toList();
	}

	private void assertLine(final String line) {
		assertTrue(lines().contains(line), String.join("\n", lines()));
	}

	@Test
	void whatComputesComesFirstAndWhatToDoBeforeTheList() {
		final List<String> lines = lines();
		assertTrue(lines.get(0).startsWith("TensorFlow "), lines.get(0));
		assertTrue(lines.get(1).matches("Processor: .+, \\d+ threads.*"), lines.get(1));
		assertTrue(lines.get(2).startsWith("GPU: "), lines.get(2));
		assertTrue(lines.stream().takeWhile(line -> !line.isEmpty()).anyMatch(line -> line.startsWith("Next: ")), lines.toString());
		assertTrue(lines.contains("Engines on the disk:"));
	}

	@Test
	void theShippedOne() {
		assertLine("    " + SHIPPED + " (came with Super-Resolution): 0 MB in " + folder.resolve("lib/here/super-resolution"));
	}

	@Test
	void anAddedOneWithWhatIsUnpacked() throws IOException {
		final Path engine = TestEngines.add(folder, ADDED);
		Files.write(engine.resolve("cuda-12.6-9.5-1.5.11-linux-x86_64-redist.jar"), new byte[3_000_000]);
		assertLine("    " + ADDED + " (added, with NVIDIA's libraries): 3 MB in " + engine);
		final Path unpacked = Files.createDirectories(engine.resolve(".natives/cuda-12.6-9.5-1.5.11-linux-x86_64-redist/a/b"));
		Files.write(unpacked.resolve("liba.so"), new byte[2_000_000]);
		assertLine("        unpacked: 2 MB in " + engine.resolve(".natives/cuda-12.6-9.5-1.5.11-linux-x86_64-redist"));
	}

	@Test
	void aBrokenOneSaysWhy() throws IOException {
		final Path engine = TestEngines.add(folder, ADDED);
		Files.delete(engine.resolve("ndarray-1.0.0.jar"));
		final String problem = "TensorFlow is not installed as a whole: " + ADDED + " lacks ndarray. Install it again by \"TensorFlow " +
			"Engine...\", or delete its folder " + engine + ".";
		assertLine("        broken: " + problem);
		assertTrue(new EngineReport(folders).brief().endsWith(problem), new EngineReport(folders).brief());
	}

	@Test
	void aCrashGoesBeforeWhatCouldBeBetter() throws IOException {
		TestEngines.add(folder, ADDED);
		TestEngines.crash(folders, ADDED);
		assertLine("    " + ADDED + " (added, crashed): 0 MB in " + TestEngines.place(folder).resolve(ADDED));
		final String brief = new EngineReport(folders).brief();
		assertTrue(brief.contains(". " + ADDED + " crashed on ") && brief.endsWith("by \"TensorFlow Engine...\"."), brief);
		assertTrue(brief.length() <= 6 * 60, "the dialog holds six lines: " + brief);
	}

	@Test
	void anUnfinishedDownload() throws IOException {
		assertFalse(String.join("\n", lines()).contains("unfinished"));
		final Path part = Files.createDirectories(TestEngines.place(folder).resolve(ADDED + ".part/downloads"));
		Files.write(part.resolve("a.jar.part"), new byte[5_000_000]);
		assertLine("    unfinished download (5 MB) in " + part.getParent() + ": the next attempt goes on there; it may be deleted");
		assertEquals(1, folders.list().size());
	}
}
