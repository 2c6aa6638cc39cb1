package sc.fiji.superres.install;

import java.nio.file.Path;
import java.time.Duration;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.loader.Platform;

/** Installs an engine for the CPU from a repository into a folder; prints where our classes and the engine are. */
final class InstallOnce {

	private InstallOnce() {}

	public static void main(final String... repositoryAndPlace) {
		final Path engine = new EngineInstaller(repositoryAndPlace[0], Duration.ofSeconds(60)).install(TestRecipes.cpu(
			Platform.LINUX_X86_64), Path.of(repositoryAndPlace[1]), Progress.NONE);
		System.out.println("INSTALLED " + engine);
	}
}
