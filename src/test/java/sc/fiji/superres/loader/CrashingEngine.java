package sc.fiji.superres.loader;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import sc.fiji.superres.io.WholeFile;

/** An engine that ends the process which loads it, as a native library does that does not fit the machine. */
public final class CrashingEngine {

	/** The status of a process that is aborted. */
	public static final int STATUS = 134;

	private static final String SOURCE = "package org.tensorflow; public class TensorFlow { public static String version() { " +
		"Runtime.getRuntime().halt(" + STATUS + "); return null; } }";

	private CrashingEngine() {}

	/** Adds it to a folder of engines. */
	public static InstalledEngine add(final Path place, final String name) throws IOException {
		final Path folder = Files.createDirectories(place.resolve(name));
		for (final String part : List.of("javacpp", "ndarray", "protobuf-java", "tensorflow-core-native"))
			NativeJar.almostEmpty(folder.resolve(part + "-9.0.0.jar"));
		writeApi(folder.resolve("tensorflow-core-api-9.0.0.jar"));
		NativeJar.write(folder, "tensorflow-core-native-9.0.0-" + Platform.current().natives(), 10, NativeJar.LIBRARIES + "liba.so");
		return InstalledEngine.in(folder, Platform.current());
	}

	private static void writeApi(final Path jar) throws IOException {
		final Path classes = Files.createTempDirectory("classes");
		try {
			final JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///org/tensorflow/TensorFlow.java"),
				JavaFileObject.Kind.SOURCE)
			{

				@Override
				public CharSequence getCharContent(final boolean ignore) {
					return SOURCE;
				}
			};
			ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none", "-d", classes.toString()), null, List.of(source))
				.call();
			try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
				out.putNextEntry(new JarEntry("org/tensorflow/TensorFlow.class"));
				Files.copy(classes.resolve("org/tensorflow/TensorFlow.class"), out);
			}
		}
		finally {
			WholeFile.delete(classes);
		}
	}
}
