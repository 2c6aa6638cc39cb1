package sc.fiji.superres.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.ForkedJvm;
import sc.fiji.superres.cli.AssembledApplication;
import sc.fiji.superres.ui.PlainImageJMacros;

/**
 * What the pages show is run in the assembled application: command lines, macros and Java, each page in a folder with the
 * files that it speaks of. {@link Rehearsal} says what is done otherwise.
 */
@DisabledOnOs(OS.WINDOWS)
class PagesIT {

	private static final Path APP = Path.of(System.getProperty("superres.app")).toAbsolutePath();

	@TempDir
	Path folder;

	static List<Page> pagesOfShells() {
		return Page.all().stream().filter(page -> !Rehearsal.isElsewhere(page) && page.blocks(Block.SHELL).stream().anyMatch(
			block -> !lines(block).isEmpty())).toList();
	}

	/** Those that are run. */
	private static List<ShellLine> lines(final Block block) {
		return ShellLine.of(block).stream().filter(line -> !Rehearsal.isElsewhere(line)).toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pagesOfShells")
	void commandLinesRun(final Page page) throws IOException, InterruptedException {
		final Path home = PreparedFolder.make(folder, APP);
		final List<List<String>> waiting = new ArrayList<>(); // those without a shell run together, in one JVM
		for (final Block block : page.blocks(Block.SHELL)) {
			final List<ShellLine> lines = lines(block);
			if (lines.stream().allMatch(line -> line.isOfLauncher() && line.isPlain())) {
				lines.forEach(line -> waiting.add(Rehearsal.arguments(line.arguments())));
				continue;
			}
			runAll(waiting, home);
			ShellScript.run(block, lines, home, APP);
		}
		runAll(waiting, home);
	}

	private static void runAll(final List<List<String>> commands, final Path home) throws IOException {
		if (!commands.isEmpty()) AssembledApplication.run(home, commands);
		commands.clear();
	}

	@Test
	void macrosRun() throws IOException, InterruptedException {
		final List<Path> macros = new ArrayList<>();
		for (final Page page : Page.all()) {
			final List<Block> blocks = page.blocks(Block.MACRO);
			if (blocks.isEmpty()) continue;
			final Path home = PreparedFolder.make(folder.resolve(page.file()), APP);
			for (final Block block : blocks) {
				final Path place = home.resolve(Rehearsal.isOfIndependentLines(page) ? "line " + block.line() : "macros");
				if (!Files.exists(place)) macros.add(Files.writeString(Files.createDirectory(place).resolve("open.ijm"), PreparedFolder
					.open(home)));
				macros.add(Files.writeString(place.resolve("line " + block.line() + ".ijm"), Rehearsal.macro(block.text(), home)));
			}
		}
		PlainImageJMacros.run(folder, macros);
	}

	@Test
	void piecesOfJavaRun() throws IOException {
		final Path home = PreparedFolder.make(folder.resolve("home"), APP);
		final Path classes = Files.createDirectory(folder.resolve("classes"));
		final List<Path> classPath = new ArrayList<>(AssembledApplication.classPath());
		JavaPieces.compile(classes);
		classPath.add(classes);
		ForkedJvm.with(classPath).in(home).run(JavaPieces.MAIN).lines();
	}

	@Test
	void piecesOfPythonRun() throws IOException, InterruptedException {
		final Path home = PreparedFolder.make(folder, APP);
		for (final Page page : Page.all())
			for (final Block block : page.blocks(Block.PYTHON)) {
				if (!hasModules(block)) continue;
				final Path output = folder.resolve("output.txt");
				final Process python = new ProcessBuilder("python3", "-c", block.text()).directory(home.toFile()).redirectErrorStream(
					true).redirectOutput(output.toFile()).start();
				assertEquals(0, python.waitFor(), block + ": " + Files.readString(output));
			}
	}

	/** Python, and what a piece imports. */
	private static boolean hasModules(final Block block) throws InterruptedException {
		final String imports = String.join("\n", block.lines().stream().filter(line -> line.matches("(import|from) .*")).toList());
		try {
			return new ProcessBuilder("python3", "-c", imports).redirectErrorStream(true).redirectOutput(File.createTempFile("python",
				".txt")).start().waitFor() == 0;
		}
		catch (final IOException e) {
			return false; // there is no Python
		}
	}
}
