package sc.fiji.superres.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import sc.fiji.superres.resample.MatlabResize;

/**
 * The project's sample: cells under a fluorescence microscope, with a channel for each {@link Stain}, drawn from a seed and
 * the same on every Java.
 *
 * <pre>
 * CellImage hr = CellImage.draw(CellImage.SEED);
 * CellImage lr = hr.shrink();
 * Img&lt;UnsignedByteType&gt; nuclei = lr.channel(Stain.NUCLEI);
 * </pre>
 */
public final class CellImage {

	/** The seed of the sample that is shown. */
	public static final long SEED = 7;

	/** Width and height of the truth in pixels. */
	public static final int SIDE = 480;

	/** By how much {@link #shrink} makes it smaller. */
	public static final int SCALE = 2;

	/** Side of a pixel of the truth in micrometres, which makes cells and filaments as large as real ones. */
	public static final double PIXEL_SIZE = 0.1;

	private static final double DARK = 4;
	private static final Map<Stain, Double> GAIN = Map.of(Stain.NUCLEI, 270.0, Stain.FILAMENTS, 265.0, Stain.VESICLES, 240.0);

	private static final int TRIES = 4000;
	private static final double APART = 124; // from cell to cell, in pixels
	private static final double MARGIN = 50; // cells stand beyond the edge, too, as they would in a dish

	private final Map<Stain, Img<UnsignedByteType>> channels = new EnumMap<>(Stain.class);

	private CellImage() {}

	/** Draws the truth: {@link #SIDE} × {@link #SIDE} pixels, without noise. */
	public static CellImage draw(final long seed) {
		final Map<Stain, Canvas> canvases = new EnumMap<>(Stain.class);
		for (final Stain stain : Stain.values())
			canvases.put(stain, new Canvas(SIDE));
		final Chance chance = new Chance(seed);
		for (final Place place : places(chance))
			new Cell(chance, place.x, place.y).draw(canvases);
		final CellImage image = new CellImage();
		canvases.forEach((stain, canvas) -> image.channels.put(stain, canvas.image(DARK, GAIN.get(stain))));
		return image;
	}

	private record Place(double x, double y) {

		boolean isNear(final Place other) {
			return (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) < APART * APART;
		}
	}

	/** About as many places as there is room for. */
	private static List<Place> places(final Chance chance) {
		final List<Place> places = new ArrayList<>();
		for (int i = 0; i < TRIES; i++) {
			final Place place = new Place(chance.between(-MARGIN, SIDE + MARGIN), chance.between(-MARGIN, SIDE + MARGIN));
			if (places.stream().noneMatch(place::isNear)) places.add(place);
		}
		return places;
	}

	/**
	 * The image of which this is the truth: each channel shrunk by {@link #SCALE} as MATLAB does, bicubic with antialiasing.
	 */
	public CellImage shrink() {
		final CellImage small = new CellImage();
		channels.forEach((stain, channel) -> small.channels.put(stain, MatlabResize.shrink(channel, SCALE)));
		return small;
	}

	/** One channel, width × height pixels, 0 to 255; not a copy. */
	public Img<UnsignedByteType> channel(final Stain stain) {
		return channels.get(stain);
	}

	/** One picture: the channels in the colours of their stains, added and clipped. */
	public Img<ARGBType> flatten() {
		final Img<ARGBType> picture = new ArrayImgFactory<>(new ARGBType()).create(channel(Stain.NUCLEI));
		LoopBuilder.setImages(picture, channel(Stain.NUCLEI), channel(Stain.FILAMENTS), channel(Stain.VESICLES)).forEachPixel(
			(pixel, nuclei, filaments, vesicles) -> pixel.set(ARGBType.rgba(
				mix(Stain::red, nuclei.get(), filaments.get(), vesicles.get()),
				mix(Stain::green, nuclei.get(), filaments.get(), vesicles.get()),
				mix(Stain::blue, nuclei.get(), filaments.get(), vesicles.get()), 255)));
		return picture;
	}

	/** @param values of the channels in their order */
	private static int mix(final ToIntFunction<Stain> primary, final int... values) {
		int sum = 0;
		for (final Stain stain : Stain.values())
			sum += primary.applyAsInt(stain) * values[stain.ordinal()];
		return Math.min(255, sum / 255);
	}
}
