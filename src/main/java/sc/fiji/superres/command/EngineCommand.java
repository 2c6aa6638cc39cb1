package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import ij.IJ;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.install.EngineInstaller;
import sc.fiji.superres.install.EngineRecipe;
import sc.fiji.superres.loader.EngineFolders;
import sc.fiji.superres.loader.EngineSettings;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.loader.GpuMemoryLimit;
import sc.fiji.superres.loader.InstalledEngine;
import sc.fiji.superres.loader.Platform;
import sc.fiji.superres.loader.SelfTest;

/** Says what computes, and adds, chooses, tests and removes what does. */
@Plugin(type = Command.class, name = "engine", menuPath = "Plugins>Super-Resolution>TensorFlow Engine...",
	description = "Says what computes the networks (TensorFlow, processor, GPU, NVIDIA's libraries) and what to do next; adds, " +
		"chooses, tests and removes engines.", initializer = SuperResolutionCommand.INIT, headless = true)
public final class EngineCommand extends SuperResolutionCommand {

	@Parameter(label = "Use engine", description = "engine to load when ImageJ starts: auto (one for GPUs where there is a GPU, " +
		"else the one that came along), or the name of one", required = false, persist = false, callback = CHANGED)
	private String engine = "";

	@Parameter(label = "GPU memory limit (MB)", description = "most megabytes of a GPU's memory that TensorFlow may take: a whole " +
		"number, or 0 for no limit, where it takes what it needs", required = false, persist = false, callback = CHANGED)
	private String gpu_memory = "";

	@Parameter(label = "Install engine for", description = "engine to install: nothing, cpu, or gpu (also computes on the processor)",
		choices = { EngineChange.NOTHING, EngineChange.CPU, EngineChange.GPU }, required = false, persist = false,
		callback = CHANGED)
	private String install = EngineChange.NOTHING;

	@Parameter(label = "With NVIDIA's libraries (2 GB)", description = "whether to install NVIDIA's CUDA and cuDNN with the engine " +
		"for GPUs (2 GB), for a machine that has only the driver; to say so is to agree to NVIDIA's licence " +
		"(docs.nvidia.com/cuda/eula)", required = false, persist = false, callback = CHANGED)
	private boolean nvidia_libraries = false;

	@Parameter(label = "TensorFlow Java version", description = "version of TensorFlow Java to install: auto (the one that " +
		"this software is made for), or numbers with dots", required = false, persist = false, callback = CHANGED)
	private String version = AUTO;

	@Parameter(label = "Install for platform", description = "platform to install for: this, or another one, for an " +
		"ImageJ folder that several machines share", choices = { EngineChange.THIS, "linux64", "linux-arm64", "macos-arm64",
			"win64" }, required = false, persist = false, callback = CHANGED)
	private String platform = EngineChange.THIS;

	@Parameter(label = "Install from folder", description = "folder with the engine's jars, for a machine without a " +
		"network; by default they come from Maven Central", style = "directory", required = false, persist = false,
		callback = CHANGED)
	private File from;

	@Parameter(label = "Remove engine", description = "engine to delete that was added: nothing, or its name", required = false,
		persist = false, callback = CHANGED)
	private String remove = EngineChange.NOTHING;

	@Parameter(label = "Self-test (some seconds)", description = "whether to test the engine in a process of its own: what " +
		"computes, in how many seconds, and how far from what the processor computes", required = false, persist = false,
		callback = CHANGED)
	private boolean self_test = false;

	@Parameter(label = " ", description = "what there is, and what will happen", visibility = ItemVisibility.MESSAGE,
		required = false, persist = false)
	private String message = "";

	private final List<String> done = new ArrayList<>();

	@Override
	void prepare() {
		try {
			final EngineFolders folders = EngineFolders.standard();
			final EngineSettings settings = EngineSettings.read(folders);
			if (engine.isEmpty()) engine = settings.engine();
			if (gpu_memory.isEmpty()) gpu_memory = String.valueOf(settings.gpuMemory());
			offer("engine", AUTO, Stream.concat(folders.list().stream().map(InstalledEngine::name), Stream.of(engine)));
			offer("remove", EngineChange.NOTHING, folders.list().stream().filter(each -> !each.shipped()).map(InstalledEngine::name));
		}
		catch (final EngineException e) {
			// said by the message
		}
		changed();
	}

	private void offer(final String input, final String first, final Stream<String> names) {
		getInfo().getMutableInput(input, String.class).setChoices(Stream.concat(Stream.of(first), names).distinct().toList());
	}

	@Override
	String describe() {
		final EngineFolders folders = EngineFolders.standard();
		final EngineSettings settings = settings(folders);
		final List<String> text = new ArrayList<>();
		if (!remove.equals(EngineChange.NOTHING)) text.add("Deletes " + removed(folders).folder() + ".");
		if (!install.equals(EngineChange.NOTHING)) text.add(describe(recipe()));
		if (self_test) text.add("Tests the engine in a process of its own, so that ImageJ goes on if it crashes.");
		if (!settings.equals(EngineSettings.read(folders))) text.add("Will use " + describe(settings) + next());
		return text.isEmpty() ? new EngineReport(folders).brief() + " OK says more in the Log window." : String.join(" ", text);
	}

