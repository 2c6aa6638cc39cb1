package sc.fiji.superres.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.measure.Calibration;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;

/**
 * The image that a user gets: the enlarged planes with what ImageJ knew of the input, and the record of the run.
 *
 * <pre>
 * ResultImage result = new ResultImage(input, selection, region, 2);
 * for (int i = 0; i &lt; selection.size(); i++)
 * 	result.accept(i, upscaled(i));
 * result.finish("EDSR x2", facts).show();
 * </pre>
 *
 * It keeps calibration, LUTs and display ranges, mode, slice labels, overlay, properties and Info as the input has them when
 * this is made, for those planes and that region. Nothing of the input changes.
 */
public final class ResultImage {

	private static final String SLICE_LABEL = "Slice_Label";

	private final PlaneSelection selection;
	private final String title;
	private final ImageStack labels;
	private final String madeLabel;
	private final boolean hyperstack;
	private final int[] position;
	private final Calibration calibration;
	private final ChannelDisplay display;
	private final Overlay overlay;
	private final boolean hideOverlay;
	private final String[] properties;
	private final Map<String, String> texts = new LinkedHashMap<>();
	private final PlaneStore planes;

	/**
	 * @param input the image that is enlarged
	 * @param selection its planes that are
	 * @param region its part that is; see {@link ImageRegion}
	 * @param scale by how much
	 */
	public ResultImage(final ImagePlus input, final PlaneSelection selection, final Interval region, final int scale) {
		this(input, selection, region, scale, new PlaneMemory(selection.size()));
	}

	/**
	 * A result whose planes stay in a file, and so does its image: a virtual stack, or, if it has one plane only, that one.
	 *
	 * @param planes of no other result; to be closed when the image is no longer used
	 */
	ResultImage(final ImagePlus input, final PlaneSelection selection, final Interval region, final int scale,
		final PlaneFile planes)
	{
		this(input, selection, region, scale, (PlaneStore) planes);
	}

	private ResultImage(final ImagePlus input, final PlaneSelection selection, final Interval region, final int scale,
		final PlaneStore planes)
	{
		this.planes = planes;
		this.selection = selection;
		title = input.getTitle();
		labels = input.hasImageStack() ? input.getImageStack() : null;
		madeLabel = title + "\n" + input.getInfoProperty();
		hyperstack = input.getOpenAsHyperStack() || input.isDisplayedHyperStack();
		position = new int[] { place(selection.channels(), input.getChannel()), place(selection.slices(), input.getSlice()),
			place(selection.frames(), input.getFrame()) };
		calibration = ResultCalibration.of(input, selection, region, scale);
		display = ChannelDisplay.of(input, selection.channels());
		overlay = input.getOverlay() == null ? null : new ScaledOverlay(selection, region, scale).of(input.getOverlay(), isPart(
			input, region));
		hideOverlay = input.getHideOverlay();
		properties = input.getPropertiesAsArray();
		// Others than texts, such as a plot or a Fourier transform, belong to the input's pixels.
		if (input.getProperties() != null) input.getProperties().forEach((key, value) -> {
			if (value instanceof String text) texts.put((String) key, text);
		});
	}

	private static boolean isPart(final ImagePlus input, final Interval region) {
		return region.dimension(0) < input.getWidth() || region.dimension(1) < input.getHeight();
	}

	/** The place of the number, from 1; 1 if it is not among them. */
	private static int place(final List<Integer> numbers, final int number) {
		return Math.max(0, numbers.indexOf(number)) + 1;
	}

	/**
	 * Takes an enlarged plane; its array is kept, not copied, or written to the file.
	 *
	 * @param plane its place in the selection, from 0
	 * @param enlarged scale·width × scale·height pixels of the region, of a type that {@link Planes#processor} takes
	 * @throws IOException if it cannot be written to the file; the message is for users
	 */
	public void accept(final int plane, final RandomAccessibleInterval<?> enlarged) throws IOException {
		planes.write(plane, Planes.processor(enlarged));
	}

	/**
	 * Makes the image of all planes, which must have been taken.
	 *
	 * @param label what stands behind the input's title in brackets, such as {@code EDSR x2}
	 * @param facts the record of the run: lines {@code key: value} at the end of the Info, in their order
	 * @throws IOException if a plane cannot be read from the file; the message is for users
	 */
	public ImagePlus finish(final String label, final Map<String, ?> facts) throws IOException {
		try {
			return make(label, facts);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private ImagePlus make(final String label, final Map<String, ?> facts) {
		final ImagePlus result = display.apply(assemble(title + " (" + label + ")"));
		ResultCalibration.apply(calibration, result);
		result.setProperties(properties);
		texts.forEach(result::setProperty);
		if (selection.size() == 1 && label(0) != null) result.setProp(SLICE_LABEL, label(0));
		result.setProperty("Info", info(texts.get("Info"), facts));
		result.setOverlay(overlay);
		result.setHideOverlay(hideOverlay);
		if (selection.size() > 1) {
			result.setOpenAsHyperStack(hyperstack || result.getOpenAsHyperStack());
			result.setPositionWithoutUpdate(position[0], position[1], position[2]);
		}
		display.show(result);
		return result;
	}

	private ImagePlus assemble(final String newTitle) {
		final ImageStack stack = planes.stack();
		if (selection.size() == 1) return new ImagePlus(newTitle, stack.getProcessor(1));
		for (int i = 0; i < selection.size(); i++)
			stack.setSliceLabel(label(i), i + 1);
		final ImagePlus result = new ImagePlus(newTitle, stack);
		result.setDimensions(selection.channels().size(), selection.slices().size(), selection.frames().size());
		return result;
	}

	/** The label of a plane in the input, where ImageJ has not made it of title and Info. */
	private String label(final int plane) {
		final String label = labels == null ? null : labels.getSliceLabel(selection.stackIndex(plane));
		return madeLabel.equals(label) ? null : label;
	}

	private static String info(final String old, final Map<String, ?> facts) {
		final StringBuilder info = new StringBuilder(old == null ? "" : old);
		if (info.length() > 0 && info.charAt(info.length() - 1) != '\n') info.append('\n');
		facts.forEach((key, value) -> info.append(key).append(": ").append(value).append('\n'));
		return info.toString();
	}
}
