package sc.fiji.superres.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small files of formats that ImageJ reads but does not write. */
final class OtherFiles {

	private OtherFiles() {}

	/** Sixteen bits, explicit value representations. */
	static Path dicom(final Path file, final int width, final int height, final int frames, final short[] pixels, final String slope)
		throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[128]);
		out.write("DICM".getBytes(StandardCharsets.US_ASCII));
		text(out, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1\0");
		number(out, 0x0028, 0x0002, 1);
		text(out, 0x0028, 0x0004, "CS", "MONOCHROME2 ");
		text(out, 0x0028, 0x0008, "IS", frames + " ");
		number(out, 0x0028, 0x0010, height);
		number(out, 0x0028, 0x0011, width);
		number(out, 0x0028, 0x0100, 16);
		number(out, 0x0028, 0x0101, 16);
		number(out, 0x0028, 0x0103, 0);
		if (slope != null) text(out, 0x0028, 0x1052, "DS", "5 ");
		if (slope != null) text(out, 0x0028, 0x1053, "DS", slope);
		final ByteBuffer data = little(12 + 2 * pixels.length).putShort((short) 0x7fe0).putShort((short) 0x0010).put("OW\0\0".getBytes(
			StandardCharsets.US_ASCII)).putInt(2 * pixels.length);
		for (final short pixel : pixels)
			data.putShort(pixel);
		out.write(data.array());
		return Files.write(file, out.toByteArray());
	}

	private static ByteBuffer little(final int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static void number(final OutputStream out, final int group, final int element, final int value) throws IOException {
		out.write(little(10).putShort((short) group).putShort((short) element).put("US".getBytes(StandardCharsets.US_ASCII)).putShort(
			(short) 2).putShort((short) value).array());
	}

	private static void text(final OutputStream out, final int group, final int element, final String kind, final String value)
		throws IOException
	{
		final String even = value.length() % 2 == 0 ? value : value + " ";
		out.write(little(8).putShort((short) group).putShort((short) element).put(kind.getBytes(StandardCharsets.US_ASCII)).putShort(
			(short) even.length()).array());
		out.write(even.getBytes(StandardCharsets.US_ASCII));
	}

	/** 32-bit, the rows in the file's order. */
	static Path fits(final Path file, final int width, final int height, final int planes, final float[] pixels) throws IOException {
		final StringBuilder header = new StringBuilder();
		for (final String card : new String[] { "SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 3", "NAXIS1  = " + width, "NAXIS2  = " + height,
			"NAXIS3  = " + planes, "END" })
			header.append(card).append(" ".repeat(80 - card.length()));
		header.append(" ".repeat(2880 - header.length()));
		final ByteBuffer bytes = ByteBuffer.allocate(2880 + (4 * pixels.length + 2879) / 2880 * 2880);
		bytes.put(header.toString().getBytes(StandardCharsets.US_ASCII));
		for (final float pixel : pixels)
			bytes.putFloat(pixel);
		return Files.write(file, bytes.array());
	}

	static Path zip(final Path file, final String entry, final byte[] content) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry(entry));
			zip.write(content);
			zip.closeEntry();
			zip.putNextEntry(new ZipEntry("notes.txt"));
			zip.closeEntry();
		}
		return file;
	}
}
