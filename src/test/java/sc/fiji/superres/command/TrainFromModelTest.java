package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Srgan;

/** Warm starts, and trainings whose checkpoints are lost. */
class TrainFromModelTest extends TrainingFolder {

	private Path first(final Object... others) throws IOException {
		train(others);
		return Files.move(output, folder.resolve("first"));
	}

	private Object[] from(final Path start, final Object... others) {
		final Object[] all = new Object[others.length + 4];
		System.arraycopy(new Object[] { "start", start.toString(), "checkpoints", folder.resolve("second").toFile() }, 0, all, 0, 4);
		System.arraycopy(others, 0, all, 4, others.length);
		return all;
	}

	@Test
	void anotherScaleStartsFromAModel() throws IOException {
		train(from(first(), "scale", 4));
		assertEquals(new Edsr(4, 1, 4, 1), trained().network().architecture());
		assertEquals("first", trained().card().training().get("from"));
	}

	@Test
	void anotherFactorOfTheShuffleBeginsAnew() throws IOException {
		train(from(first(), "scale", 3));
		assertEquals("first, but upsample.kernel, upsample.bias from random weights", trained().card().training().get("from"));
	}

	@Test
	void fineTuningMovesTheWeightsALittle() throws IOException {
		final Path first = first();
		train(from(first, "learning_rate", 1e-6, "ema", 0.0));
		final SafeTensors best = SafeTensors.read(folder.resolve("second/best.safetensors"));
		final float[] before = SafeTensors.read(folder.resolve("model.training/best.safetensors")).weights().get("conv_in.kernel");
		for (int i = 0; i < before.length; i++)
			assertEquals(before[i], best.weights().get("conv_in.kernel")[i], 1e-5);
		assertFalse(best.weights().hash().equals(SafeTensors.read(folder.resolve("model.training/best.safetensors")).weights().hash()));
	}

	@Test
	void anotherDepthIsRefused() throws IOException {
		final Path first = first("blocks", 2);
		assertRefused(List.of("first is EDSR (scale 2, blocks 2", "do not fit EDSR (scale 2, blocks 1", "same architecture, " +
			"depth"), from(
			first));
	}

	@Test
	void theCardTellsStepAndRate() throws IOException {
		train(from(first("learning_rate", 2e-3, "halve_every", 3), "start_step", "card", "steps", 10));
		assertEquals(4, trained().card().training().get("start_step"));
		assertEquals(10, trained().card().training().get("steps"));
		assertEquals(2e-3, trained().card().training().get("learning_rate"));
		final List<String> curve = Files.readAllLines(folder.resolve("second/curve.csv"));
		assertEquals(List.of("6,1.000e-03", "8,5.000e-04", "10,2.500e-04"), curve.stream().skip(1).map(row -> row.substring(0, row.indexOf(
			',', row.indexOf(',') + 1))).toList());
	}

	@Test
	void aModelWithoutStepsOnItsCardIsNoStartByCard() throws IOException {
		TestInputs.model(folder.resolve("imported"));
		assertRefused(List.of("card of imported has no steps", "start_step"), from(folder.resolve("imported"), "start_step", "card"));
	}

	@Test
	void stepsNeedAModelThatHasDoneThem() throws IOException {
		assertRefused(List.of("random weights have done no step", "(start)"), "start_step", "100");
		assertRefused(List.of("random weights have done no step"), "start_step", "card");
		assertRefused(List.of("start_step is \"many\"", "a whole number from 0 on, or card"), "start_step", "many");
		assertRefused(List.of("start_step is 4", "below the number of steps, 4"), from(first(), "start_step", "4"));
	}

	@Test
	void anUnknownModelIsNamed() {
		assertRefused(List.of("nosuchmodel"), "start", "nosuchmodel");
	}

	/** SRGAN leaves its first phase out where it starts from a model. */
	@Test
	void srganStartsFromSrResNet() throws IOException {
		train(from(first("architecture", "srresnet"), "architecture", "srgan", "steps_phase2", 2));
		assertEquals(new Srgan(2, 1, 4, InputChannels.RGB), trained().network().architecture());
		assertEquals(List.of("adversarial"), TestInputs.names(folder.resolve("second")));
		assertEquals("first", trained().card().training().get("from"));
	}

	@Test
	void stepsOfSrResNetAreNotThoseOfSrgan() throws IOException {
		assertRefused(List.of("start_step is for a model of SRGAN", "is SRResNet"), from(first("architecture", "srresnet"), "architecture",
			"srgan", "start_step", "card"));
	}
}
