package sc.fiji.superres.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.model.Attachments;
import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.Recipe;
import sc.fiji.superres.network.Architectures;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Paper;

/** The description in the page of the format is one that this software writes. */
class ModelFormatTest {

	/** What stands there for people, and differs from model to model. */
	private static final String FREE = "config.super_resolution.training.";

	private final Page page = Page.read(Path.of("docs/model-format.md"));

	@Test
	void theDescriptionHasTheFieldsThatAreWritten(@TempDir final Path folder) throws IOException {
		ModelPackage.write(folder.resolve("tiny"), TestInputs.TINY, TestNetworks.randomWeights(TestInputs.TINY, 1), card(),
			attachments(), new FakeEngine() {

				@Override
				public String name() {
					return "TensorFlow 2.18.0";
				}
			});
		final Set<String> written = new TreeSet<>();
		collect("", new Yaml().load(Files.readString(folder.resolve("tiny/rdf.yaml"))), written);
		final Set<String> shown = new TreeSet<>();
		collect("", description(), shown);
		shown.removeIf(name -> name.startsWith(FREE));
		written.removeIf(name -> name.startsWith(FREE));
		assertEquals(written, shown);
	}

	@Test
	void itsNetworkCanBeBuilt() {
		final Map<?, ?> config = (Map<?, ?>) description().get("config");
		final Map<?, ?> ours = (Map<?, ?>) config.get("super_resolution");
		assertEquals(new Edsr(2, 16, 64, 1), Architectures.of(ours));
		for (final String name : Architectures.names())
			assertNotNull(page.inlineCode().stream().filter(name::equals).findFirst().orElse(null), name);
	}

	/** One that says everything. */
	private static ModelCard card() {
		final Map<String, ModelCard.Score> scores = Map.of("Set5", new ModelCard.Score(1, 0, 0.8));
		final Paper paper = new Paper("A paper", "10.1109/CVPRW.2017.151");
		return new ModelCard("Test", "For tests.", List.of("Tester"), Instant.EPOCH, "CC0-1.0", "nothing", Map.of("steps", 1), List
			.of(paper)).withScores(scores, scores);
	}

	private static Attachments attachments() {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		for (final String name : List.of(Attachments.COVER, Recipe.FILE, Attachments.CURVE, Attachments.CURVE_PICTURE))
			files.put(name, new byte[1]);
		return new Attachments(files);
	}

	private Map<?, ?> description() {
		final List<Block> blocks = page.blocks(Block.YAML);
		assertEquals(1, blocks.size());
		return new Yaml().load(blocks.get(0).text());
	}

	/** Names of all fields, with points between. */
	private static void collect(final String path, final Object value, final Set<String> names) {
		if (value instanceof Map<?, ?> map) map.forEach((key, each) -> collect(path.isEmpty() ? "" + key : path + "." + key, each,
			names));
		else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first) collect(path, first,
			names);
		else names.add(path);
	}
}
