package sc.fiji.superres.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A super-resolution network: the list of its layers and all that follows from it. Input is an LR image, output the HR
 * image; both hold grey levels 0..255 (not clipped), channels last.
 *
 * <pre>
 * Network network = new Edsr(2, 16, 64, 1).network();
 * network.radius(); // 36 LR pixels
 * network.parameters(); // 1,369,859
 * </pre>
 *
 * @param architecture what it was built from
 * @param channels number of channels of the input and of the output
 * @param layers from input to output
 */
public record Network(Architecture architecture, int channels, List<Layer> layers) {

	/** Of the architecture's own channels. */
	public Network(final Architecture architecture, final List<Layer> layers) {
		this(architecture, architecture.channels().count(), layers);
	}

	public Network {
		layers = List.copyOf(layers);
	}

	/** Pixels of the output for each pixel of the input, along one side. */
	public int scale() {
		return architecture.scale();
	}

	/**
	 * The same network for planes of so many channels: where those are not its own, see {@link InputChannels}. The weights are
	 * the same.
	 *
	 * @param count 1 for grey planes, 3 for R, G and B
	 */
	public Network forPlanes(final int count) {
		if (count == channels) return this;
		final Layer adapter = switch (architecture.channels()) {
			case RGB -> new GreyAsRgb(layers);
			case Y -> new LumaOnly(layers, new Upsample(scale()));
			case ANY -> new EachChannel(layers);
		};
		return new Network(architecture, count, List.of(adapter));
	}

	/** Radius of the receptive field in LR pixels: an output pixel's block depends on no LR pixel further away. */
	public int radius() {
		return ReceptiveField.radius(layers, scale());
	}

	/** Name and shape of every weight, from input to output. */
	public List<Weight> weights() {
		return WeightList.of(layers);
	}

	/** Number of learned parameters. */
	public long parameters() {
		return weights().stream().filter(Weight::learned).mapToLong(Weight::size).sum();
	}

	/** Floats alive at once, per LR pixel, where inference needs most of them. */
	public long liveFloatsPerPixel() {
		return (long) Math.ceil(LiveTensors.of(layers, channels).peak());
	}

	/** Floats of all tensors between the layers, per LR pixel, which training keeps until the way back. */
	public long allFloatsPerPixel() {
		return (long) Math.ceil(allFloatsPerPixel(layers, channels));
	}

	/** The same for any list of layers, per pixel of its input. */
	public static double allFloatsPerPixel(final List<Layer> layers, final int channels) {
		return LiveTensors.of(layers, channels).total();
	}

	/** Such as {@code EDSR (scale 2, blocks 16, filters 64, residual_scaling 1.0, channels rgb)}. */
	@Override
	public String toString() {
		final Map<String, Object> settings = Architectures.settings(architecture);
		settings.remove(Architectures.NAME);
		return architecture.title() + " (" + settings.entrySet().stream()
			.map(setting -> setting.getKey() + " " + setting.getValue()).collect(Collectors.joining(", ")) + ")";
	}
}
