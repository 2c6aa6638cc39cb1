package sc.fiji.superres.site;

import java.nio.file.Path;

/**
 * A file that goes on the site.
 *
 * @param path where it goes in the ImageJ folder, with slashes
 * @param source where it is now
 */
record SiteFile(String path, Path source) {

	boolean isJar() {
		return path.endsWith(".jar");
	}
}
