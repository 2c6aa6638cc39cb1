package sc.fiji.superres.imagej;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes small TIFF files of the kinds that ImageJ reads but does not write. Little-endian, one grey image, LONG fields. */
final class TiffBytes {

	private static final int IMAGE_DESCRIPTION = 270;
	private final Map<Integer, int[]> fields = new TreeMap<>();
	private final byte[] strip;
	private int strips = 1;
	private int gap;
	private int offsetType = 4;
	private byte[] description = new byte[0];
	private boolean circle;

	private TiffBytes(final byte[] strip) {
		this.strip = strip;
	}

	static TiffBytes grey(final int bits, final int width, final int height, final byte[] strip) {
		return new TiffBytes(strip).field(256, width).field(257, height).field(258, bits).field(259, 1).field(262, 1).field(277, 1)
			.field(278, height);
	}

	TiffBytes field(final int tag, final int... values) {
		fields.put(tag, values);
		return this;
	}

	TiffBytes compression(final int number) {
		return field(259, number);
	}

	TiffBytes description(final String text) {
		description = (text + '\0').getBytes(StandardCharsets.ISO_8859_1);
		return this;
	}

	/** Cuts the pixels into strips of equal length with a gap between them. */
	TiffBytes strips(final int count, final int gapBytes) {
		strips = count;
		gap = gapBytes;
		return this;
	}

	TiffBytes offsetsOf16Bits() {
		offsetType = 3;
		return this;
	}

	TiffBytes inACircle() {
		circle = true;
		return this;
	}

	/** Header, pixels, directory, description. */
	byte[] stripFirst() {
		return write(8, 8 + strip.length + strips * gap, Integer.MAX_VALUE);
	}

	/** Header, directory, description, pixels, as far as a length. */
	byte[] stripLast(final int length) {
		return write(400 + description.length, 8, length);
	}

	private byte[] write(final int stripStart, final int directory, final int length) {
		final int stripLength = strip.length / strips;
		final int[] offsets = new int[strips];
		final int[] lengths = new int[strips];
		for (int i = 0; i < strips; i++) {
			offsets[i] = stripStart + i * (stripLength + gap);
			lengths[i] = stripLength;
		}
		field(273, offsets).field(279, lengths);
		if (description.length > 0) field(IMAGE_DESCRIPTION);
		final ByteBuffer bytes = ByteBuffer.allocate(2000 + strip.length + strips * gap + description.length)
			.order(ByteOrder.LITTLE_ENDIAN);
		bytes.put(new byte[] { 'I', 'I', 42, 0 }).putInt(directory);
		for (int i = 0; i < strips; i++)
			bytes.put(offsets[i], strip, i * stripLength, stripLength);
		bytes.position(directory).putShort((short) fields.size());
		int free = directory + 6 + 12 * fields.size();
		for (final Map.Entry<Integer, int[]> field : fields.entrySet()) {
			final int tag = field.getKey();
			final int[] values = field.getValue();
			final int type = tag == IMAGE_DESCRIPTION ? 2 : tag == 273 ? offsetType : 4;
			final int count = type == 2 ? description.length : values.length;
			bytes.putShort((short) tag).putShort((short) type).putInt(count);
			if (type == 2) bytes.putInt(free).put(free, description);
			else if (count == 1) bytes.putInt(values[0]);
			else {
				bytes.putInt(free);
				for (int i = 0; i < count; i++)
					if (type == 3) bytes.putShort(free + 2 * i, (short) values[i]);
					else bytes.putInt(free + 4 * i, values[i]);
			}
			if (type == 2) free += count;
			else if (count > 1) free += 4 * count;
		}
		bytes.putInt(circle ? directory : 0);
		final int end = Math.max(free, stripStart + strips * (stripLength + gap));
		return Arrays.copyOf(bytes.array(), Math.min(end, length));
	}
}
