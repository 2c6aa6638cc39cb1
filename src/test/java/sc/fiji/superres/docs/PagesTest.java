package sc.fiji.superres.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.superres.Requirements.require;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

import sc.fiji.superres.cli.InThisJvm;
import sc.fiji.superres.cli.Superres.Run;
import sc.fiji.superres.imagej.MacroOptions;

/** What the pages show can be run, and their links lead somewhere. {@link PagesIT} runs it. */
class PagesTest {

	private static final Set<String> LANGUAGES = Set.of(Block.SHELL, Block.MACRO, Block.JAVA, Block.PYTHON, Block.YAML,
		Block.DIAGRAM);
	private static final Pattern RUN = Pattern.compile("run\\(\"([^\"]+)\"(?:, \"([^\"]*)\")?\\)");
	private static final Pattern PROFILE = Pattern.compile("-P(\\S+)");
	private static final Pattern TEST = Pattern.compile("-D(?:it\\.)?test=(\\w+)");
	private static final Set<String> PHASES = Set.of("clean", "compile", "test", "test-compile", "process-test-classes",
		"package", "verify", "install");

	/** Names of subcommands by the labels of the menu. */
	private static final Map<String, String> COMMANDS = new HashMap<>();

	/** Command lines that were understood already. */
	private static final Set<List<String>> UNDERSTOOD = new HashSet<>();

	@TempDir
	Path folder;

	@BeforeAll
	static void findCommands() {
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : context.service(CommandService.class).getCommands())
				if (!info.getMenuPath().isEmpty()) COMMANDS.put(info.getMenuPath().getLeaf().getName(), info.getName());
		}
	}

	static List<Page> pages() {
		return Page.all();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyBlockIsOfALanguageThatIsRun(final Page page) {
		for (final Block block : page.blocks())
			assertTrue(LANGUAGES.contains(block.language()), block + " is \"" + block.language() + "\", but must be one of " +
				LANGUAGES);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(final Page page) {
		for (final String link : page.links()) {
			if (link.matches("https?://.*")) continue;
			final String[] parts = link.split("#", 2);
			final Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
			assertTrue(Files.exists(target), page + " has a link to " + target + ", which is not there");
			if (parts.length > 1) assertTrue(Page.read(target).anchors().contains(parts[1]), page + " has a link to #" + parts[1] +
				"; in " + target + " there are " + new TreeSet<>(Page.read(target).anchors()));
		}
	}

	@Test
	void everyPageOfTheDocumentationIsInItsIndex() {
		final List<String> links = Page.read(Path.of("docs/README.md")).links();
		for (final Page page : pages()) {
			final String name = page.file().getFileName().toString();
			if (page.file().startsWith("docs") && !name.equals("README.md")) assertTrue(links.contains(name), name);
		}
	}

	/** Also those that {@link PagesIT} does not run. */
	@ParameterizedTest
	@MethodSource("pages")
	void commandLinesAreUnderstood(final Page page) {
		for (final Block block : page.blocks(Block.SHELL))
			for (final ShellLine line : ShellLine.of(block))
				for (final ShellLine part : line.parts())
					if (part.isOfLauncher()) assertUnderstood(part.arguments(), block + ": " + part.text());
		for (final String code : page.inlineCode())
			if (new ShellLine(code).isOfLauncher() && !code.matches(".*(COMMAND|\\.\\.\\.).*"))
				assertUnderstood(new ShellLine(code).arguments(), page + ": " + code);
	}

	/** An option that does not exist, or has a value of the wrong kind, is an error even where help is asked for. */
	private static void assertUnderstood(final List<String> arguments, final String where) {
		if (!UNDERSTOOD.add(arguments)) return;
		final List<Object> line = new ArrayList<>(arguments);
		line.add("--help");
		final Run run = new InThisJvm().run(line.toArray());
		assertEquals(0, run.status(), where + ": " + run.err());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void macroLinesAreUnderstood(final Page page) {
		final List<String> texts = new ArrayList<>(page.inlineCode());
		page.blocks(Block.MACRO).forEach(block -> texts.add(block.text()));
		for (final String text : texts)
			RUN.matcher(text).results().filter(run -> run.group(1).contains("Super-Resolution") || COMMANDS.containsKey(run.group(1)))
				.forEach(run -> assertUnderstood(commandLine(run.group(1), run.group(2)), page + ": " + run.group()));
	}

	private static List<String> commandLine(final String label, final String options) {
		assertTrue(COMMANDS.containsKey(label), label + " is not in the menu: " + COMMANDS.keySet());
		final List<String> line = new ArrayList<>(List.of(COMMANDS.get(label)));
		MacroOptions.parse(options == null ? "" : options).forEach((key, value) -> line.addAll(List.of("--" + key, value)));
		return line;
	}

	/** Lines of a shell run the launcher, or are such as {@link PagesIT} knows. */
	@ParameterizedTest
	@MethodSource("pages")
	void everyLineOfAShellIsRun(final Page page) {
		if (Rehearsal.isElsewhere(page)) return;
		for (final Block block : page.blocks(Block.SHELL))
			for (final ShellLine line : ShellLine.of(block))
				for (final ShellLine part : line.parts())
					assertTrue(part.isOfLauncher() || Rehearsal.isElsewhere(part) || ShellScript.runs(part), block + ": nothing runs \"" +
						part.text() + "\"");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void profilesAndTestsExist(final Page page) throws IOException {
		final List<ShellLine> lines = new ArrayList<>(page.inlineCode().stream().map(ShellLine::new).toList());
		page.blocks(Block.SHELL).forEach(block -> lines.addAll(ShellLine.of(block)));
		final String pom = Files.readString(Path.of("pom.xml"));
		for (final ShellLine line : lines.stream().flatMap(each -> each.parts().stream()).toList()) {
			if (!line.program().equals("mvn")) continue;
			final Matcher profile = PROFILE.matcher(line.text());
			while (profile.find())
				assertTrue(pom.contains("<id>" + profile.group(1) + "</id>"), page + ": " + line.text());
			final Matcher test = TEST.matcher(line.text());
			while (test.find())
				assertTrue(test.group(1).equals("None") || isTest(test.group(1)), page + ": " + line.text());
			assertTrue(Stream.of(line.text().split(" ")).skip(1).allMatch(word -> word.startsWith("-") || word.contains(":") || PHASES
				.contains(word)), page + ": " + line.text());
		}
	}

	private static boolean isTest(final String name) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			return files.anyMatch(file -> file.getFileName().toString().equals(name + ".java"));
		}
	}

	@Test
	void theLinesOfJavaCompile() throws IOException {
		assertFalse(JavaPieces.blocks().isEmpty());
		JavaPieces.compile(folder);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void theLinesOfPythonAreCorrect(final Page page) throws IOException, InterruptedException {
		for (final Block block : page.blocks(Block.PYTHON)) {
			require(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(bin -> Files.isExecutable(Path.of(bin,
				"python3"))), "Python is there");
			final Path script = Files.writeString(folder.resolve("piece.py"), block.text());
			final Process python = new ProcessBuilder("python3", "-m", "py_compile", script.toString()).redirectErrorStream(true)
				.start();
			final String complaints = new String(python.getInputStream().readAllBytes());
			assertEquals(0, python.waitFor(), block + ": " + complaints);
		}
	}
}
