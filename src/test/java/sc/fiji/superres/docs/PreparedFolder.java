package sc.fiji.superres.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;

import sc.fiji.superres.Golden;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.command.TestInputs;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Vgg19;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** The folder in which the lines of a page are run, with the files that readers are told to have. */
final class PreparedFolder {

	private static final Path GOLDEN = Path.of("src/test/resources/golden/0.1.0/models");

	/** Of the frames 1-5,8, which the pages upscale. */
	private static final int FRAMES = 6;

	/** Opens what the macros of the pages work on: the truth, a result, and the image that it comes from. */
	private static final String OPEN = """
		open("/path/to/truth.tif");
		run("Duplicate...", "title=[cells.tif (EDSR x2)] duplicate");
		open("/path/to/frames.tif");
		rename("cells.tif");
		""";

	private PreparedFolder() {}

	/** A macro that opens the images. */
	static String open(final Path folder) {
		return OPEN.replace("/path/to", folder.toString());
	}

	/** @param app the assembled application */
	static Path make(final Path folder, final Path app) throws IOException {
		TestInputs.images(folder.resolve("photos"), 3, 48);
		TestInputs.images(folder.resolve("images"), 2, 20);
		TestInputs.images(folder.resolve("benchmark/Set5"), 1, 48);
		stacks(Files.createDirectories(folder.resolve("stacks")));
		hyperstack(folder.resolve("cells.tif"), 12, 10, 8, 1);
		hyperstack(folder.resolve("frames.tif"), 12, 10, 1, 8);
		hyperstack(folder.resolve("truth.tif"), 24, 20, 1, FRAMES);
		TestInputs.save(TestInputs.image(24, 40, 32), folder.resolve("truth.png"));
		TestInputs.save(TestInputs.image(24, 40, 32, 0.1), folder.resolve("cells-x2.png"));
		final byte[] png = Files.readAllBytes(TestInputs.save(TestInputs.image(8, 20, 16), folder.resolve("cells.png")));
		Files.writeString(folder.resolve("cells.txt"), "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
		vgg(folder.resolve("vgg19.safetensors"));
		Golden.copy(GOLDEN.resolve("edsr-x2"), folder.resolve("my model"));
		Files.copy(GOLDEN.resolve("edsr-x3.zip"), folder.resolve("my-model.zip"));
		Files.copy(GOLDEN.resolve("edsr-x2.safetensors"), folder.resolve("weights.safetensors"));
		Files.copy(GOLDEN.resolve("edsr-x2.safetensors"), folder.resolve("input"));
		Files.createDirectories(folder.resolve("models"));
		Golden.copy(Path.of("src/sample"), folder.resolve("src/sample"));
		final Path launcher = Files.createDirectories(folder.resolve("target/app")).resolve("superres");
		Files.writeString(launcher, "#!/bin/sh\nexec '" + app.resolve("superres") + "' \"$@\"\n").toFile().setExecutable(true);
		Golden.copy(Path.of("macros/cluster"), folder.resolve("cluster"));
		return folder;
	}

	private static void stacks(final Path folder) throws IOException {
		for (int i = 1; i <= 2; i++)
			TestInputs.save(TestInputs.stack(3), folder.resolve("stack" + i + ".tif"));
	}

	/** Two channels of 8 bits. */
	private static void hyperstack(final Path file, final int width, final int height, final int slices, final int frames)
		throws IOException
	{
		final ImagePlus image = IJ.createHyperStack("cells", width, height, 2, slices, frames, 8);
		for (int i = 1; i <= image.getStackSize(); i++)
			image.getStack().setProcessor(TestInputs.image(8, width, height, i).getProcessor(), i);
		TestInputs.save(new CompositeImage(image, CompositeImage.COMPOSITE), file);
	}

	/** As far as the default layer, by Keras' names. */
	private static void vgg(final Path file) throws IOException {
		final Weights keras = new Weights();
		final Weights random = TestNetworks.randomWeights(new Vgg19("relu2_2").weights(), 1);
		for (final Weight weight : random.list()) {
			final String name = weight.name().replaceFirst("conv(\\d)_(\\d)\\.", "block$1_conv$2/");
			keras.put(new Weight(name, weight.shape()), random.get(weight.name()));
		}
		new SafeTensors(Map.of(), keras).write(file);
	}
}
