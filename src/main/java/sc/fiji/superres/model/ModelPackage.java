package sc.fiji.superres.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.io.WholeFile;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/**
 * A model on disk: a folder, or a zip file of it, after the bioimage.io model description 0.4. It holds the description
 * {@code rdf.yaml}, the card {@code README.md}, a zipped TensorFlow SavedModel whose variables are the only copy of the
 * weights, a test input with its output, and what is attached.
 *
 * <pre>
 * ModelPackage.write(Path.of("models/edsr-x2"), network, weights, card, engine);
 * Model model = ModelPackage.read(Path.of("models/edsr-x2"), engine);
 * </pre>
 */
public final class ModelPackage {

	static final String ZIP = ".zip";

	private static final String WEIGHTS = "saved_model.zip";
	private static final String TEST_INPUT = "test_input.npy";
	private static final String TEST_OUTPUT = "test_output.npy";

	private ModelPackage() {}

	/**
	 * Reads a package. That its weights are whole is checked, not what they compute: {@link Model#test} does that.
	 *
	 * @param path a folder or a zip file
	 * @throws ModelException if there is no package, or it is damaged, foreign, or of another format
	 */
	public static Model read(final Path path, final Engine engine) throws ModelException {
		try (PackageFiles files = PackageFiles.open(path)) {
			final Description description = whole(files);
			final Weights weights = readWeights(files, description, engine);
			if (!weights.hash().equals(description.weightsHash()))
				throw new ModelException("The weights of the model package " + path + " are not those that its description " +
					"names: its settings were changed, or a file comes from another package. Copy it again.");
			return new Model(name(path), path, description.network(), weights, description.card());
		}
	}

	/** What a package says of itself, its files there and its weights as they were written. */
	static Description whole(final PackageFiles files) throws ModelException {
		final Description description = Description.of(files);
		files.verify(description.weights(), description.sha256());
		checkTest(files, description);
		return description;
	}

	private static void checkTest(final PackageFiles files, final Description description) throws ModelException {
		files.file(description.testInput());
		files.file(description.testOutput());
	}

	/**
	 * Finds out without an engine whether a package from elsewhere is whole and harmless.
	 *
	 * @param limit bytes that it may have, unpacked too
	 * @throws ModelException if it is not, or there is none
	 */
	static void verify(final Path path, final long limit) throws ModelException {
		if (Files.isRegularFile(path)) ZipCheck.names(path, limit);
		try (PackageFiles files = PackageFiles.open(path)) {
			if (PackageFiles.bytes(path) > limit) throw ZipCheck.tooLarge(path, limit);
			final Description description = whole(files);
			ZipCheck.content(path, files.file(description.weights()), limit);
		}
	}

	/**
	 * What a package is, without an engine. That its files are there is checked, and that the weights are not half copied; they
	 * are not read.
	 */
	static ModelEntry entry(final Path path, final List<Path> hidden) throws ModelException {
		final long bytes = PackageFiles.bytes(path);
		try (PackageFiles files = PackageFiles.open(path)) {
			final Description description = Description.of(files);
			files.checkEnd(description.weights());
			checkTest(files, description);
			final ModelEntry.Contents contents = new ModelEntry.Contents(description.network(), description.card());
			return new ModelEntry(name(path), path, hidden, bytes, Optional.of(contents), "");
		}
		catch (final ModelException e) {
			return new ModelEntry(name(path), path, hidden, bytes, Optional.empty(), e.getMessage());
		}
	}

	/** Whether a path holds a model, or what is left of one: neither the package of another software nor anything else. */
	static boolean isMeantAsModel(final Path path) {
		if (!Files.isDirectory(path) && !isZip(path)) return false;
		try (PackageFiles files = PackageFiles.open(path)) {
			if (!files.has(PackageFiles.DESCRIPTION)) return files.has(WEIGHTS);
			return Description.isOurs(Fields.read(files));
		}
		catch (final ModelException e) {
			return true;
		}
	}

	/** Whether a folder or zip file has the description of a model of this software. */
	static boolean isModel(final Path path) {
		if (!Files.isDirectory(path) && !isZip(path)) return false;
		try (PackageFiles files = PackageFiles.open(path)) {
			return Description.isOurs(Fields.read(files));
		}
		catch (final ModelException e) {
			return false;
		}
	}

	/** What the model of a package computes; its weights are not looked at. */
	static Network network(final Path path) throws ModelException {
		try (PackageFiles files = PackageFiles.open(path)) {
			return Description.of(files).network();
		}
	}

	private static Weights readWeights(final PackageFiles files, final Description description, final Engine engine)
		throws ModelException
	{
		final Path zip = files.file(description.weights());
		final Network network = description.network();
		try {
			return Zips.inTemporaryFolder(folder -> {
				Zips.unpack(zip, folder);
				return engine.readSavedModel(network, folder).select(network);
			});
		}
		catch (final IOException | IllegalArgumentException e) {
			throw new ModelException("The weights of the model package " + files.path() + " cannot be read: " + reason(e), e);
		}
	}

