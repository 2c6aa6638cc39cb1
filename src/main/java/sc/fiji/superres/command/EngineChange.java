package sc.fiji.superres.command;

import java.io.File;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.install.EngineRecipe;
import sc.fiji.superres.loader.Platform;

/** Which engine a user wants to add. */
final class EngineChange {

	static final String NOTHING = "nothing";
	static final String CPU = "cpu";
	static final String GPU = "gpu";
	static final String THIS = "this";

	private EngineChange() {}

	/**
	 * @param platform {@code this}, or ImageJ's name of one
	 * @param version of TensorFlow Java, or {@code auto}
	 * @throws EngineException if there is no such engine
	 */
	static EngineRecipe recipe(final String install, final String version, final String platform, final boolean nvidia) {
		return new EngineRecipe(version.equals(SuperResolutionCommand.AUTO) ? EngineRecipe.defaultVersion() : version, platform(platform),
			install.equals(GPU), nvidia);
	}

	static Platform platform(final String name) {
		if (name.equals(THIS)) return Platform.current();
		for (final Platform platform : Platform.values())
			if (platform.folder().equals(name)) return platform;
		throw new IllegalArgumentException("platform is \"" + name + "\", but must be this, linux64, linux-arm64, macos-arm64 or win64.");
	}

	/** @throws IllegalArgumentException if something is said of an installation, but none is wanted */
	static void check(final String install, final File from, final String platform, final String version,
		final boolean nvidia)
	{
		if (!install.equals(NOTHING)) return;
		final String needless = from != null ? "from" : nvidia ? "nvidia_libraries" : !platform.equals(THIS) ? "platform"
			: !version.equals(SuperResolutionCommand.AUTO) ? "version" : null;
		if (needless != null) throw new IllegalArgumentException(needless + " is set, but install is nothing. Set install to cpu or " +
			"gpu, or leave " + needless + " out.");
	}
}
