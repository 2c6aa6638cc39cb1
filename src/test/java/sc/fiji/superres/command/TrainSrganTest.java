package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Srgan;
import sc.fiji.superres.network.Weights;

/** SRGAN from one command: first on pixels, then against a discriminator. */
class TrainSrganTest extends TrainingFolder {

	private String srgan(final Object... others) {
		final Object[] all = Arrays.copyOf(new Object[] { "architecture", "srgan" }, 2 + others.length);
		System.arraycopy(others, 0, all, 2, others.length);
		return train(all);
	}

	private Weights checkpoint(final String name) throws IOException {
		return SafeTensors.read(folder.resolve("model.training").resolve(name)).weights();
	}

	private List<String> curve() throws IOException {
		return Files.readAllLines(folder.resolve("model.training/adversarial/curve.csv"));
	}

	@Test
	void checkpointsOfAnotherKindOfTrainingAreNotReplaced() throws IOException {
		srgan("steps_phase2", 2);
		final String hash = trained().hash();
		assertRefused(List.of("holds the checkpoints of another kind of training"));
		assertEquals(hash, trained().hash());
	}

	@Test
	void bothPhasesRun() throws IOException {
		final String report = srgan("steps_phase2", 4);
		assertEquals(List.of("adversarial", "pretraining"), TestInputs.names(folder.resolve("model.training")));
		assertEquals(new Srgan(2, 1, 4, InputChannels.RGB), trained().network().architecture());
		assertTrue(report.contains("after step 4, 4 of 4 steps done"), report);
		assertTrue(report.contains("\nThe adversarial training is "), report);
		assertTrue(trained().card().description().contains("texture is invented"), trained().card().description());
		assertTrue(trained().card().training().get("first_phase").toString().startsWith("4 steps"), trained().card().toString());
		assertEquals("the first phase of 4 steps, from random weights", SafeTensors.read(folder.resolve(
			"model.training/adversarial/last.safetensors")).metadata().get("start"));
	}

	@Test
	void lossesAreFiniteAndBothSidesMove() throws IOException {
		srgan("steps_phase2", 2);
		final Weights before = checkpoint("adversarial/last.safetensors");
		srgan("steps_phase2", 6);
		final Weights after = checkpoint("adversarial/last.safetensors");
		for (final String name : List.of("conv_in.kernel", "conv_out.bias", "discriminator.conv1.kernel", "discriminator.dense2.kernel"))
			assertNotEquals(Arrays.hashCode(before.get(name)), Arrays.hashCode(after.get(name)), name);
		assertNotEquals(Arrays.hashCode(checkpoint("pretraining/best.safetensors").get("conv_in.kernel")), Arrays.hashCode(before.get(
			"conv_in.kernel")));
		assertEquals("step,rate,psnr,ssim,bicubic,seconds,total,pixel,adversarial,discriminator,real,fake", curve().get(0));
		assertEquals(4, curve().size());
		for (final String row : curve().subList(1, 4))
			for (final String cell : row.split(","))
				assertTrue(Double.isFinite(Double.parseDouble(cell)), row);
	}

	@Test
	void theSecondPhaseGoesOn() throws IOException {
		srgan("steps_phase2", 2);
		final List<String> first = curve();
		final long pretrained = Files.getLastModifiedTime(folder.resolve("model.training/pretraining/last.safetensors")).toMillis();
		srgan("steps_phase2", 4);
		assertEquals(first, curve().subList(0, 2));
		assertEquals(3, curve().size());
		assertEquals(pretrained, Files.getLastModifiedTime(folder.resolve("model.training/pretraining/last.safetensors")).toMillis());
	}

	@Test
	void withoutVggItSaysThatThereIsOnlyALossOnPixels() {
		assertTrue(srgan("steps_phase2", 2).startsWith("No weights of VGG19 were given (vgg), so the content loss is one on " +
			"pixels"));
	}

	@Test
	void withVggThereIsAContentLoss() throws IOException {
		final String report = srgan("steps_phase2", 2, "vgg", vgg().toFile(), "vgg_layer", "relu1_1", "texture_weight", 1e-6);
		assertFalse(report.contains("No weights of VGG19"), report);
		assertEquals("step,rate,psnr,ssim,bicubic,seconds,total,pixel,content,texture,adversarial,discriminator,real,fake", curve().get(0));
		assertEquals("VGG19 relu1_1 x 1.0E-4", trained().card().training().get("content_loss"));
		assertTrue(trained().card().training().get("loss").toString().startsWith("MSE x "));
	}

	private Path vgg() throws IOException {
		return TestInputs.vgg(folder.resolve("vgg.safetensors"));
	}

	@Test
	void aVggFileOfOtherLayersIsRefused() throws IOException {
		assertRefused(List.of("has no block1_conv2/kernel", "vgg_layer"), "architecture", "srgan", "vgg", vgg().toFile());
		final Path half = TestInputs.half(vgg(), folder.resolve("half.safetensors"));
		assertRefused(List.of(half + " is not whole"), "architecture", "srgan", "vgg", half.toFile(), "vgg_layer", "relu1_1");
	}

	@Test
	void patchesMustBeLargeEnoughForTheDiscriminator() {
		assertRefused(List.of("at least 16 HR pixels, not 14", "larger patch"), "architecture", "srgan", "patch", 7);
	}

	/** A longer first phase would have led to other weights. */
	@Test
	void theFirstPhaseOfABegunSecondStaysAsItWas() {
		srgan("steps_phase2", 2);
		assertRefused(List.of("start the first phase of 4 steps, from random weights, not the first phase of 6 steps"), "architecture", "srgan",
			"steps", 6, "steps_phase2", 2);
	}
}
