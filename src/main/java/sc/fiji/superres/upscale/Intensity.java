package sc.fiji.superres.upscale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.GenericByteType;

/** How the values of an image become the grey levels of the networks. It holds for a whole image, never for a window. */
public final class Intensity {

	private enum Mode {
		AUTO, TYPE, MIN_MAX, PERCENTILE, VALUES
	}

	/** The percentiles of the darkest and the brightest value that {@code percentile} maps to 0 and 255. */
	private static final double LOW_PERCENTILE = 0.1;
	private static final double HIGH_PERCENTILE = 99.9;

	/** 8-bit and RGB as they are, other types from their minimum to their maximum. */
	public static final Intensity AUTO = new Intensity(Mode.AUTO, List.of());

	private final Mode mode;

	/** Those that were given: one for all channels, or one for each. */
	private final List<IntensityMap> values;

	private Intensity(final Mode mode, final List<IntensityMap> values) {
		this.mode = mode;
		this.values = values;
	}

	/**
	 * Reads {@code auto}, {@code type} (the whole range of an integer type), {@code min-max}, {@code percentile} (0.1 to
	 * 99.9), two numbers {@code LOW,HIGH}, or such pairs for each channel of the image with semicolons between.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static Intensity parse(final String text) {
		switch (text) {
			case "auto":
				return AUTO;
			case "type":
				return new Intensity(Mode.TYPE, List.of());
			case "min-max":
				return new Intensity(Mode.MIN_MAX, List.of());
			case "percentile":
				return new Intensity(Mode.PERCENTILE, List.of());
			default:
				return parseValues(text);
		}
	}

	/** The same for an image whose values are all larger by an offset: numbers LOW,HIGH move along. */
	public Intensity plus(final double offset) {
		return new Intensity(mode, values.stream().map(map -> new IntensityMap(map.low() + offset, map.high() + offset)).toList());
	}

	/** One range for each channel, in their order. */
	static Intensity of(final List<IntensityMap> ranges) {
		return new Intensity(Mode.VALUES, List.copyOf(ranges));
	}

	private static Intensity parseValues(final String text) {
		final List<IntensityMap> ranges = new ArrayList<>();
		try {
			for (final String range : text.split(";", -1)) {
				final String[] numbers = range.split(",", -1);
				final double low = Double.parseDouble(numbers[0].trim());
				final double high = numbers.length == 2 ? Double.parseDouble(numbers[1].trim()) : low;
				if (low < high && Double.isFinite(high - low)) ranges.add(new IntensityMap(low, high));
				else throw new NumberFormatException();
			}
			return of(ranges);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("intensity is \"" + text + "\", but must be auto, type, min-max, percentile, or two " +
				"numbers LOW,HIGH with the smaller one first; of several channels, LOW,HIGH;LOW,HIGH and so on.", e);
		}
	}

	/**
	 * The map for a channel of images of a type, where it does not follow from their pixels.
	 *
	 * @param channel counted from 0
	 * @return null if it does
	 * @throws IllegalArgumentException if the wish does not fit the type or the channel
	 */
	IntensityMap fixed(final Type<?> type, final int channel) {
		switch (mode) {
			case VALUES:
				return ofChannel(type, channel);
			case TYPE:
				return ofType(type);
			case AUTO:
				return type instanceof ARGBType || type instanceof GenericByteType ? ofType(type) : null;
			default:
				refuseColours(type);
				return null;
		}
	}

	private IntensityMap ofChannel(final Type<?> type, final int channel) {
		if (values.size() > 1 && type instanceof ARGBType) throw new IllegalArgumentException("intensity is \"" + this +
			"\", but an RGB image has one range for all colours. Use auto, or two numbers LOW,HIGH.");
		if (values.size() > 1 && channel >= values.size())
			throw new IllegalArgumentException("intensity is \"" + this + "\", which has " + values.size() +
				" ranges, but the image has a channel " + (channel + 1) +
				". Give one range for each channel, or one for all.");
		return values.get(values.size() == 1 ? 0 : channel);
	}

	boolean isPercentile() {
		return mode == Mode.PERCENTILE;
	}

	/** The map that follows from the pixels of a channel. */
	IntensityMap of(final Statistics statistics) {
		return isPercentile() ? statistics.percentiles(LOW_PERCENTILE, HIGH_PERCENTILE) : statistics.minMax();
	}

	/** A map for each of the three channels would change the colours. */
	private void refuseColours(final Type<?> type) {
		if (type instanceof ARGBType) throw new IllegalArgumentException("intensity is \"" + (isPercentile() ? "percentile"
			: "min-max") + "\", which is not for RGB images. Use auto, or two numbers LOW,HIGH.");
	}

	private static IntensityMap ofType(final Type<?> type) {
		if (type instanceof ARGBType) return IntensityMap.IDENTITY;
		if (type instanceof IntegerType<?>) {
			final RealType<?> real = (RealType<?>) type;
			return new IntensityMap(real.getMinValue(), real.getMaxValue());
		}
		throw new IllegalArgumentException("intensity is \"type\", but an image of type " + type.getClass().getSimpleName() +
			" has no range of its own. Use min-max, percentile, or two numbers LOW,HIGH.");
	}

	/** As {@link #parse} reads it. */
	@Override
	public String toString() {
		return mode != Mode.VALUES ? mode.name().toLowerCase(Locale.ROOT).replace('_', '-')
			: values.stream().map(IntensityMap::toString).collect(Collectors.joining(";"));
	}
}
