package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.upscale.CommonIntensity;
import sc.fiji.superres.upscale.Intensity;
import sc.fiji.superres.upscale.UpscaleOptions;

/** From the file of an image to the file of its result. */
final class ImageRun {

	/**
	 * How long a run took differs from run to run, and stands in the table: results of equal settings are equal to the byte.
	 */
	private static final String SECONDS = "seconds";

	/** Bits of a pixel in a file. */
	private static final int RGB = 24;

	private final ImageSource source;
	private final Procedure procedure;
	private final BatchFolder folder;
	private final Path parts;
	private final Journal journal;

	ImageRun(final ImageSource source, final Procedure procedure, final BatchFolder folder, final Path parts,
		final Journal journal)
	{
		this.source = source;
		this.procedure = procedure;
		this.folder = folder;
		this.parts = parts;
		this.journal = journal;
	}

	/**
	 * Makes a result and writes it down in the journal, if no other process has done so since the plan was made.
	 *
	 * @return what was written down
	 * @throws IOException if something cannot be read or written; then there is no new result
	 * @throws IllegalArgumentException if the image or its size do not suit the settings
	 */
	Row run(final Plan.Item item, final Progress progress) throws IOException {
		final long start = System.nanoTime();
		final Path target = folder.output().resolve(item.output());
		final FileState before = FileState.of(source.file(item.file()));
		final Optional<Entry> there = Files.exists(target, LinkOption.NOFOLLOW_LINKS)
			? there(item, before, target) : Optional.empty();
		if (there.isPresent()) return there.get().row(Status.SKIPPED);
		makeFolder(target.getParent());
		final Entry[] made = new Entry[1];
		try (SourceImage<?> image = source.open(item.file())) {
			check(image, target);
			WholeFile.write(target, parts, part -> {
				make(image, part, progress);
				if (!FileState.of(source.file(item.file())).equals(before))
					throw new IOException(source.file(item.file()) + " was changed while it was read. Run the batch again.");
				made[0] = entry(item, before, part, start);
				// Before the result is at its place, so that it counts as soon as it is there; an old one would be taken for it.
				Files.deleteIfExists(target);
				journal.add(made[0]);
			});
		}
		return made[0].row(Status.DONE);
	}

	/** The record of a result that counts; nothing where what is there is an older one of this batch. */
	private Optional<Entry> there(final Plan.Item item, final FileState input, final Path target) throws IOException {
		final List<Entry> results = folder.results(item.file(), item.output());
		if (results.isEmpty()) throw new IOException(target + " is there, but was not made by this batch. Move it away, or give " +
			"results other names by naming.");
		return results.stream().filter(entry -> entry.holds(input, item.output(), folder.output())).findFirst();
	}

	private static void makeFolder(final Path path) throws IOException {
		if (Files.isDirectory(path)) return; // also a link to one, which early builds of Java 17 take for a file
		try {
			Files.createDirectories(path);
		}
		catch (final IOException e) {
			throw new IOException("The folder " + path + " cannot be made: " + WholeFile.reason(e) + " Move what is in its way, or " +
				"name another output folder.", e);
		}
	}

	/** What can be known before the work. */
	private void check(final SourceImage<?> image, final Path target) throws IOException {
		final ImageSize size = new ImageSize(image.region().dimension(0), image.region().dimension(1), image.planes().size(),
			bits(image.type())).times(procedure.upscaler().method().scale());
		source.checkFormat(size, target);
		checkRoom(size);
	}

	private <T extends NumericType<T> & NativeType<T>> void make(final SourceImage<T> image, final Path part,
		final Progress progress) throws IOException
	{
		try (ResultFile<T> result = image.result(procedure.upscaler().method(), part)) {
			final Map<String, String> facts = procedure.upscaler().options(options(image)).progress(progress)
				.run(image.planes(), image.region(), result);
			facts.remove(SECONDS);
			result.write(facts);
		}
	}

	private static int bits(final Object type) {
		return type instanceof RealType<?> real ? real.getBitsPerPixel() : RGB;
	}

	private <T extends NumericType<T> & NativeType<T>> UpscaleOptions options(final SourceImage<T> image) {
		final boolean asItIs = procedure.commonIntensity() && CommonIntensity.isAsItIs(image.type());
		final Intensity intensity = asItIs ? Intensity.AUTO : procedure.options().intensity().plus(image.offset());
		return procedure.options().intensity(intensity).noData(procedure.options().noData().plus(image.offset()));
	}

	private void checkRoom(final ImageSize size) throws IOException {
		final long inMemory = size.bitDepth() == RGB ? Integer.BYTES : size.bitDepth() / Byte.SIZE;
		// the planes of a stack are written to one file as they are made, and from there to the result
		final long needed = size.bytes() + (size.planes() == 1 ? 0 : size.pixels() * inMemory);
		final long free = Files.getFileStore(parts).getUsableSpace();
		if (needed > free) throw new IOException("The disk of " + folder.output() + " has " + free / 1_000_000 + " MB left, but " +
			needed / 1_000_000 + " MB are needed for a result of " + size.bytes() / 1_000_000 + " MB. Make room and run the batch " +
			"again: what is done is kept.");
	}

	private Entry entry(final Plan.Item item, final FileState input, final Path part, final long start) throws IOException {
		final Entry made = Entry.done(item.file(), input, item.output(), Files.size(part));
		return measured(made, part).seconds((System.nanoTime() - start) / 1e9);
	}

	/** What is said of a result that was there; the truth may be another one than before, or there was none. */
	Row skipped(final Entry before) {
		final boolean measure = procedure.check() != ResultCheck.NONE;
		return (measure ? measured(before, folder.output().resolve(before.output())) : before).row(Status.SKIPPED);
	}

	private Entry measured(final Entry entry, final Path result) {
		try {
			return entry.measured(procedure.check().psnr(entry.file(), result), null);
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			return entry.measured(Double.NaN, "no PSNR: " + e.getMessage()); // the result is none the worse
		}
	}
}
