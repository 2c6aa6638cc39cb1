package sc.fiji.superres.network;

/**
 * A family of networks: a record whose components are its settings (depth, filters, scale …) and whose {@link #network()}
 * lists the layers. {@link Architectures} writes the settings to a model package and reads them back by the record's
 * component names, so an implementation holds nothing but data.
 */
public interface Architecture {

	/** Pixels of the output for each pixel of the input, along one side. */
	int scale();

	/** Number of channels of the input and of the output. */
	default int channels() {
		return 3;
	}

	Network network();
}
