package sc.fiji.superres.imagej;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes TIFF files with one directory for each plane, as other programs do; random pixels. */
final class TiffPages {

	private static final int STRIP_OFFSETS = 273;
	private static final int STRIP_BYTE_COUNTS = 279;

	private final Map<Integer, Integer> fields = new TreeMap<>();
	private final int pages;
	private final int planeBytes;
	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	private int strips = 1;
	private int gap = 4;
	private boolean backwards;

	private TiffPages(final int pages, final int planeBytes) {
		this.pages = pages;
		this.planeBytes = planeBytes;
	}

	/** @param samples 1 for grey, 3 for RGB */
	static TiffPages of(final int bits, final int samples, final int width, final int height, final int pages) {
		return new TiffPages(pages, (width * bits * samples + 7) / 8 * height).field(256, width).field(257, height).field(258, bits)
			.field(259, 1).field(262, samples == 3 ? 2 : 1).field(277, samples).field(278, height);
	}

	TiffPages field(final int tag, final int value) {
		fields.put(tag, value);
		return this;
	}

	TiffPages bigEndian() {
		order = ByteOrder.BIG_ENDIAN;
		return this;
	}

	/** Of equal length, following each other. */
	TiffPages strips(final int count) {
		strips = count;
		return this;
	}

	/** Bytes between the planes, beside the directories if there are some; without, those are all at the end. */
	TiffPages gap(final int bytes) {
		gap = bytes;
		return this;
	}

	/** The last plane comes first in the file. */
	TiffPages backwards() {
		backwards = true;
		return this;
	}

	byte[] write() {
		final ByteBuffer bytes = ByteBuffer.allocate(8 + pages * (planeBytes + gap + 400)).order(order);
		new Random(planeBytes).nextBytes(bytes.array());
		bytes.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d)).putShort((short) 42);
		int link = bytes.position();
		int free = 8 + pages * (planeBytes + gap);
		for (int i = 0; i < pages; i++) {
			bytes.putInt(link, free);
			bytes.position(free).putShort((short) (fields.size() + 2));
			final int start = 8 + (backwards ? pages - 1 - i : i) * (planeBytes + gap);
			final int lists = free + 6 + 12 * (fields.size() + 2);
			final Map<Integer, Integer> all = new TreeMap<>(fields);
			all.put(STRIP_OFFSETS, strips == 1 ? start : lists);
			all.put(STRIP_BYTE_COUNTS, strips == 1 ? planeBytes : lists + 4 * strips);
			all.forEach((tag, value) -> {
				final boolean list = tag == STRIP_OFFSETS || tag == STRIP_BYTE_COUNTS;
				bytes.putShort((short) (int) tag).putShort((short) 4).putInt(list ? strips : 1).putInt(value);
			});
			link = bytes.position();
			bytes.putInt(0);
			for (int s = 0; s < strips; s++) {
				bytes.putInt(lists + 4 * s, start + s * (planeBytes / strips));
				bytes.putInt(lists + 4 * (strips + s), planeBytes / strips);
			}
			free = lists + 8 * strips;
		}
		return Arrays.copyOf(bytes.array(), free);
	}
}
