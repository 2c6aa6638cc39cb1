package sc.fiji.superres.command;

import java.util.function.Supplier;

import sc.fiji.superres.engine.Engine;

/** An engine that is loaded when it is first asked for: methods ask often, and some never. */
final class EngineOnDemand implements Supplier<Engine> {

	private final Supplier<Engine> loading;
	private Engine engine;

	EngineOnDemand(final Supplier<Engine> loading) {
		this.loading = loading;
	}

	@Override
	public synchronized Engine get() {
		if (engine == null) engine = loading.get();
		return engine;
	}
}
