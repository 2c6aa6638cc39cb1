package sc.fiji.superres.imagej;

import static ij.io.TiffDecoder.BITS_PER_SAMPLE;
import static ij.io.TiffDecoder.COMPRESSION;
import static ij.io.TiffDecoder.IMAGE_LENGTH;
import static ij.io.TiffDecoder.IMAGE_WIDTH;
import static ij.io.TiffDecoder.PREDICTOR;
import static ij.io.TiffDecoder.SAMPLES_PER_PIXEL;
import static ij.io.TiffDecoder.STRIP_BYTE_COUNT;
import static ij.io.TiffDecoder.STRIP_OFFSETS;
import static ij.io.TiffDecoder.TILE_WIDTH;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One image of a TIFF file: the fields that say where its pixels are.
 */
final class TiffDirectory {

	private static final int SHORT = 3;
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };
	private static final int MAX_STRIPS = 1 << 24;
	private static final int UNCOMPRESSED = 1;
	/** None, LZW, deflate (two numbers), PackBits. */
	private static final Set<Long> COMPRESSIONS = Set.of(1L, 5L, 8L, 32946L, 32773L);

	private final FileBytes file;
	private final Map<Integer, long[]> fields = new HashMap<>();
	private final Map<Integer, Integer> types = new HashMap<>();
	private final long next;

	private TiffDirectory(final FileBytes file, final long position) throws IOException {
		this.file = file;
		final int count = file.u16(position);
		if (count == 0) throw file.damaged("a list of its fields is empty.");
		for (int i = 0; i < count; i++)
			readField(position + 2 + 12L * i);
		next = file.u32(position + 2 + 12L * count);
	}

	static TiffDirectory read(final FileBytes file, final long position) throws IOException {
		return new TiffDirectory(file, position);
	}

	/** The position of the next directory, 0 after the last. */
	long next() {
		return next;
	}

	/** The bytes of the pixels without compression. */
	long planeBytes() throws ImageFileException {
		final long rowBits = value(IMAGE_WIDTH) * value(BITS_PER_SAMPLE, 1) * value(SAMPLES_PER_PIXEL, 1);
		return (rowBits + 7) / 8 * value(IMAGE_LENGTH);
	}

	void check() throws IOException {
		if (fields.containsKey(TILE_WIDTH)) throw file.unsupported("it is a tiled TIFF.");
		ImageFormat.checkSize(file, value(IMAGE_WIDTH), value(IMAGE_LENGTH));
		final long bits = value(BITS_PER_SAMPLE, 1);
		final long compression = value(COMPRESSION, UNCOMPRESSED);
		if (!COMPRESSIONS.contains(compression)) throw file.unsupported("its compression is number " + compression + " of TIFF.");
		if (compression != UNCOMPRESSED && bits % 8 != 0)
			throw file.unsupported("it has " + bits + " bits per pixel and is compressed.");
		if (value(PREDICTOR, 1) > 2) throw file.unsupported("its predictor is number " + value(PREDICTOR, 1) + " of TIFF.");
		checkStrips(compression == UNCOMPRESSED, bits);
	}

	private void checkStrips(final boolean uncompressed, final long bits) throws ImageFileException {
		final long[] offsets = values(STRIP_OFFSETS);
		if (uncompressed && offsets.length == 1) {
			// The length is not asked: ImageJ writes 0 where it is beyond 32 bits.
			file.require(offsets[0] + planeBytes());
			return;
		}
		final long[] lengths = values(STRIP_BYTE_COUNT);
		if (lengths.length != offsets.length) throw file.damaged("it has " + offsets.length + " strips and " + lengths.length +
			" lengths.");
		long sum = 0;
		for (int i = 0; i < offsets.length; i++) {
			file.require(offsets[i] + lengths[i]);
			sum += lengths[i];
			// ImageJ reads such strips in one go from the first, whatever the offsets say.
			if (uncompressed && bits != 16 && bits != 32 && i > 0 && offsets[i] != offsets[i - 1] + lengths[i - 1])
				throw file.unsupported("its strips do not follow each other.");
		}
		if (uncompressed && sum < planeBytes())
			throw file.damaged("its image has " + planeBytes() + " bytes, but its strips have " + sum + ".");
		// ImageJ takes two of these for one number, and turns an image upside down whose last strip comes first.
		if (offsets.length > 1 && types.get(STRIP_OFFSETS) == SHORT) throw file.unsupported("its strip offsets have 16 bits.");
		if (offsets[offsets.length - 1] < offsets[0]) throw file.unsupported("its strips are in the reverse order.");
	}

	private void readField(final long position) throws IOException {
		final int tag = file.u16(position);
		final int type = file.u16(position + 2);
		final long count = file.u32(position + 4);
		final int typeBytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
		final long start = typeBytes * count > 4 ? file.u32(position + 8) : position + 8;
		file.require(start + typeBytes * count);
		if (!isUsed(tag) || typeBytes != 2 && typeBytes != 4) return;
		if (count > MAX_STRIPS) throw file.damaged("its field " + tag + " has " + count + " values.");
		final long[] values = new long[(int) count];
		for (int i = 0; i < values.length; i++)
			values[i] = typeBytes == 2 ? file.u16(start + 2L * i) : file.u32(start + 4L * i);
		fields.put(tag, values);
		types.put(tag, type);
	}

	private static boolean isUsed(final int tag) {
		return tag == IMAGE_WIDTH || tag == IMAGE_LENGTH || tag == BITS_PER_SAMPLE || tag == COMPRESSION || tag == PREDICTOR ||
			tag == SAMPLES_PER_PIXEL || tag == STRIP_OFFSETS || tag == STRIP_BYTE_COUNT || tag == TILE_WIDTH;
	}

	private long value(final int tag) throws ImageFileException {
		return values(tag)[0];
	}

	private long value(final int tag, final long missing) throws ImageFileException {
		return fields.containsKey(tag) ? value(tag) : missing;
	}

	private long[] values(final int tag) throws ImageFileException {
		final long[] values = fields.get(tag);
		if (values == null || values.length == 0) throw file.damaged("its field " + tag + " is missing.");
		return values;
	}
}
