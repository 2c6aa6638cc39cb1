package sc.fiji.superres.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.loader.Engines;
import sc.fiji.superres.model.Model;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** What the tests of the commands and of the command line feed them: smooth images, tiny models, folders to train on. */
public final class TestInputs {

	/** The smallest network that there is, as the options of {@code train} and {@code import} say it. */
	public static final Network TINY = new Edsr(2, 1, 4, 1).network();

	private TestInputs() {}

	/** A slow wave; 24 bits are RGB, 32 bits lie below 1. */
	public static ImagePlus image(final int bitDepth, final int width, final int height) {
		return image(bitDepth, width, height, 0);
	}

	public static ImagePlus image(final int bitDepth, final int width, final int height, final double phase) {
		final ImageProcessor pixels = bitDepth == 8 ? new ByteProcessor(width, height) : bitDepth == 16 ? new ShortProcessor(width,
			height) : bitDepth == 32 ? new FloatProcessor(width, height) : new ColorProcessor(width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double value = 0.5 + 0.4 * Math.sin(x / 3.0 + phase) * Math.cos(y / 4.0);
				final int grey = (int) (255 * value);
				if (bitDepth == 32) pixels.setf(x, y, (float) value);
				else pixels.set(x, y, bitDepth == 24 ? grey << 16 | 255 - grey << 8 | x % 256 : bitDepth == 16 ? 1000 + 16 * grey : grey);
			}
		pixels.resetMinAndMax();
		return new ImagePlus("wave", pixels);
	}

	public static ImagePlus stack(final int planes) {
		final ImageStack stack = new ImageStack(20, 16);
		for (int i = 0; i < planes; i++)
			stack.addSlice(image(8, 20, 16, i).getProcessor());
		return new ImagePlus("waves", stack);
	}

	/** Writes an image to a file whose extension says the format. */
	public static Path save(final ImagePlus image, final Path file) throws IOException {
		ImageFiles.save(image, file);
		return file;
	}

	/** A folder with so many RGB images. */
	public static Path images(final Path folder, final int count, final int side) throws IOException {
		Files.createDirectories(folder);
		for (int i = 0; i < count; i++)
			save(image(24, side, side, i), folder.resolve("image" + i + ".png"));
		return folder;
	}

	/** Writes a package of {@link #TINY} with random weights. */
	public static Model model(final Path path) throws IOException {
		return model(path, TINY);
	}

	/** Writes a package of the smallest network that invents texture, of scale 4, with random weights. */
	public static Model generative(final Path path) throws IOException {
		return model(path, new Srgan(4, 1, 4, InputChannels.RGB).network());
	}

	/** Writes a package of a network with random weights. */
	public static Model model(final Path path, final Network network) throws IOException {
		return model(path, network, Engines.tensorflow());
	}

	/** The same by another engine. */
	public static Model model(final Path path, final Network network, final Engine engine) throws IOException {
		return ModelPackage.write(path, network, TestNetworks.randomWeights(network, 1), TestNetworks.card(), engine);
	}

	/** Writes the first half of a file to another. */
	public static Path half(final Path file, final Path to) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		return Files.write(to, Arrays.copyOf(bytes, bytes.length / 2));
	}

	/** Names of all that lies in a folder, hidden or not. */
	public static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	/** A file of VGG19 as Keras names it, with random weights of the first layer only. */
	static Path vgg(final Path file) throws IOException {
		final Weights random = TestNetworks.randomWeights(new Vgg19("relu1_1").weights(), 1);
		final Weights keras = new Weights();
		for (final Weight weight : random.list())
			keras.put(new Weight(weight.name().replace("conv1_1.", "block1_conv1/"), weight.shape()), random.get(weight.name()));
		new SafeTensors(Map.of(), keras).write(file);
		return file;
	}
}