	/**
	 * Writes a package, whole or not at all; a package that was there is replaced, anything else is not.
	 *
	 * @param target a zip file where the name ends with {@code .zip}, else a folder; its parent must exist
	 * @return the model as it now lies there
	 * @throws IOException if it cannot be written
	 * @throws IllegalArgumentException if the weights are not those of the network
	 */
	public static Model write(final Path target, final Network network, final Weights weights, final ModelCard card,
		final Engine engine) throws IOException
	{
		return write(target, network, weights, card, Attachments.NONE, engine);
	}

	/**
	 * Writes a package with more files in it.
	 *
	 * @see #write(Path, Network, Weights, ModelCard, Engine)
	 */
	public static Model write(final Path target, final Network network, final Weights weights, final ModelCard card,
		final Attachments attachments, final Engine engine) throws IOException
	{
		checkWritable(target, true);
		final Weights selected = weights.select(network);
		final Model model = new Model(name(target), target, network, selected, card);
		WholeFile.write(target, part -> {
			if (!isZip(target)) fill(Files.createDirectory(part), model, attachments, engine);
			else Zips.inTemporaryFolder(folder -> {
				fill(folder, model, attachments, engine);
				Zips.pack(folder, part);
				return part;
			});
		});
		return model;
	}

	/**
	 * Writes the card of a package anew, whole or not at all: its {@code README.md}, and what its description says of it. All
	 * else stays as it is.
	 *
	 * @param path a folder or a zip file
	 * @throws ModelException if there is no package, it is damaged or foreign, or it or its folder is read-only
	 * @throws IOException if it cannot be written
	 */
	public static void writeCard(final Path path, final ModelCard card) throws IOException {
		CardChange.write(path, card);
	}

	/**
	 * Finds out beforehand whether a package can be written.
	 *
	 * @param replace whether a package may be there already; anything else is never replaced
	 * @throws ModelException if it cannot
	 */
	public static void checkWritable(final Path target, final boolean replace) throws ModelException {
		try {
			WholeFile.check(target);
		}
		catch (final IOException e) {
			throw new ModelException(e.getMessage(), e);
		}
		if (!Files.exists(target)) return;
		if (!PackageFiles.isPackage(target) || Files.isDirectory(target) == isZip(target))
			throw new ModelException(target + " is there and is not such a model package, so it is not replaced. Give another " +
				"name.");
		if (!replace)
			throw new ModelException("There is a model package " + target + " already. Remove it first, or give another name.");
	}

	/** What it computes is computed on the CPU, where everyone can compute it again. */
	private static void fill(final Path folder, final Model model, final Attachments attachments, final Engine engine)
		throws IOException
	{
		final Network network = model.network();
		final Npy input = TestTensors.input(network);
		input.write(folder.resolve(TEST_INPUT));
		TestTensors.output(network, model.weights(), input, engine.on(Device.CPU)).write(folder.resolve(TEST_OUTPUT));
		final Path zip = folder.resolve(WEIGHTS);
		Zips.inTemporaryFolder(savedModel -> {
			engine.writeSavedModel(network, model.weights(), savedModel);
			Zips.pack(savedModel, zip);
			return zip;
		});
		final Description description = new Description(network, model.card(), model.weights().hash(), WEIGHTS,
			Checksum.sha256(zip), TEST_INPUT, TEST_OUTPUT);
		Files.writeString(folder.resolve(PackageFiles.DESCRIPTION), DescriptionWriter.yaml(description, attachments, engine
			.name()));
		Files.writeString(folder.resolve(DescriptionWriter.README), Readme.of(model.card(), network, model.weights().hash(),
			attachments::has));
		attachments.write(folder);
	}

	/** See {@link Model#test}. */
	static double test(final Model model, final Engine engine) throws ModelException {
		try (PackageFiles files = PackageFiles.open(model.path())) {
			final Description description = Description.of(files);
			final Npy input = Npy.read(files.file(description.testInput()));
			final Npy expected = Npy.read(files.file(description.testOutput()));
			return TestTensors.largestDifference(expected, TestTensors.output(model.network(), model.weights(), input, engine));
		}
		catch (final ModelException e) {
			throw e;
		}
		catch (final IOException | IllegalArgumentException e) {
			throw new ModelException("The model package " + model.path() + " cannot be tested: " + reason(e), e);
		}
	}

	private static String reason(final Exception e) {
		final String reason = e instanceof IOException io ? WholeFile.reason(io) : String.valueOf(e.getMessage());
		return reason.endsWith(".") ? reason : reason + ".";
	}

	/** The name of the model that a package holds. */
	static String name(final Path path) {
		final Path file = path.toAbsolutePath().normalize().getFileName();
		if (file == null) return "model";
		final String name = file.toString();
		return isZip(path) ? name.substring(0, name.length() - ZIP.length()) : name;
	}

	private static boolean isZip(final Path path) {
		return path.toString().endsWith(ZIP);
	}
}
