package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.EngineFolders;
import sc.fiji.superres.engine.EngineSettings;
import sc.fiji.superres.engine.Engines;
import sc.fiji.superres.engine.ExpectedDevice;
import sc.fiji.superres.engine.InstalledEngine;
import sc.fiji.superres.engine.Processor;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.gpu.CudaLibrary;
import sc.fiji.superres.gpu.Gpu;
import sc.fiji.superres.io.WholeFile;

/** What there is to compute with, what really does, what lies on the disk, and the one thing to do next. */
final class EngineReport {

	private static final double MEGABYTE = 1e6;

	private final EngineFolders folders;

	EngineReport(final EngineFolders folders) {
		this.folders = folders;
	}

	/** All of it, for people. */
	String text() {
		final List<String> lines = new ArrayList<>(List.of("TensorFlow: " + loaded(), "Processor: " + processor(), "GPU: " + gpus()));
		if (ExpectedDevice.gpus().hasDriver()) ExpectedDevice.libraries().all().stream().map(CudaLibrary::toString).forEach(
			library -> lines.add("  " + library));
		final int limit = EngineSettings.read(folders).gpuMemory();
		if (limit > 0) lines.add("GPU memory: at most " + limit + " MB");
		lines.add("Next: " + next());
		lines.add("");
		lines.add(AlignedTable.of(rows()));
		lines.add("");
		lines.add("What is unpacked may be deleted while no ImageJ runs: it is unpacked again when it is needed. An engine that was " +
			"added is removed by remove.");
		return String.join("\n", lines);
	}

	/** The same in two sentences, for a dialog. */
	String brief() {
		return loaded() + ". " + next();
	}

	private String loaded() {
		final InstalledEngine expected = Engines.expected();
		if (Engines.loaded().isEmpty()) return "not loaded yet; the next command that needs it loads " + expected.name() +
			", expected to compute on the " + ExpectedDevice.of(Device.AUTO).text();
		return Engines.tensorflow().name() + " (" + expected.name() + ") is loaded and computes on the " + Engines.tensorflow().on(
			Device.AUTO).device();
	}

	private static String processor() {
		final List<String> sets = Processor.current().instructionSets();
		return Processor.current().name() + ", " + Threads.parse(SuperResolutionCommand.AUTO) + " threads" + (sets.isEmpty() ? ""
			: ", " + String.join(" ", sets));
	}

	private static String gpus() {
		final List<Gpu> visible = ExpectedDevice.gpus().visible();
		final String driver = ExpectedDevice.gpus().driver();
		if (visible.isEmpty()) return ExpectedDevice.gpus().hasDriver() ? "a driver of NVIDIA's " + driver : "none of NVIDIA's found";
		return visible.stream().map(Gpu::toString).collect(Collectors.joining("; ")) + "; driver " + driver;
	}

	/** A crash goes before what could be better. */
	private String next() {
		return folders.list().stream().flatMap(engine -> folders.crash(engine).stream()).findFirst().orElseGet(() -> ExpectedDevice
			.advice().text());
	}

	private List<List<String>> rows() {
		final List<List<String>> rows = new ArrayList<>(List.of(List.of("engine", "MB", "unpacked MB", "state", "folder")));
		for (final InstalledEngine engine : folders.list())
			rows.add(List.of(engine.name(), megabytes(engine.bytes()), megabytes(size(engine.unpacked())), state(engine), engine
				.folder().toString()));
		return rows;
	}

	private String state(final InstalledEngine engine) {
		if (engine.problem().isPresent()) return engine.problem().get();
		if (folders.crash(engine).isPresent()) return "crashed";
		final List<String> states = new ArrayList<>(List.of(engine.shipped() ? "shipped" : "added"));
		if (engine.nvidia().isPresent()) states.add("with NVIDIA's libraries");
		if (Engines.loaded().filter(loaded -> loaded.folder().equals(engine.folder())).isPresent()) states.add("loaded");
		return String.join(", ", states);
	}

	private static long size(final List<Path> roots) {
		long bytes = 0;
		for (final Path root : roots) {
			try (Stream<Path> files = Files.walk(root)) {
				for (final Path file : files.filter(Files::isRegularFile).toList())
					bytes += Files.size(file);
			}
			catch (final IOException e) {
				throw new EngineException(root + " cannot be read: " + WholeFile.reason(e), e);
			}
		}
		return bytes;
	}

	static String megabytes(final long bytes) {
		return String.valueOf(Math.round(bytes / MEGABYTE));
	}
}
