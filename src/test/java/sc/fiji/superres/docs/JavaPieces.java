package sc.fiji.superres.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The pieces of Java in the pages, as one program: each becomes a method, and finds the images that the pages speak of. A
 * block of imports only is for all pieces; a block with a class is a program of its own, which is run, too.
 */
final class JavaPieces {

	static final String MAIN = "Pieces";

	private static final String IMAGES = """
			static Img<UnsignedByteType> lr = ArrayImgs.unsignedBytes(24, 20), reference = ArrayImgs.unsignedBytes(48, 40);
			static {
				lr.forEach(pixel -> pixel.set(100));
				reference.forEach(pixel -> pixel.set(110));
			}
		""";

	private JavaPieces() {}

	/** All blocks of Java in all pages. */
	static List<Block> blocks() {
		return Page.all().stream().flatMap(page -> page.blocks(Block.JAVA).stream()).toList();
	}

	/**
	 * Compiles them, as parts of the program {@link #MAIN}.
	 *
	 * @param folder for sources and classes
	 */
	static void compile(final Path folder) throws IOException {
		final List<Path> sources = new ArrayList<>();
		final StringBuilder imports = new StringBuilder(), methods = new StringBuilder(), calls = new StringBuilder();
		for (final Block block : blocks()) {
			final String name = "piece" + calls.length();
			if (block.lines().stream().allMatch(line -> line.isBlank() || line.startsWith("import "))) imports.append(block.text());
			else if (block.text().contains("public class ")) {
				final String program = block.text().replaceFirst("(?s).*public class (\\w+).*", "$1");
				sources.add(Files.writeString(folder.resolve(program + ".java"), block.text()));
				calls.append("\t\t").append(program).append(".main(args);\n");
			}
			else {
				methods.append("\tstatic void ").append(name).append("() throws Exception { // ").append(block).append('\n').append(block
					.text()).append("\t}\n");
				calls.append("\t\t").append(name).append("();\n");
			}
		}
		sources.add(Files.writeString(folder.resolve(MAIN + ".java"), imports + "public class " + MAIN + " {\n" + IMAGES +
			methods + "\tpublic static void main(String[] args) throws Exception {\n" + calls + "\t}\n}\n"));
		compile(sources);
	}

	private static void compile(final List<Path> sources) throws IOException {
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final StringWriter complaints = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			final List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", sources.get(0)
				.getParent().toString());
			final boolean compiled = compiler.getTask(complaints, files, null, options, null, files
				.getJavaFileObjectsFromPaths(sources)).call();
			assertTrue(compiled, complaints + "\n" + Files.readString(sources.get(sources.size() - 1)));
		}
	}
}
