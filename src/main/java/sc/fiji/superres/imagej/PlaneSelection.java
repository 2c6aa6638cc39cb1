package sc.fiji.superres.imagej;

import java.util.List;

import ij.ImagePlus;

/**
 * Which channels, slices and frames of an image are meant, all counted from 1 as ImageJ does.
 *
 * <pre>
 * PlaneSelection selection = PlaneSelection.of(image, "all", "1-5,8", "");
 * for (int i = 0; i &lt; selection.size(); i++)
 * 	stack.getProcessor(selection.stackIndex(i));
 * </pre>
 *
 * The planes are in the order of ImageJ's stacks: the channels of a slice, the slices of a frame, the frames.
 */
public final class PlaneSelection {

	private final List<Integer> channels;
	private final List<Integer> slices;
	private final List<Integer> frames;
	private final int allChannels;
	private final int allSlices;

	private PlaneSelection(final int allChannels, final int allSlices, final int allFrames, final String channels,
		final String slices, final String frames)
	{
		this.allChannels = allChannels;
		this.allSlices = allSlices;
		this.channels = Ranges.parse("channels", channels, allChannels);
		this.slices = Ranges.parse("slices", slices, allSlices);
		this.frames = Ranges.parse("frames", frames, allFrames);
	}

	/**
	 * The planes that are in one of the channels, one of the slices and one of the frames.
	 *
	 * @param channels numbers and ranges such as {@code 1-5,8}; {@code all}, blank or null for all
	 * @param slices likewise
	 * @param frames likewise
	 * @throws IllegalArgumentException if a text is none of these, or names what the image has not, or the image has no pixels;
	 *           the message is for users
	 */
	public static PlaneSelection of(final ImagePlus image, final String channels, final String slices, final String frames) {
		ImageChecks.pixels(image);
		return new PlaneSelection(image.getNChannels(), image.getNSlices(), image.getNFrames(), channels, slices, frames);
	}

	/** The same of an image that is not open. */
	static PlaneSelection of(final ImageDimensions image, final String channels, final String slices, final String frames) {
		return new PlaneSelection(image.channels(), image.slices(), image.frames(), channels, slices, frames);
	}

	/**
	 * All planes of an image.
	 *
	 * @throws IllegalArgumentException if it has no pixels
	 */
	public static PlaneSelection all(final ImagePlus image) {
		return of(image, null, null, null);
	}

	/** The number of planes, at least 1. */
	public int size() {
		return channels.size() * slices.size() * frames.size();
	}

	/** The chosen channels, ascending from 1. */
	public List<Integer> channels() {
		return channels;
	}

	/** The chosen slices, ascending from 1. */
	public List<Integer> slices() {
		return slices;
	}

	/** The chosen frames, ascending from 1. */
	public List<Integer> frames() {
		return frames;
	}

	/** The channel, from 1, of the plane at a place in this selection, from 0. */
	public int channel(final int plane) {
		return channels.get(plane % channels.size());
	}

	/** The slice, from 1, of the plane at a place in this selection, from 0. */
	public int slice(final int plane) {
		return slices.get(plane / channels.size() % slices.size());
	}

	/** The frame, from 1, of the plane at a place in this selection, from 0. */
	public int frame(final int plane) {
		return frames.get(plane / channels.size() / slices.size());
	}

	/** The index in the image's stack, from 1, of the plane at a place in this selection, from 0. */
	public int stackIndex(final int plane) {
		return ((frame(plane) - 1) * allSlices + slice(plane) - 1) * allChannels + channel(plane);
	}

	/**
	 * The place in this selection, from 0, of the plane with an index in the image's stack, from 1; negative if it is not in
	 * it.
	 */
	int place(final int stackIndex) {
		final int channel = channels.indexOf((stackIndex - 1) % allChannels + 1);
		final int slice = slices.indexOf((stackIndex - 1) / allChannels % allSlices + 1);
		final int frame = frames.indexOf((stackIndex - 1) / allChannels / allSlices + 1);
		return Math.min(channel, Math.min(slice, frame)) < 0 ? -1 : (frame * slices.size() + slice) * channels.size() + channel;
	}

	/** By how much numbers grow from each to the next; 1 if there is one only, 0 if that differs. */
	static int step(final List<Integer> numbers) {
		if (numbers.size() == 1) return 1;
		final int step = numbers.get(1) - numbers.get(0);
		for (int i = 2; i < numbers.size(); i++)
			if (numbers.get(i) - numbers.get(i - 1) != step) return 0;
		return step;
	}
}
