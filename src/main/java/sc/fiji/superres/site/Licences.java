package sc.fiji.superres.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our licence, a note on whose parts are delivered, and the licences that lie in their jars. */
final class Licences {

	private static final String FOLDER = "licenses/super-resolution/";
	private static final Pattern TEXT = Pattern.compile("(.*/)?((LICEN[CS]E|NOTICE|COPYING)[^/]*|THIRD_PARTY[^/]*/.+)");
	private static final Pattern VERSION = Pattern.compile("-\\d.*|\\.jar");

	private Licences() {}

	/**
	 * Adds the licences for all jars that are there.
	 *
	 * @param licence ours
	 * @param note names every part of a third party, by the name of its jar without version and platform
	 * @param extracted folder for the texts out of the jars
	 * @throws IOException if the note does not name a part
	 */
	static void collect(final Path licence, final Path note, final Path extracted, final SiteContent content)
		throws IOException
	{
		final String text = Files.readString(note);
		for (final SiteFile file : List.copyOf(content.files())) {
			if (!file.path().startsWith("lib/") || !file.isJar()) continue;
			final String part = part(file);
			if (!Pattern.compile("\\b" + Pattern.quote(part) + "(?![\\w-])").matcher(text).find()) throw new IOException(note +
				" does not say under which licence " + part + " is delivered, and " + file.source() + " is. Add it there.");
			extract(file.source(), extracted.resolve(part));
		}
		content.add(new SiteFile(FOLDER + "LICENSE.txt", licence));
		content.add(new SiteFile(FOLDER + note.getFileName(), note));
		for (final Path file : files(extracted))
			content.add(new SiteFile(FOLDER + extracted.relativize(file).toString().replace('\\', '/'), file));
	}

	/** Without version and platform, which differ in nothing that counts here. */
	private static String part(final SiteFile jar) {
		return VERSION.matcher(jar.source().getFileName().toString()).replaceFirst("");
	}

	private static void extract(final Path jar, final Path folder) throws IOException {
		try (JarFile entries = new JarFile(jar.toFile(), false)) {
			for (final JarEntry entry : Collections.list(entries.entries())) {
				if (entry.isDirectory() || entry.getName().endsWith(".class") || !TEXT.matcher(entry.getName()).matches()) continue;
				try (InputStream in = entries.getInputStream(entry)) {
					write(in.readAllBytes(), folder, entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
				}
			}
		}
	}

	/** Jars of several platforms bring the same text; one that differs gets a number. */
	private static void write(final byte[] text, final Path folder, final String name) throws IOException {
		Files.createDirectories(folder);
		Path file = folder.resolve(name);
		for (int i = 2; Files.exists(file); i++) {
			if (Arrays.equals(Files.readAllBytes(file), text)) return;
			file = folder.resolve(name + "-" + i);
		}
		Files.write(file, text);
	}

	private static Collection<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}
}
