package sc.fiji.superres.loader;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Defines TensorFlow, what it stands on, and our own package that calls it; everything else is the parent's, so that the
 * records of {@code network} and the interfaces of {@code engine} are the same classes on both sides. Another TensorFlow
 * on the class path is neither seen nor disturbed.
 */
final class EngineClassLoader extends URLClassLoader {

	private static final String OURS = "sc.fiji.superres.tensorflow.";
	private static final List<String> ISOLATED = List.of(OURS, "org.tensorflow.", "org.bytedeco.", "com.google.protobuf.");

	static {
		registerAsParallelCapable();
	}

	/** @param urls the engine's jars and the folder of its unpacked native libraries */
	EngineClassLoader(final URL[] urls, final ClassLoader parent) {
		super("super-resolution engine", urls, parent);
	}

	@Override
	protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
		if (!isIsolated(name)) return super.loadClass(name, resolve);
		synchronized (getClassLoadingLock(name)) {
			Class<?> found = findLoadedClass(name);
			if (found == null) found = name.startsWith(OURS) ? defineOurs(name) : findClass(name);
			if (resolve) resolveClass(found);
			return found;
		}
	}

	/** Our package's bytes come from the parent's resources: it does not matter whether from a jar or from a folder. */
	private Class<?> defineOurs(final String name) throws ClassNotFoundException {
		try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
			if (in == null) throw new ClassNotFoundException(name);
			final byte[] bytes = in.readAllBytes();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (final IOException e) {
			throw new ClassNotFoundException(name, e);
		}
	}

	@Override
	public URL getResource(final String name) {
		return isIsolated(name.replace('/', '.')) ? findResource(name) : super.getResource(name);
	}

	@Override
	public Enumeration<URL> getResources(final String name) throws IOException {
		return isIsolated(name.replace('/', '.')) ? findResources(name) : super.getResources(name);
	}

	private static boolean isIsolated(final String name) {
		return ISOLATED.stream().anyMatch(name::startsWith);
	}
}
