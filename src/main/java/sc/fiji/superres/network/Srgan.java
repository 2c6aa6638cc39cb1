package sc.fiji.superres.network;

/**
 * The generator of SRGAN: the layers of {@link SrResNet}, trained against a {@link Discriminator}.
 *
 * @param scale 2, 3 or 4
 * @param blocks number of residual blocks, 1 to 256; the paper's are 16
 * @param filters number of feature maps, 1 to 1024; the paper's are 64
 * @param channels the paper's are RGB
 */
public record Srgan(int scale, int blocks, int filters, InputChannels channels) implements Architecture {

	public Srgan {
		Settings.checkScale("SRGAN", scale);
		Settings.checkDepth("SRGAN", blocks, filters);
	}

	/** The generator of the same layers. */
	public static Srgan of(final SrResNet network) {
		return new Srgan(network.scale(), network.blocks(), network.filters(), network.channels());
	}

	/** The network that its first phase trains, without a discriminator. */
	public SrResNet pretrained() {
		return new SrResNet(scale, blocks, filters, channels);
	}

	@Override
	public Network network() {
		return new Network(this, pretrained().layers());
	}

	@Override
	public String title() {
		return "SRGAN";
	}

	@Override
	public Paper paper() {
		return pretrained().paper();
	}

	@Override
	public boolean inventsTexture() {
		return true;
	}
}
