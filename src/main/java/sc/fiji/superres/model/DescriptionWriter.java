package sc.fiji.superres.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Paper;

/** Writes a {@link Description} as YAML, with all fields that the format 0.4.10 asks for. */
final class DescriptionWriter {

	static final String README = "README.md";

	private static final String FORMAT_VERSION = "0.4.10";
	private static final String INPUT = "input";
	private static final String OUTPUT = "output";
	private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");
	private static final int LINE_LENGTH = 120;

	private DescriptionWriter() {}

	/** @param engine name and version of what wrote the weights */
	static String yaml(final Description description, final Attachments attachments, final String engine) {
		return yaml(fields(description, attachments, engine));
	}

	/**
	 * The description of a package with another card.
	 *
	 * @param rdf what stands in the package; what a card does not hold of it stays as it is
	 * @param description the same as it was read
	 */
	static String yaml(final Fields rdf, final Description description, final ModelCard card) {
		return yaml(changed(rdf.tree(), fields(description, Attachments.NONE, ""), fields(description.with(card),
			Attachments.NONE, "")));
	}

	/** In the form of our files: short lists and maps on a line. */
	static String yaml(final Map<?, ?> fields) {
		final DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
		options.setWidth(LINE_LENGTH);
		return new Yaml(options).dump(fields);
	}

	/** Only fields that differ are written: others may say more than is read of them. */
	private static Map<Object, Object> changed(final Map<?, ?> there, final Map<?, ?> before, final Map<?, ?> after) {
		final Map<Object, Object> changed = new LinkedHashMap<>(there);
		before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(changed::remove);
		after.forEach((key, value) -> {
			if (value.equals(before.get(key))) return;
			changed.put(key, value instanceof Map<?, ?> fields && before.get(key) instanceof Map<?, ?> old && there.get(
				key) instanceof Map<?, ?> inner ? changed(inner, old, fields) : value);
		});
		return changed;
	}

	private static Map<String, Object> fields(final Description description, final Attachments attachments,
		final String engine)
	{
		final Network network = description.network();
		final ModelCard card = description.card();
		final Map<String, Object> rdf = new LinkedHashMap<>();
		rdf.put("format_version", FORMAT_VERSION);
		rdf.put("type", Description.TYPE);
		rdf.put("name", card.title());
		rdf.put("description", card.description());
		rdf.put("timestamp", card.created().toString());
		rdf.put("authors", card.authors().stream().map(author -> Map.of("name", author)).toList());
		rdf.put("cite", card.references().stream().map(DescriptionWriter::citation).toList());
		rdf.put("license", card.licence());
		rdf.put("tags", tags(network));
		rdf.put("documentation", README);
		if (attachments.has(Attachments.COVER)) rdf.put("covers", List.of(Attachments.COVER));
		if (!attachments.others().isEmpty()) rdf.put("attachments", Map.of("files", attachments.others()));
		rdf.put("inputs", List.of(input(network)));
		rdf.put("outputs", List.of(output(network)));
		rdf.put("test_inputs", List.of(description.testInput()));
		rdf.put("test_outputs", List.of(description.testOutput()));
		rdf.put("weights", Map.of(Description.WEIGHTS, weights(description, engine)));
		rdf.put("config", Map.of(Description.OURS, ours(description)));
		return rdf;
	}

	private static Map<String, Object> citation(final Paper reference) {
		final Map<String, Object> citation = new LinkedHashMap<>();
		citation.put("text", reference.text());
		citation.put("doi", reference.doi());
		return citation;
	}

	private static List<String> tags(final Network network) {
		final List<String> tags = new ArrayList<>(List.of("super-resolution", "image-restoration", "2d", "tensorflow", "fiji"));
		tags.add(Architectures.name(network.architecture()));
		tags.add("x" + network.scale());
		return tags;
	}

	private static Map<String, Object> input(final Network network) {
		final int smallest = TestTensors.smallestSide(network);
		final Map<String, Object> input = tensor(INPUT, "LR image, grey levels");
		input.put("data_range", List.of(0.0, 255.0));
		final Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("min", List.of(1, smallest, smallest, network.channels()));
		shape.put("step", List.of(0, 1, 1, 0));
		input.put("shape", shape);
		return input;
	}

	private static Map<String, Object> output(final Network network) {
		final int halo = network.radius() * network.scale();
		final Map<String, Object> output = tensor(OUTPUT, "HR image, grey levels, not clipped");
		final Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("reference_tensor", INPUT);
		shape.put("scale", List.of(1.0, (double) network.scale(), (double) network.scale(), 1.0));
		shape.put("offset", List.of(0, 0, 0, 0));
		output.put("shape", shape);
		output.put("halo", List.of(0, halo, halo, 0));
		return output;
	}

	private static Map<String, Object> tensor(final String name, final String description) {
		final Map<String, Object> tensor = new LinkedHashMap<>();
		tensor.put("name", name);
		tensor.put("description", description);
		tensor.put("axes", "byxc");
		tensor.put("data_type", "float32");
		return tensor;
	}

	private static Map<String, Object> weights(final Description description, final String engine) {
		final Map<String, Object> weights = new LinkedHashMap<>();
		weights.put("source", description.weights());
		weights.put("sha256", description.sha256());
		final Matcher version = VERSION.matcher(engine);
		if (version.find()) weights.put("tensorflow_version", version.group());
		return weights;
	}

	private static Map<String, Object> ours(final Description description) {
		final ModelCard card = description.card();
		final Map<String, Object> ours = new LinkedHashMap<>(Architectures.settings(description.network().architecture()));
		ours.put(Description.WEIGHTS_HASH, description.weightsHash());
		ours.put("trained_on", card.trainedOn());
		ours.put("training", card.training());
		if (!card.scores().isEmpty()) ours.put(Description.SCORES, scores(card.scores()));
		if (!card.bicubic().isEmpty()) ours.put(Description.BICUBIC_SCORES, scores(card.bicubic()));
		return ours;
	}

	private static Map<String, Object> scores(final Map<String, ModelCard.Score> scores) {
		final Map<String, Object> fields = new LinkedHashMap<>();
		scores.forEach((set, score) -> {
			final Map<String, Object> values = new LinkedHashMap<>();
			values.put(Description.PSNR, score.psnr());
			values.put(Description.SSIM, score.ssim());
			if (!Double.isNaN(score.sharpness())) values.put(Description.SHARPNESS, score.sharpness());
			fields.put(set, values);
		});
		return fields;
	}
}
