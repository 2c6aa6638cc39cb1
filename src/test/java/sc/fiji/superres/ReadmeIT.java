package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Psnr;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.upscale.Upscaler;

/** The README's lines of Java are compiled and run as they stand there. */
class ReadmeIT {

	private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final List<Class<?>> IMPORTS = List.of(Model.class, ModelFolders.class, Engines.class, Upscaler.class, Psnr.class,
		MetricOptions.class, Img.class, RandomAccessibleInterval.class, UnsignedByteType.class);

	@TempDir
	Path folder;

	@Test
	void theLinesOfJavaCompileAndRun() throws Exception {
		final Matcher lines = JAVA.matcher(Files.readString(Path.of("README.md")));
		assertTrue(lines.find(), "The README has lines of Java.");
		compile(IMPORTS.stream().map(type -> "import " + type.getName() + ";\n").collect(Collectors.joining()) +
			"public class Lines {\n\tpublic static double psnr(RandomAccessibleInterval<UnsignedByteType> lr, " +
			"RandomAccessibleInterval<UnsignedByteType> reference) throws Exception {\n" + lines.group(1) + "\t\treturn psnr;\n\t}\n}\n");
		final Img<UnsignedByteType> lr = ArrayImgs.unsignedBytes(24, 20), reference = ArrayImgs.unsignedBytes(48, 40);
		lr.forEach(pixel -> pixel.set(100));
		reference.forEach(pixel -> pixel.set(110));
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, ReadmeIT.class.getClassLoader())) {
			final double psnr = (double) loader.loadClass("Lines").getMethod("psnr", RandomAccessibleInterval.class,
				RandomAccessibleInterval.class).invoke(null, lr, reference);
			assertEquals(20 * Math.log10(255 / 10.0), psnr, 1); // a flat image stays flat, nearly
		}
	}

	private void compile(final String source) throws IOException {
		final Path file = Files.writeString(folder.resolve("Lines.java"), source);
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final String classPath = Stream.of(Upscaler.class, Img.class).map(type -> ForkedJvm.source(type).toString()).collect(Collectors
			.joining(File.pathSeparator));
		final StringWriter complaints = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			final boolean compiled = compiler.getTask(complaints, files, null, List.of("-proc:none", "-cp", classPath), null, files
				.getJavaFileObjects(file)).call();
			assertTrue(compiled, complaints + "\n" + source);
		}
	}
}
