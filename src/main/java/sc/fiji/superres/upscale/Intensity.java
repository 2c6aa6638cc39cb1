package sc.fiji.superres.upscale;

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
	public static final Intensity AUTO = new Intensity(Mode.AUTO, 0, 0);

	private final Mode mode;
	private final double low;
	private final double high;

	private Intensity(final Mode mode, final double low, final double high) {
		this.mode = mode;
		this.low = low;
		this.high = high;
	}

	/**
	 * Reads {@code auto}, {@code type} (the whole range of an integer type), {@code min-max}, {@code percentile} (0.1 to
	 * 99.9) or two numbers {@code LOW,HIGH}.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static Intensity parse(final String text) {
		switch (text) {
			case "auto":
				return AUTO;
			case "type":
				return new Intensity(Mode.TYPE, 0, 0);
			case "min-max":
				return new Intensity(Mode.MIN_MAX, 0, 0);
			case "percentile":
				return new Intensity(Mode.PERCENTILE, 0, 0);
			default:
				return parseValues(text);
		}
	}

	/** The same for an image whose values are all larger by an offset: numbers LOW,HIGH move along. */
	public Intensity plus(final double offset) {
		return mode == Mode.VALUES ? new Intensity(mode, low + offset, high + offset) : this;
	}

	private static Intensity parseValues(final String text) {
		try {
			final String[] numbers = text.split(",");
			if (numbers.length == 2) {
				final double low = Double.parseDouble(numbers[0].trim());
				final double high = Double.parseDouble(numbers[1].trim());
				if (low < high && Double.isFinite(high - low)) return new Intensity(Mode.VALUES, low, high);
			}
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException("intensity is \"" + text +
			"\", but must be auto, type, min-max, percentile, or two numbers LOW,HIGH with the smaller one first.");
	}

	/**
	 * The map for images of a type, where it does not follow from their pixels.
	 *
	 * @return null if it does
	 * @throws IllegalArgumentException if the wish does not fit the type
	 */
	IntensityMap fixed(final Type<?> type) {
		switch (mode) {
			case VALUES:
				return new IntensityMap(low, high);
			case TYPE:
				return ofType(type);
			case AUTO:
				return type instanceof ARGBType || type instanceof GenericByteType ? ofType(type) : null;
			default:
				refuseColours(type);
				return null;
		}
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
}
