package sc.fiji.superres.network;

/**
 * A family of networks: a record whose components are its settings (depth, filters, scale …) and whose {@link #network()}
 * lists the layers. {@link Architectures} writes the settings to a model package and reads them back by the record's
 * component names, so an implementation holds nothing but data.
 */
public interface Architecture {

	/** Pixels of the output for each pixel of the input, along one side. */
	int scale();

	/** The channels of the input and of the output. */
	InputChannels channels();

	/** As users know it, such as {@code EDSR}. */
	String title();

	/** Where it is described. */
	Paper paper();

	/** Whether it is trained against a discriminator, so that it invents the texture that an image might have had. */
	default boolean inventsTexture() {
		return false;
	}

	Network network();
}
