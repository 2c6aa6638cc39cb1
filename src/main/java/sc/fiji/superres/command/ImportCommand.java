package sc.fiji.superres.command;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.PyTorchShuffle;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.SrResNet;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.network.Weights;

/** Makes a model package of weights from elsewhere. */
@Plugin(type = Command.class, name = "import", menuPath = "Plugins>Super-Resolution>Import Super-Resolution Model...",
	description = "Makes a model package of EDSR, SRResNet or SRGAN weights in a safetensors file.",
	initializer = SuperResolutionCommand.INIT, headless = true)
public final class ImportCommand extends SuperResolutionCommand {

	private static final String EDSR = "edsr";
	private static final String SRRESNET = "srresnet";
	private static final String SRGAN = "srgan";
	private static final String PYTORCH = "pytorch";

	@Parameter(description = "safetensors file with the weights, kernels as height, width, inputs, outputs", persist = false)
	private File input;

	@Parameter(description = "model package to write", style = "save", persist = false)
	private File output;

	@Parameter(description = "architecture of the weights: auto (edsr or srresnet, as their names tell), edsr, srresnet or " +
		"srgan", choices = {
		AUTO, EDSR, SRRESNET, SRGAN }, required = false, persist = false)
	private String architecture = AUTO;

	@Parameter(description = "factor of a residual block's output, of edsr", min = "0.001", max = "1", required = false,
		persist = false)
	private double residual_scaling = 1;

	@Parameter(description = "order of the channels before a pixel shuffle: auto (pytorch where the file says " +
		"pixel_shuffle), tensorflow (depth_to_space) or " +
		"pytorch", choices = { AUTO, "tensorflow", PYTORCH }, required = false, persist = false)
	private String shuffle = AUTO;

	@Parameter(description = "who made the weights", required = false, persist = false)
	private String author = "not stated";

	@Parameter(description = "licence of the weights", required = false, persist = false)
	private String licence = "not stated";

	@Override
	void execute() throws IOException {
		ModelPackage.checkWritable(output.toPath(), false);
		final SafeTensors file = SafeTensors.read(input.toPath());
		try {
			final Network network = architecture(file.weights()).network();
			final Weights weights = file.weights().select(network);
			write(network, isPyTorch(file) ? PyTorchShuffle.reorder(network, weights) : weights, file);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(input + " cannot be imported: " + e.getMessage(), e);
		}
		report("Imported " + input + " to " + output);
	}

	private Architecture architecture(final Weights weights) {
		final boolean srresnet = architecture.equals(AUTO) ? SrResNet.isLikely(weights) : !architecture.equals(EDSR);
		if (!srresnet) return Edsr.of(weights, residual_scaling);
		final SrResNet network = SrResNet.of(weights);
		return architecture.equals(SRGAN) ? Srgan.of(network) : network;
	}

	private boolean isPyTorch(final SafeTensors file) {
		return shuffle.equals(PYTORCH) || shuffle.equals(AUTO) && file.metadata().values().stream().anyMatch(text -> text.contains(
			"pixel_shuffle"));
	}

	private void write(final Network network, final Weights weights, final SafeTensors file) throws IOException {
		final String title = network.architecture().title();
		final Map<String, Object> facts = new LinkedHashMap<>(file.metadata());
		facts.put("file", input.getName());
		final ModelCard card = new ModelCard(title + " x" + network.scale() + ", imported", title + " weights imported from " +
			input.getName() + ".", List.of(author), Instant.now(), licence, "not stated", facts,
			List.of(network.architecture().paper()));
		ModelPackage.write(output.toPath(), network, weights, card, engine(Threads.parse(AUTO), Device.CPU));
	}
}
