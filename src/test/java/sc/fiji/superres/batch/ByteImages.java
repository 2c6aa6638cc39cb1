package sc.fiji.superres.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import sc.fiji.superres.upscale.Outline;
import sc.fiji.superres.upscale.PlaneSeries;
import sc.fiji.superres.upscale.UpscaledPlane;

/** A folder of images of the simplest format: as many bytes as a square has pixels; others are broken. */
final class ByteImages implements ImageSource {

	static final int SIDE = 4;

	private final Path folder;

	/** How often each image was opened. */
	final Map<String, Integer> opened = new HashMap<>();

	/** What happens while an image is read. */
	Runnable whileReading = () -> {};

	ByteImages(final Path folder) {
		this.folder = folder;
	}

	void add(final String name, final int seed) throws IOException {
		final byte[] pixels = new byte[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) (seed * 31 + i * 7);
		Files.createDirectories(file(name).getParent());
		Files.write(file(name), pixels);
	}

	@Override
	public List<String> names() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
		}
	}

	@Override
	public Path file(final String name) {
		return folder.resolve(name);
	}

	@Override
	public Optional<ImageSize> size(final String name) throws IOException {
		if (!Files.exists(file(name))) throw new IOException("There is no file " + name + ".");
		return Optional.of(new ImageSize(SIDE, SIDE, 1, 8));
	}

	@Override
	public SourceImage<UnsignedByteType> open(final String name) throws IOException {
		opened.merge(name, 1, Integer::sum);
		final byte[] pixels = Files.readAllBytes(file(name));
		if (pixels.length != SIDE * SIDE) throw new IOException(name + " is broken.");
		return new ByteImage(pixels);
	}

	@Override
	public void checkFormat(final ImageSize result, final Path file) throws IOException {
		if (file.toString().endsWith(".bmp")) throw new IOException(file + " cannot be written.");
	}

	/** What the bytes of a result are. */
	byte[] nearest(final String name) throws IOException {
		final byte[] pixels = Files.readAllBytes(file(name));
		final byte[] result = new byte[4 * SIDE * SIDE];
		for (int i = 0; i < result.length; i++)
			result[i] = pixels[i / (2 * SIDE) / 2 * SIDE + i % (2 * SIDE) / 2];
		return result;
	}

	private final class ByteImage implements SourceImage<UnsignedByteType> {

		private final byte[] pixels;

		private ByteImage(final byte[] pixels) {
			this.pixels = pixels;
		}

		@Override
		public PlaneSeries<UnsignedByteType> planes() {
			return PlaneSeries.of(ArrayImgs.unsignedBytes(pixels, SIDE, SIDE));
		}

		@Override
		public UnsignedByteType type() {
			return new UnsignedByteType();
		}

		@Override
		public Interval region() {
			return new FinalInterval(SIDE, SIDE);
		}

		@Override
		public double offset() {
			return 0;
		}

		@Override
		public ResultFile<UnsignedByteType> result(final Outline method, final Path part) {
			final List<Byte> values = new ArrayList<>();
			return new ResultFile<>() {

				@Override
				public void accept(final int plane, final UpscaledPlane<UnsignedByteType> upscaled) {
					upscaled.image().forEach(pixel -> values.add((byte) pixel.get()));
					whileReading.run();
				}

				@Override
				public void write(final Map<String, String> facts) throws IOException {
					final byte[] bytes = new byte[values.size()];
					Arrays.setAll(new Object[bytes.length], i -> bytes[i] = values.get(i));
					Files.write(part, bytes);
				}

				@Override
				public void close() {}
			};
		}

		@Override
		public void close() {}
	}
}
