package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of an ImageJ folder that are ours to bring, replace and delete; a file that is none of them belongs to Fiji, to
 * another update site or to the user.
 *
 * @param models names of the models that come with the plugin: folders, or files such as {@code edsr-x2.zip}
 */
record OurFiles(Set<String> models) {

	/** For messages. */
	static final String ALLOWED = "plugins/Super_Resolution-VERSION.jar, jars in lib/super-resolution and " +
		"lib/PLATFORM/super-resolution, shipped models, macros/super-resolution and licenses/super-resolution";

	/** Also keeps out hidden files, {@code ..} and what would need quoting in an address; the checksum wants ASCII. */
	private static final Pattern PATH = Pattern.compile("([A-Za-z0-9_+][A-Za-z0-9_+. -]*/)*[A-Za-z0-9_+][A-Za-z0-9_+. -]*");
	private static final Pattern OURS = Pattern.compile("plugins/Super_Resolution-\\d[^/]*\\.jar|lib/((" + String.join("|",
		Platforms.KNOWN) + ")/)?super-resolution/[^/]+\\.jar|(macros|licenses)/super-resolution/.+");
	private static final Pattern MODEL = Pattern.compile("models/([^/]+)(/.+)?");

	/** Those of a folder with the models that come with the plugin. */
	static OurFiles withModelsOf(final Path folder) throws IOException {
		try (Stream<Path> models = Files.list(folder)) {
			return new OurFiles(models.filter(model -> Files.isDirectory(model) || model.toString().endsWith(".zip")).map(model -> model
				.getFileName().toString()).filter(name -> !name.startsWith(".")).collect(Collectors.toSet()));
		}
	}

	/** @param path in the ImageJ folder, with slashes */
	boolean contains(final String path) {
		if (!PATH.matcher(path).matches()) return false;
		return OURS.matcher(path).matches() || isModel(path) && models.contains(path.split("/")[1]);
	}

	/** Whether we may withdraw a file that was on our site: a model that came with an earlier version counts as ours. */
	boolean mayWithdraw(final String path) {
		return contains(path) || PATH.matcher(path).matches() && isModel(path);
	}

	private static boolean isModel(final String path) {
		return MODEL.matcher(path).matches();
	}
}
