package sc.fiji.superres.loader;

import java.time.ZoneId;
import java.util.Optional;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;

/** Whether an engine may be loaded, or would end the process again. */
final class CrashCheck {

	/** Tests an engine in a process of its own. */
	interface Test {

		/** @throws EngineCrashException if that process did not survive */
		void run(InstalledEngine engine, Progress progress);
	}

	private final CrashMemory memory;
	private final Test test;

	CrashCheck(final CrashMemory memory) {
		this(memory, SelfTest::run);
	}

	CrashCheck(final CrashMemory memory, final Test test) {
		this.memory = memory;
		this.test = test;
	}

	/**
	 * Why an engine must not be loaded; empty if it may be. Where the last start ended while it loaded the engine, that may have
	 * been a crash, or the user: a test in a process of its own tells.
	 */
	Optional<String> of(final InstalledEngine engine, final Progress progress) {
		if (memory.crash(engine.name()).isEmpty() && memory.endedWhileBusy(engine.name())) tell(engine, progress);
		return known(engine);
	}

	/** Why an engine must not be loaded, as far as it is known. */
	Optional<String> known(final InstalledEngine engine) {
		return memory.crash(engine.name()).map(when -> engine.name() + " crashed on " + when.atZone(ZoneId.systemDefault())
			.toLocalDate() + " (it ended the program that had loaded it), so it is left alone. Test it again, remove it, or install " +
			"another one by \"TensorFlow Engine...\".");
	}

	private void tell(final InstalledEngine engine, final Progress progress) {
		try {
			test.run(engine, progress);
			memory.forget(engine.name());
		}
		catch (final EngineCrashException e) {
			memory.remember(engine.name());
		}
		catch (final EngineException e) {
			memory.forget(engine.name()); // what is wrong will be said when it is loaded
		}
	}
}
