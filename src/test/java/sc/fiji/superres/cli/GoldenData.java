package sc.fiji.superres.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import sc.fiji.superres.Golden;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/**
 * Writes what this version leaves on a disk, for later versions to be tested with: models, a batch that was killed, and a
 * training that was stopped. Run by hand for a release, with the folder of that version; what is there is never replaced.
 */
public final class GoldenData {

	private final Path folder;
	private final Path work;
	private final Path images;

	private GoldenData(final Path folder, final Path work) throws IOException {
		this.folder = folder;
		this.work = work;
		images = TestInputs.images(work.resolve("images"), 3, 40);
		Golden.setTimes(images);
	}

	public static void main(final String... version) throws IOException {
		final Path folder = Files.createDirectory(Path.of("src/test/resources/golden", version[0]));
		final Path work = Files.createTempDirectory("golden");
		try {
			final GoldenData data = new GoldenData(folder, work);
			data.models(Files.createDirectory(folder.resolve("models")));
			data.batch(Files.createDirectory(folder.resolve("batch")));
			data.training(Files.createDirectory(folder.resolve("training")));
		}
		finally {
			WholeFile.delete(work);
		}
	}

	private void models(final Path models) throws IOException {
		final Network edsr = TestInputs.TINY;
		write(models.resolve("edsr-x2"), edsr);
		write(models.resolve("edsr-x3.zip"), new Edsr(3, 1, 4, 0.5, InputChannels.ANY).network());
		write(models.resolve("espcn-x2"), new Espcn(2, InputChannels.Y).network());
		superres(training(images, models.resolve("srresnet-x2"), "--steps", 4, "--architecture", "srresnet", "--checkpoints", work
			.resolve("checkpoints")));
		new SafeTensors(Map.of("format", "np"), coarse(edsr)).write(models.resolve("edsr-x2.safetensors"));
		final List<String> hashes = new ArrayList<>();
		for (final String name : new ModelFolders(models, models).names()) {
			final Model model = new ModelFolders(models, models).open(name, Engines.tensorflow());
			hashes.add(name + " " + model.hash());
		}
		Files.write(models.resolve("hashes.txt"), hashes);
	}

	private static void write(final Path path, final Network network) throws IOException {
		ModelPackage.write(path, network, coarse(network), TestNetworks.card(), Engines.tensorflow());
	}

	/** Random weights of few digits, which can be packed. */
	private static Weights coarse(final Network network) {
		final Weights random = TestNetworks.randomWeights(network, 1);
		final Weights coarse = new Weights();
		for (final Weight weight : random.list()) {
			final float[] values = random.get(weight.name()).clone();
			for (int i = 0; i < values.length; i++)
				values[i] = Math.round(32 * values[i]) / 32f;
			coarse.put(weight, values);
		}
		return coarse;
	}

	/** The options of a training, which goes on with the same ones. */
	static Object[] training(final Path images, final Path output, final Object... others) {
		final List<Object> options = new ArrayList<>(List.of("train", "--input", images, "--output", output, "--blocks", 1,
			"--filters", 4, "--batch", 2, "--patch", 8, "--validate_every", 2, "--precision", "float32"));
		options.addAll(List.of(others));
		return options.toArray();
	}

	/** The options of a batch. */
	static Object[] batch(final Path images, final Path results) {
		return new Object[] { "batch", "--input", images, "--output", results, "--model", "lanczos-x2", "--format", "png",
			"--threads", 1 };
	}

	/** Of three images two are done when the process is killed, as it writes a line of its journal. */
	private void batch(final Path batch) throws IOException {
		final Path results = work.resolve("results");
		superres(batch(images, results));
		final Path journal = results.resolve(".superres-batch/journal-1-of-1.yaml");
		final List<String> lines = Files.readAllLines(journal);
		Files.writeString(journal, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 20));
		Files.delete(results.resolve("image2.png"));
		Files.delete(results.resolve("superres-batch.csv"));
		final Path job = results.resolve(".superres-batch/job.yaml");
		Files.writeString(job, Files.readString(job).replace(work.toString(), Golden.PLACE));
		Golden.copy(images, batch.resolve("images"));
		Golden.copy(results, batch.resolve("results"));
	}

	private void training(final Path training) throws IOException {
		final Path output = work.resolve("model");
		superres(training(images, output, "--steps", 4));
		Golden.copy(images, training.resolve("images"));
		Golden.copy(Path.of(output + ".training"), training.resolve("model.training"));
	}

	private static void superres(final Object... arguments) {
		final Superres.Run run = new InThisJvm().run(arguments);
		if (run.status() != 0) throw new IllegalStateException(run.err());
	}
}
