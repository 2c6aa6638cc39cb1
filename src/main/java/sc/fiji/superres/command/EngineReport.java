package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.gpu.CudaLibrary;
import sc.fiji.superres.gpu.Gpu;
import sc.fiji.superres.io.Folders;
import sc.fiji.superres.loader.EngineFolders;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.loader.ExpectedDevice;
import sc.fiji.superres.loader.GpuMemoryLimit;
import sc.fiji.superres.loader.InstalledEngine;
import sc.fiji.superres.loader.Processor;

/** What there is to compute with, what really does, what lies on the disk, and the one thing to do next. */
final class EngineReport {

	private static final double MEGABYTE = 1e6;

	private final EngineFolders folders;

	EngineReport(final EngineFolders folders) {
		this.folders = folders;
	}

	/** All of it, for people. The font may be a proportional one, as that of ImageJ's Log window is. */
	String text() {
		final List<String> lines = new ArrayList<>(computing());
		lines.add("");
		lines.add("Engines on the disk:");
		folders.list().forEach(engine -> lines.addAll(disk(engine)));
		for (final Path part : folders.unfinished())
			lines.add("    unfinished download (" + megabytes(size(part)) + " MB) in " + part +
				": the next attempt goes on there; it may be deleted");
		lines.add("Unpacked files may be deleted while no ImageJ runs: they are unpacked again when they are needed.");
		lines.add("An engine that was added is deleted by \"Remove engine\" in the dialog, or by remove=NAME.");
		return String.join("\n", lines);
	}

	private List<String> computing() {
		try {
			final List<String> lines = new ArrayList<>(List.of("TensorFlow " + loaded(), "Processor: " + processor(), "GPU: " + gpus()));
			if (ExpectedDevice.gpus().hasDriver()) {
				lines.add("NVIDIA's libraries that TensorFlow needs (CUDA 12, cuDNN 9):");
				ExpectedDevice.libraries().all().stream().map(CudaLibrary::toString).forEach(library -> lines.add("    " + library));
			}
			final int limit = GpuMemoryLimit.megabytes();
			if (limit > 0) lines.add("GPU memory: at most " + limit + " MB");
			lines.add(lines("Next: " + next()));
			return lines;
		}
		catch (final EngineException e) {
			return List.of(lines("Next: " + e.getMessage())); // an engine was chosen that is not there any more
		}
	}

	/** What computes, and what to do next, for a dialog. */
	String brief() {
		return "TensorFlow " + loaded() + ". " + next();
	}

	private String loaded() {
		final InstalledEngine expected = Engines.expected();
		if (Engines.loaded().isEmpty()) return obstacle(expected).isPresent() ? "is not loaded" : "will be loaded when it is " +
			"needed (" + expected.name() + ") and compute on the " + ExpectedDevice.of(Device.AUTO).text();
		return "is loaded (" + expected.name() + ", " + Engines.tensorflow().name() + ") and computes on the " + Engines.tensorflow()
			.on(Device.AUTO).device();
	}

	private static String processor() {
		final List<String> sets = Processor.current().instructionSets();
		return Processor.current().name() + ", " + Threads.parse(SuperResolutionCommand.AUTO) + " threads" + (sets.isEmpty() ? ""
			: ", " + String.join(" ", sets));
	}

	private static String gpus() {
		final List<Gpu> visible = ExpectedDevice.gpus().visible();
		final String driver = ExpectedDevice.gpus().driver();
		if (visible.isEmpty()) return ExpectedDevice.gpus().hasDriver() ? "NVIDIA's driver " + driver + ", which shows none"
			: "none of NVIDIA's found";
		return visible.stream().map(Gpu::toString).collect(Collectors.joining("; ")) + "; driver " + driver;
	}

	/** What does not work goes before what could be better. */
	private String next() {
		final InstalledEngine chosen = Engines.chosen(folders);
		final boolean other = Engines.loaded().filter(loaded -> !loaded.name().equals(chosen.name()) || loaded.nvidia().isPresent() !=
			chosen.nvidia().isPresent()).isPresent();
		if (other && obstacle(chosen).isEmpty()) return "Start ImageJ again: it then loads " + chosen.name() + ".";
		return obstacle(Engines.expected()).or(() -> folders.list().stream().flatMap(engine -> obstacle(engine).stream()).findFirst())
			.orElseGet(() -> ExpectedDevice.advice().text());
	}

	/** Why an engine cannot be loaded. */
	private Optional<String> obstacle(final InstalledEngine engine) {
		return engine.problem().or(() -> folders.crash(engine));
	}

	/** A text in lines of bearable length: ImageJ's Log window breaks none. */
	private static String lines(final String text) {
		return text.replaceAll("(?=.{111})(.{60,110}) ", "$1\n    ");
	}

	private List<String> disk(final InstalledEngine engine) {
		final List<String> lines = new ArrayList<>(List.of("    " + engine.name() + " (" + state(engine) + "): " + megabytes(engine
			.bytes()) + " MB in " + engine.folder()));
		for (final Path unpacked : engine.unpacked())
			lines.add("        unpacked: " + megabytes(size(unpacked)) + " MB in " + unpacked);
		engine.problem().ifPresent(problem -> lines.add("        broken: " + problem));
		return lines;
	}

	private String state(final InstalledEngine engine) {
		final List<String> states = new ArrayList<>(List.of(engine.shipped() ? "came with Super-Resolution" : "added"));
		if (folders.crash(engine).isPresent()) states.add("crashed");
		if (engine.nvidia().isPresent()) states.add("with NVIDIA's libraries");
		if (Engines.loaded().filter(loaded -> loaded.folder().equals(engine.folder())).isPresent()) states.add("loaded");
		return String.join(", ", states);
	}

	private static long size(final Path folder) {
		try {
			return Folders.bytes(folder);
		}
		catch (final IOException e) {
			return 0; // it vanished meanwhile
		}
	}

	static String megabytes(final long bytes) {
		return String.valueOf(Math.round(bytes / MEGABYTE));
	}
}
