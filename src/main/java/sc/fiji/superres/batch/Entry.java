package sc.fiji.superres.batch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the journal says of an image.
 *
 * @param file name of the image
 * @param input what its file was
 * @param output its result, relative to the output folder; null where it failed
 * @param outputBytes length of the result
 * @param reason why it failed, or why no PSNR was measured; null where all went well
 * @param time when this was written down, in milliseconds since 1970
 * @param seconds that it took
 * @param psnr in dB; NaN where none was measured
 */
record Entry(String file, FileState input, String output, long outputBytes, String reason, long time, double seconds,
	double psnr)
{

	private static final String FILE = "file";

	static Entry failed(final String file, final FileState input, final String reason, final double seconds) {
		return new Entry(file, input, null, 0, reason, System.currentTimeMillis(), seconds, Double.NaN);
	}

	static Entry done(final String file, final FileState input, final String output, final long outputBytes) {
		return new Entry(file, input, output, outputBytes, null, System.currentTimeMillis(), 0, Double.NaN);
	}

	/** The same with another measurement. */
	Entry measured(final double newPsnr, final String newReason) {
		return new Entry(file, input, output, outputBytes, newReason, time, seconds, newPsnr);
	}

	/** The same with the time that it took. */
	Entry seconds(final double newSeconds) {
		return new Entry(file, input, output, outputBytes, reason, time, newSeconds, psnr);
	}

	boolean isDone() {
		return output != null;
	}

	/** Whether the result still counts: it lies whole at its place, and the image is the one that it was made of. */
	boolean holds(final FileState now, final String wanted, final Path outputFolder) {
		return isDone() && input.equals(now) && output.equals(wanted) &&
			FileState.of(outputFolder.resolve(output)).bytes() == outputBytes;
	}

	Row row(final Status status) {
		return new Row(file, status, reason == null ? "" : reason, seconds, psnr);
	}

	String toLine() {
		final Map<String, Object> values = new LinkedHashMap<>();
		values.put(FILE, file);
		values.put("input_bytes", input.bytes());
		values.put("input_modified", input.modified());
		if (isDone()) {
			values.put("output", output);
			values.put("output_bytes", outputBytes);
		}
		if (reason != null) values.put("reason", reason);
		values.put("time", time);
		values.put("seconds", seconds);
		if (!Double.isNaN(psnr)) values.put("psnr", psnr);
		return Records.line(values);
	}

	/** How the lines of an image begin. */
	static String start(final String file) {
		final String line = Records.line(Map.of(FILE, file));
		return line.substring(0, line.lastIndexOf('}')) + ",";
	}

	/** Nothing where the line is not whole, as the last one after a kill may be. */
	static Optional<Entry> parse(final String line) {
		final Map<?, ?> values = Records.parse(line).orElse(Map.of());
		if (!(values.get(FILE) instanceof String file) || !(values.get("seconds") instanceof Number seconds))
			return Optional.empty();
		final FileState input = new FileState(number(values.get("input_bytes")), number(values.get("input_modified")));
		return Optional.of(new Entry(file, input, text(values.get("output")), number(values.get("output_bytes")), text(values
			.get("reason")), number(values.get("time")), seconds.doubleValue(), values.get("psnr") instanceof Number psnr
			? psnr.doubleValue() : Double.NaN));
	}

	private static String text(final Object value) {
		return value instanceof String text ? text : null;
	}

	private static long number(final Object value) {
		return value instanceof Number number ? number.longValue() : 0;
	}
}
