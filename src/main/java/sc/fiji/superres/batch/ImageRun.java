package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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

	/** How long a run took differs from run to run, and stands in the table: results of equal settings are equal to the byte. */
	private static final String SECONDS = "seconds";

	/** Planes are written to one file as they are made, and from there to the result. */
	private static final int COPIES = 2;

	private final ImageSource source;
	private final Procedure procedure;
	private final BatchFolder folder;
	private final Path parts;
	private final Journal journal;

	ImageRun(final ImageSource source, final Procedure procedure, final BatchFolder folder, final Path parts, final Journal journal) {
		this.source = source;
		this.procedure = procedure;
		this.folder = folder;
		this.parts = parts;
		this.journal = journal;
	}

	/**
	 * Makes a result and writes it down in the journal.
	 *
	 * @param ours whether the file that is at its place, if there is one, is an earlier result
	 * @return what was written down
	 * @throws IOException if something cannot be read or written; then there is no new result
	 * @throws IllegalArgumentException if the image or its size do not suit the settings
	 */
	Entry run(final Plan.Item item, final boolean ours, final Progress progress) throws IOException {
		final long start = System.nanoTime();
		final Path target = folder.output().resolve(item.output());
		if (!ours && Files.exists(target)) throw new IOException(target + " is there, but was not made by this batch. Move it away, or " +
			"give results other names by naming.");
		final FileState before = FileState.of(source.file(item.file()));
		Files.createDirectories(target.getParent());
		final Entry[] made = new Entry[1];
		try (SourceImage<?> image = source.open(item.file())) {
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
		return made[0];
	}

	private <T extends NumericType<T> & NativeType<T>> void make(final SourceImage<T> image, final Path part, final Progress progress)
		throws IOException
	{
		final ImageSize size = new ImageSize(image.region().dimension(0), image.region().dimension(1), image.planes().size(), bits(image
			.type())).times(procedure.upscaler().method().scale());
		source.checkWritable(size, part);
		checkRoom(size);
		try (ResultFile<T> result = image.result(procedure.upscaler().method(), part)) {
			final Map<String, String> facts = procedure.upscaler().options(options(image)).progress(progress).run(image.planes(), image.region(),
				result);
			facts.remove(SECONDS);
			result.write(facts);
		}
	}

	private static int bits(final Object type) {
		return type instanceof RealType<?> real ? real.getBitsPerPixel() : 24;
	}

	private <T extends NumericType<T> & NativeType<T>> UpscaleOptions options(final SourceImage<T> image) {
		final boolean asItIs = procedure.commonIntensity() && CommonIntensity.isAsItIs(image.type());
		final Intensity intensity = asItIs ? Intensity.AUTO : procedure.options().intensity().plus(image.offset());
		return procedure.options().intensity(intensity).noData(procedure.options().noData().plus(image.offset()));
	}

	private void checkRoom(final ImageSize size) throws IOException {
		final long needed = COPIES * size.bytes();
		final long free = Files.getFileStore(parts).getUsableSpace();
		if (needed > free) throw new IOException("The disk of " + folder.output() + " has " + free / 1_000_000 + " MB left, but " + needed /
			1_000_000 + " MB are needed, twice the size of the result. Make room and run the batch again: what is done is kept.");
	}

	private Entry entry(final Plan.Item item, final FileState input, final Path part, final long start) throws IOException {
		String reason = null;
		double psnr = Double.NaN;
		try {
			psnr = procedure.check().psnr(item.file(), part);
		}
		catch (final IOException | IllegalArgumentException e) {
			reason = "no PSNR: " + e.getMessage();
		}
		return Entry.done(item.file(), input, item.output(), Files.size(part), reason, (System.nanoTime() - start) / 1e9, psnr);
	}
}
