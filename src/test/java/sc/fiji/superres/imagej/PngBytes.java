package sc.fiji.superres.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files of all kinds, with random pixels. */
final class PngBytes {

	private PngBytes() {}

	/**
	 * @param colours 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
	 * @param palette red, green, blue of each entry; null for none
	 * @param transparency null for none
	 */
	static byte[] write(final int width, final int height, final int bits, final int colours, final byte[] palette,
		final byte[] transparency) throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n' });
		chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) bits).put((byte) colours).array());
		if (palette != null) chunk(out, "PLTE", palette);
		if (transparency != null) chunk(out, "tRNS", transparency);
		final int samples = colours == 2 ? 3 : colours == 4 ? 2 : colours == 6 ? 4 : 1;
		final byte[] row = new byte[(width * bits * samples + 7) / 8];
		final Random random = new Random(bits);
		final ByteArrayOutputStream rows = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(rows)) {
			for (int y = 0; y < height; y++) {
				random.nextBytes(row);
				if (colours == 3) for (int x = 0; x < row.length; x++)
					row[x] &= bits == 8 ? palette.length / 3 - 1 : 0xff;
				deflater.write(0);
				deflater.write(row);
			}
		}
		chunk(out, "IDAT", rows.toByteArray());
		chunk(out, "IEND", new byte[0]);
		return out.toByteArray();
	}

	private static void chunk(final ByteArrayOutputStream out, final String type, final byte[] data) throws IOException {
		final byte[] content = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
		final CRC32 crc = new CRC32();
		crc.update(content);
		out.write(ByteBuffer.allocate(4).putInt(data.length).array());
		out.write(content);
		out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}
}
