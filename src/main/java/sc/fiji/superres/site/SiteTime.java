package sc.fiji.superres.site;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The times of an update site: UTC as the decimal number yyyyMMddHHmmss. */
final class SiteTime {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

	private SiteTime() {}

	/**
	 * A time for what changes now: later than all that is published, even where a clock is wrong.
	 *
	 * @throws IOException if the latest published one is no time
	 */
	static long after(final SiteIndex published, final Instant now) throws IOException {
		final LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
		final long latest = published.timestamps().max().orElse(0);
		return number(latest < number(time) ? time : parse(latest).plusSeconds(1));
	}

	private static long number(final LocalDateTime time) {
		return Long.parseLong(time.format(FORMAT));
	}

	private static LocalDateTime parse(final long timestamp) throws IOException {
		try {
			return LocalDateTime.parse(Long.toString(timestamp), FORMAT);
		}
		catch (final DateTimeException e) {
			throw new IOException("The published site has the timestamp " + timestamp +
				", where yyyyMMddHHmmss is expected. Repair that site first.", e);
		}
	}
}