	private String describe(final EngineRecipe recipe) {
		return "Installs " + recipe.name() + " from " + (from == null ? "Maven Central (about " + EngineReport.megabytes(recipe
			.downloadBytes()) + " MB)" : from) + ", and unpacks it (" + EngineReport.megabytes(recipe.unpackedBytes()) +
			" MB more). Escape stops that." + (nvidia_libraries ? " By OK you agree to NVIDIA's licence " +
				"(docs.nvidia.com/cuda/eula)." : "");
	}

	private static String describe(final EngineSettings settings) {
		return "the engine " + settings.engine() + " and " + (settings.gpuMemory() == 0 ? "as much GPU memory as is needed." : "at most " +
			settings.gpuMemory() + " MB of GPU memory.");
	}

	@Override
	void execute() throws IOException {
		final EngineFolders folders = EngineFolders.standard();
		try {
			change(folders);
			report(String.join("\n", done) + (done.isEmpty() ? "" : "\n\n") + new EngineReport(folders).text());
		}
		finally {
			if (report() == null && !done.isEmpty()) report(String.join("\n", done));
			if (report() != null && IJ.getInstance() != null) IJ.log(report());
		}
	}

	/** What fails its test is not settled. */
	private void change(final EngineFolders folders) throws IOException {
		final EngineSettings settings = settings(folders);
		if (!remove.equals(EngineChange.NOTHING)) remove(folders, removed(folders));
		final InstalledEngine added = install.equals(EngineChange.NOTHING) ? null : install(recipe());
		if (added != null && added.platform() == folders.platform()) test(folders, added);
		else if (self_test) test(folders, Engines.chosen(folders, settings));
		save(folders, settings);
	}

	private EngineRecipe recipe() {
		return EngineChange.recipe(install, version, platform, nvidia_libraries);
	}

	/** What is not said stays as it is. */
	private EngineSettings settings(final EngineFolders folders) {
		EngineChange.check(install, from, platform, version, nvidia_libraries);
		final EngineSettings before = EngineSettings.read(folders);
		final String name = engine.isEmpty() ? before.engine() : engine;
		final boolean settled = name.equals(AUTO) || name.equals(before.engine());
		final boolean added = !install.equals(EngineChange.NOTHING) && name.equals(recipe().name());
		if (!settled && !added) folders.named(name).problem().ifPresent(problem -> {
			throw new EngineException(problem);
		});
		return new EngineSettings(isRemoved(name, folders) ? AUTO : name, gpu_memory.isEmpty() ? before.gpuMemory() : GpuMemoryLimit
			.parse("gpu_memory", gpu_memory));
	}

	/** Whether no engine of a name will be left. */
	private boolean isRemoved(final String name, final EngineFolders folders) {
		return remove.equals(name) && folders.list().stream().filter(each -> each.name().equals(name)).count() == 1;
	}

	private void save(final EngineFolders folders, final EngineSettings settings) throws IOException {
		if (settings.equals(EngineSettings.read(folders))) return;
		settings.write(folders, this::notice);
		done.add("Will use " + describe(settings) + next());
	}

	private InstalledEngine removed(final EngineFolders folders) {
		return folders.list().stream().filter(each -> !each.shipped() && each.name().equals(remove)).findFirst().orElseGet(() -> folders
			.named(remove));
	}

	private void remove(final EngineFolders folders, final InstalledEngine removed) {
		folders.remove(removed);
		done.add("Removed " + removed.folder() + ".");
	}

	private InstalledEngine install(final EngineRecipe recipe) {
		final EngineFolders there = EngineFolders.of(recipe.platform());
		final Path place = there.writable(this::notice);
		final EngineInstaller installer = EngineInstaller.mavenCentral();
		final Path folder = from == null ? installer.install(recipe, place, progress()) : installer.installFrom(from.toPath(), recipe,
			place, progress());
		final InstalledEngine added = InstalledEngine.in(folder, recipe.platform());
		done.add("Installed " + added.name() + " (" + EngineReport.megabytes(added.bytes()) + " MB) in " + folder + "." + next());
		if (recipe.platform() == Platform.current()) added.unpack(this::notice, progress());
		return added;
	}

	/** When a change takes effect. */
	private static String next() {
		return Engines.loaded().isPresent() ? " It takes effect when ImageJ is started again." : "";
	}

	private void test(final EngineFolders folders, final InstalledEngine tested) {
		final SelfTest test = folders.test(tested, progress());
		final String device = String.format(Locale.ROOT, "The self-test of %s has passed: %s computes on the %s, %.3f s for %d x %d " +
			"pixels", tested.name(), test.engine(), test.device(), test.seconds(), SelfTest.SIDE, SelfTest.SIDE);
		done.add(device + (test.isOnCpu() ? "." : String.format(Locale.ROOT, " (the CPU: %.3f s), and differs by at most %.4f of 255 " +
			"grey levels from what the CPU computes.", test.cpuSeconds(), test.difference())));
	}
}
