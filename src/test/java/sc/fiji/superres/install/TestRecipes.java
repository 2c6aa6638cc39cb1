package sc.fiji.superres.install;

import sc.fiji.superres.loader.Platform;

/** Engines in the version that this software is built with. */
public final class TestRecipes {

	private TestRecipes() {}

	public static EngineRecipe cpu(final Platform platform) {
		return new EngineRecipe(EngineRecipe.defaultVersion(), platform, false, false);
	}

	public static EngineRecipe gpu(final Platform platform, final boolean nvidia) {
		return new EngineRecipe(EngineRecipe.defaultVersion(), platform, true, nvidia);
	}
}
