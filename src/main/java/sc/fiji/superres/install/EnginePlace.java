package sc.fiji.superres.install;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

import sc.fiji.superres.engine.EngineException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.FileLocks;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.EngineFolders;
import sc.fiji.superres.loader.InstalledEngine;

/**
 * The folder that an engine is installed into: made whole or not at all, by one of all processes at a time. What is being
 * made lies beside it in {@code NAME.part}; the empty file {@code NAME.lock} stays, because two processes could each hold it if
 * one of them deleted it.
 */
final class EnginePlace {

	/** Gets all jars of the engine. */
	interface Filling {

		/**
		 * @param part for what is to be found again at the next attempt; exists
		 * @return a folder in it with all jars
		 */
		Path fill(Path part) throws IOException;
	}

	private final Path folder;
	private final EngineRecipe recipe;

	EnginePlace(final Path place, final EngineRecipe recipe) {
		folder = place.toAbsolutePath().resolve(recipe.name());
		this.recipe = recipe;
	}

	/** The engine's folder, which need not be there. */
	Path folder() {
		return folder;
	}

	/** What is being made. */
	Path part() {
		return folder.resolveSibling(recipe.name() + ".part");
	}

	/**
	 * Makes the engine's folder where it is missing or not whole, and returns it.
	 *
	 * @throws EngineException if the place cannot be written
	 * @throws CancellationException if the user cancels, or the thread is interrupted
	 */
	Path make(final Filling filling, final Progress progress) {
		try {
			Files.createDirectories(folder.getParent());
			try (FileChannel channel = FileChannel.open(folder.resolveSibling(recipe.name() + ".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE))
			{
				FileLocks.lock(channel, () -> {
					progress.update("Waiting for another ImageJ that installs " + recipe.name(), 0, 0);
					progress.checkCancelled();
				});
				if (!isWhole()) replace(filling); // else it was there, or another process was first
				return folder;
			}
		}
		catch (final ClosedByInterruptException e) {
			throw new CancellationException("Cancelled.");
		}
		catch (final IOException e) {
			throw new EngineException("The engine cannot be installed into " + folder + ": " + WholeFile.reason(e) +
				" Make that possible, or name another folder in the variable " + EngineFolders.VARIABLE + ".", e);
		}
	}

	private void replace(final Filling filling) throws IOException {
		try {
			Files.createDirectories(part());
			final Path filled = filling.fill(part());
			WholeFile.delete(folder);
			Files.move(filled, folder, StandardCopyOption.ATOMIC_MOVE);
			WholeFile.delete(part());
		}
		finally {
			if (keptBytes() == 0) WholeFile.delete(part());
		}
	}

	/** Of the jars only the ends are read, where their directories stand. */
	private boolean isWhole() {
		final InstalledEngine engine = InstalledEngine.in(folder, recipe.platform());
		return engine.problem().isEmpty() && recipe.roots().stream().allMatch(
			jar -> Files.exists(folder.resolve(jar.fileName())));
	}

	/** Bytes that an attempt has left for the next one. */
	long keptBytes() {
		try {
			return Files.isDirectory(part()) ? PartialEngine.bytes(part()) : 0;
		}
		catch (final IOException e) {
			throw new EngineException(part() + " cannot be read: " + WholeFile.reason(e), e);
		}
	}

	/**
	 * Refuses before hours of download what the disk cannot hold.
	 *
	 * @param download bytes that are still to come
	 */
	void checkSpace(final long download) throws IOException {
		final long needed = download + recipe.unpackedBytes();
		final long free = Files.getFileStore(part()).getUsableSpace();
		if (free < needed)
			throw new EngineException("The engine needs " + megabytes(needed) + " MB on the disk of " + folder.getParent() + " (" +
				megabytes(download) + " MB, and " + megabytes(recipe.unpackedBytes()) + " MB unpacked), but only " + megabytes(free) +
				" MB are free. Free some, or name a folder of another disk in the variable " + EngineFolders.VARIABLE + ".");
	}

	static long megabytes(final long bytes) {
		return (bytes + 999_999) / 1_000_000;
	}
}
