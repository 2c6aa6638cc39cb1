package sc.fiji.superres.ui;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * The entry of all commands in plain ImageJ; {@code plugins.config} passes the SciJava name of the command. It is compiled
 * for Java 8, so that an ImageJ that runs on that can say what is missing. Fiji does not use it.
 */
public final class PlainImageJ implements PlugIn {

	private static final int JAVA = 17;

	@Override
	public void run(final String command) {
		final String found = System.getProperty("java.specification.version");
		if (isOld(found)) IJ.error("Super-Resolution", "Super-Resolution needs Java " + JAVA + " or newer, but this ImageJ " +
			"runs on Java " +
			found + ". Start ImageJ with a newer Java.");
		else PlainRun.run(command);
	}

	private static boolean isOld(final String version) {
		return version.startsWith("1.") || Integer.parseInt(version) < JAVA;
	}
}
