package sc.fiji.superres.upscale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.type.Type;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.resample.Interpolation;

/**
 * Upscales by a classical interpolation, without an engine: the result is that of {@link Interpolation#enlarge} on each
 * channel of the whole plane, in the plane's own pixel type (8 bits for each channel of colours) and without an intensity
 * map. So {@code bicubic-x2} of 8-bit and RGB images is MATLAB's {@code imresize} of them. Values of more than 24 bits go as
 * 32-bit floats.
 *
 * @param scale 2, 3 or 4
 */
public record Baseline(Interpolation interpolation, int scale) implements Method {

	private static final int MIN_SCALE = 2;
	private static final int MAX_SCALE = 4;

	/**
	 * Images of one channel in float64 that a window has at once at most: iterative back-projection's three, and its result.
	 */
	private static final int IMAGES = 4;

	/** @throws IllegalArgumentException if the scale is not 2 to 4 */
	public Baseline {
		if (scale < MIN_SCALE || scale > MAX_SCALE)
			throw new IllegalArgumentException("The scale of " + interpolation + " is " + scale + ", but must be 2, 3 or 4.");
	}

	/** All there are: those at x2, at x3 and at x4. */
	static List<Baseline> all() {
		return IntStream.rangeClosed(MIN_SCALE, MAX_SCALE).boxed().flatMap(scale -> Stream.of(Interpolation.values()).map(
			interpolation -> new Baseline(interpolation, scale))).toList();
	}

	/** The one of a name, such as {@code bicubic-x2}. */
	public static Optional<Baseline> named(final String name) {
		return all().stream().filter(baseline -> baseline.name().equals(name)).findFirst();
	}

	@Override
	public String name() {
		return interpolation.key() + "-x" + scale;
	}

	@Override
	public String kind() {
		return interpolation.title();
	}

	/** Bicubic without more is MATLAB's. */
	@Override
	public String title() {
		return (interpolation == Interpolation.BICUBIC ? "Bicubic" : kind()) + " x" + scale;
	}

	@Override
	public boolean inventsTexture() {
		return false;
	}

	@Override
	public int radius(final Type<?> type) {
		return interpolation.radius(scale);
	}

	@Override
	public boolean takesOneChannel() {
		return true;
	}

	/** The images of the channel at hand, and the floats that go in and come out of all channels, two of each. */
	@Override
	public long memory(final Type<?> type, final long pixels) {
		final long pixelsOfBoth = pixels * (1 + (long) scale * scale);
		return pixelsOfBoth * (IMAGES * Double.BYTES + 2L * PlaneSource.channels(type) * Float.BYTES);
	}

	@Override
	public long memory(final Supplier<Engine> engine, final Type<?> type, final long pixels) {
		return memory(type, pixels);
	}

	@Override
	public boolean takesGreyLevels() {
		return false;
	}

	@Override
	public Inference open(final Supplier<Engine> engine, final Type<?> type, final boolean rounded, final int height,
		final int width)
	{
		return InterpolatedWindow.of(this, type, rounded, height, width);
	}

	@Override
	public Placement placement(final Supplier<Engine> engine) {
		return Placement.CPU;
	}

	@Override
	public Map<String, String> identity() {
		return Map.of("model", name() + " (" + kind() + ")");
	}

	/** Of whole numbers, results are rounded as the interpolation says. */
	@Override
	public Map<String, String> computation(final Supplier<Engine> engine) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("precision", "float64");
		facts.put("device", "CPU, Java");
		return facts;
	}
}
