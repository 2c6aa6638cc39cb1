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

import sc.fiji.superres.engine.Threads;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** Makes a model package of EDSR weights from elsewhere. */
@Plugin(type = Command.class, name = "import", menuPath = "Plugins>Super-Resolution>Import Super-Resolution Model...",
	description = "Makes a model package of EDSR weights in a safetensors file.", initializer = SuperResolutionCommand.INIT,
	headless = true)
public final class ImportCommand extends SuperResolutionCommand {

	@Parameter(description = "safetensors file with the weights, kernels as height, width, inputs, outputs", persist = false)
	private File input;

	@Parameter(description = "model package to write", style = "save", persist = false)
	private File output;

	@Parameter(description = "factor of a residual block's output", min = "0.001", max = "1", required = false, persist = false)
	private double residual_scaling = 1;

	@Parameter(description = "who made the weights", required = false, persist = false)
	private String author = "not stated";

	@Parameter(description = "licence of the weights", required = false, persist = false)
	private String licence = "not stated";

	@Override
	void execute() throws IOException {
		ModelPackage.checkWritable(output.toPath(), false);
		final SafeTensors file = SafeTensors.read(input.toPath());
		try {
			write(Edsr.of(file.weights(), residual_scaling).network(), file);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(input + " cannot be imported: " + e.getMessage(), e);
		}
	}

	private void write(final Network network, final SafeTensors file) throws IOException {
		final Weights weights = file.weights().select(network);
		final Map<String, Object> facts = new LinkedHashMap<>(file.metadata());
		facts.put("file", input.getName());
		final ModelCard card = new ModelCard("EDSR x" + network.scale() + ", imported", "EDSR weights imported from " + input
			.getName() + ".", List.of(author), Instant.now(), licence, "not stated", facts, List.of(Papers.of(network.architecture())));
		ModelPackage.write(output.toPath(), network, weights, card, engine(Threads.parse("auto")));
	}

	@Override
	public String report() {
		return "Imported " + input + " to " + output;
	}
}
