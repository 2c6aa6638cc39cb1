package sc.fiji.superres.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.io.WholeFile;

/** What a run of a batch has to do: known from the headers of the images, before the work. */
public record Plan(List<Item> items) {

	/**
	 * An image and what is known of it.
	 *
	 * @param file its name
	 * @param output its result, relative to the output folder
	 * @param before what the journal says of it; null where it says nothing
	 * @param status {@link Status#SKIPPED}, {@link Status#FAILED} where it cannot be done, else {@link Status#MISSING}
	 * @param reason why it cannot be done; else empty
	 * @param size of the image; null where only reading it whole would tell, or nothing is to do
	 * @param result size of the result; null where that of the image is
	 */
	public record Item(String file, String output, Entry before, Status status, String reason, ImageSize size,
		ImageSize result)
	{

		/** LR pixels of work; 0 where they are not known, or there is nothing to do. */
		long pixels() {
			return status == Status.MISSING && size != null ? size.pixels() : 0;
		}

		/** Bytes of the result without compression; 0 where they are not known. */
		long bytes() {
			return result == null ? 0 : result.bytes();
		}

		/** What is done about it, for tables. */
		public String statusText() {
			return status == Status.MISSING ? "to do" : status.toString();
		}

		/** Size of the result in planes; empty where it is not known. */
		public String sizeText() {
			return result == null ? "" : result.toString();
		}

		/** Megabytes of the result without compression. */
		public double megabytes() {
			return bytes() / 1e6;
		}

		/** How long it will take, roughly; 0 where there is nothing to do. */
		public double seconds(final Speed speed) {
			return status == Status.MISSING ? speed.seconds(1, pixels()) : 0;
		}
	}

	public Plan {
		items = List.copyOf(items);
	}

	/**
	 * Looks at the header of each image.
	 *
	 * @param outputs the results of the images, by their names
	 * @param scale of the method
	 */
	static Plan of(final ImageSource source, final Map<String, String> outputs, final BatchFolder folder, final int scale,
		final Progress progress) throws IOException
	{
		final Map<String, Entry> entries = folder.entries();
		final List<Item> items = new ArrayList<>();
		for (final Map.Entry<String, String> image : outputs.entrySet()) {
			progress.checkCancelled();
			progress.update("Looking at image " + (items.size() + 1) + " of " + outputs.size(), items.size(), outputs.size());
			items.add(item(source, image.getKey(), image.getValue(), entries.get(image.getKey()), folder, scale));
		}
		return new Plan(items);
	}

	private static Item item(final ImageSource source, final String file, final String output, final Entry before,
		final BatchFolder folder, final int scale)
	{
		if (before != null && before.holds(FileState.of(source.file(file)), output, folder.output()))
			return new Item(file, output, before, Status.SKIPPED, "", null, null);
		try {
			final Optional<ImageSize> size = source.size(file);
			final ImageSize result = size.map(each -> each.times(scale)).orElse(null);
			if (result != null) source.checkFormat(result, folder.output().resolve(output));
			return new Item(file, output, before, Status.MISSING, "", size.orElse(null), result);
		}
		catch (final IOException | IllegalArgumentException e) {
			final String reason = e instanceof IOException io ? WholeFile.reason(io) : e.getMessage();
			return new Item(file, output, before, Status.FAILED, reason, null, null);
		}
	}

	/** LR pixels of all work, as far as they are known. */
	long pixels() {
		return items.stream().mapToLong(Item::pixels).sum();
	}

	/** The first image that there is work for; nothing where all is done. */
	public Optional<Item> next() {
		return items.stream().filter(item -> item.status() == Status.MISSING).findFirst();
	}

	/** Number of images with a status. */
	long count(final Status status) {
		return items.stream().filter(item -> item.status() == status).count();
	}

	/**
	 * Such as {@code 200 images: 195 to do, 5 done before; 1234.5 MB of results, in about 12 min}.
	 *
	 * @param speed null where it is not known
	 */
	public String summary(final Speed speed) {
		final StringBuilder text = new StringBuilder(items.size() + (items.size() == 1 ? " image: " : " images: ")).append(count(
			Status.MISSING)).append(" to do");
		if (count(Status.SKIPPED) > 0) text.append(", ").append(count(Status.SKIPPED)).append(" done before");
		if (count(Status.FAILED) > 0) text.append(", ").append(count(Status.FAILED)).append(" cannot be done");
		final long bytes = items.stream().filter(item -> item.status() == Status.MISSING).mapToLong(Item::bytes).sum();
		text.append(String.format(Locale.ROOT, "; %.1f MB of results", bytes / 1e6));
		if (speed != null) text.append(", in about ").append(duration(speed.seconds(count(Status.MISSING), pixels())));
		return text.toString();
	}

	private static String duration(final double seconds) {
		if (seconds < 60) return String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds));
		return seconds < 3600 ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
			: String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}
}
