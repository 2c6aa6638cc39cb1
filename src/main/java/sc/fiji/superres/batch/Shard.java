package sc.fiji.superres.batch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of the parts that a work is cut into, so that several processes can do it.
 *
 * @param index from 1
 * @param count of the parts, at least 1
 */
public record Shard(int index, int count) {

	/** The whole work. */
	public static final Shard ALL = new Shard(1, 1);

	private static final int MOST = 100_000;
	private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

	/** @throws IllegalArgumentException if there is no such part */
	public Shard {
		if (count < 1 || count > MOST || index < 1 || index > count)
			throw new IllegalArgumentException("shard is \"" + index + "/" + count + "\", but must be I/N with I from 1 to N and N " +
				"from 1 to " + MOST + ", such as 1/1 for all or 2/7.");
	}

	/**
	 * Reads {@code I/N}.
	 *
	 * @throws IllegalArgumentException if it is none, or there is no such part
	 */
	public static Shard parse(final String text) {
		final Matcher matcher = TEXT.matcher(text.trim());
		if (!matcher.matches())
			throw new IllegalArgumentException("shard is \"" + text + "\", but must be I/N with whole numbers, I from 1 to N, such " +
				"as 1/1 for all or 2/7.");
		return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	/** Its part of a list: every N-th element, as neighbours are often alike in size. */
	public <T> List<T> of(final List<T> all) {
		return IntStream.range(0, all.size()).filter(i -> i % count == index - 1).mapToObj(all::get).toList();
	}

	/** Whether it is the whole work. */
	public boolean isAll() {
		return count == 1;
	}

	/** For the names of files: {@code 2-of-7}. */
	String fileName() {
		return index + "-of-" + count;
	}

	@Override
	public String toString() {
		return index + "/" + count;
	}
}
