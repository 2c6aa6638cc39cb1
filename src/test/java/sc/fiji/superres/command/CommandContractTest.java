package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** What macros and command lines rely on: labels and keys never change once released. Add to these lists, change nothing. */
class CommandContractTest {

	private static final String OF_MODELS =
		"input model channels slices frames intensity no_data ensemble consistency_map deviation_map tile_size halo device threads";

	private final Commands commands = new Commands();

	@AfterEach
	void dispose() {
		commands.close();
	}

	static Stream<Class<? extends SuperResolutionCommand>> all() {
		return Stream.of(EdsrCommand.class, SrganCommand.class, UpscaleCommand.class, PsnrCommand.class, EvaluateCommand.class,
			TrainCommand.class, ImportCommand.class, SampleCommand.class, ModelsCommand.class, BatchCommand.class,
			CollectCommand.class, EngineCommand.class, BenchmarkCommand.class);
	}

	@ParameterizedTest
	@CsvSource({
		"sc.fiji.superres.command.EdsrCommand,   edsr,   EDSR Super-Resolution...",
		"sc.fiji.superres.command.SrganCommand, srgan, SRGAN Super-Resolution...",
		"sc.fiji.superres.command.UpscaleCommand, upscale, Upscale with Super-Resolution Model...",
		"sc.fiji.superres.command.PsnrCommand,   psnr,   Measure PSNR...",
		"sc.fiji.superres.command.EvaluateCommand, evaluate, Evaluate Super-Resolution Model...",
		"sc.fiji.superres.command.BatchCommand,  batch,  Batch Super-Resolution...",
		"sc.fiji.superres.command.TrainCommand,  train,  Train Super-Resolution Model...",
		"sc.fiji.superres.command.ImportCommand, import, Import Super-Resolution Model...",
		"sc.fiji.superres.command.ModelsCommand, models, Super-Resolution Models...",
		"sc.fiji.superres.command.SampleCommand, sample, Super-Resolution Sample",
		"sc.fiji.superres.command.EngineCommand, engine, TensorFlow Engine...",
	})
	void labelsAndSubcommandsAreFrozen(final Class<? extends SuperResolutionCommand> type, final String name, final String label) {
		assertEquals(name, commands.info(type).getName());
		assertEquals("Plugins > Super-Resolution > " + label, commands.info(type).getMenuPath().getMenuString());
	}

	@ParameterizedTest
	@CsvSource({
		"sc.fiji.superres.command.CollectCommand, collect",
		"sc.fiji.superres.command.BenchmarkCommand, benchmark",
	})
	void subcommandsThatAreInNoMenu(final Class<? extends SuperResolutionCommand> type, final String name) {
		assertEquals(name, commands.info(type).getName());
		assertTrue(commands.info(type).getMenuPath().isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"sc.fiji.superres.command.EdsrCommand   | " + OF_MODELS,
		"sc.fiji.superres.command.SrganCommand  | " + OF_MODELS,
		"sc.fiji.superres.command.UpscaleCommand | " + OF_MODELS,
		"sc.fiji.superres.command.EvaluateCommand | models hr lr output channels border range device threads",
		"sc.fiji.superres.command.PsnrCommand   | reference test range border channels error_map",
		"sc.fiji.superres.command.TrainCommand  | input output lr validation checkpoints recipe architecture scale channels " +
			"blocks filters residual_scaling middle start start_step steps steps_phase2 batch patch learning_rate " +
			"rate_phase2 halve_every validate_every seed precision ema clip_norm loss pixel_weight vgg vgg_layer " +
			"content_weight texture_weight adversarial_weight psf_sigma photons noise author licence trained_on notes " +
			"device threads",
		"sc.fiji.superres.command.ImportCommand | input output architecture residual_scaling shuffle author licence",
		"sc.fiji.superres.command.ModelsCommand | model test card add replace delete device threads",
		"sc.fiji.superres.command.BatchCommand | input output model pattern recursive format naming intensity no_data channels slices " +
			"frames ensemble reference shard tile_size halo device threads list_only",
		"sc.fiji.superres.command.CollectCommand | output",
		"sc.fiji.superres.command.BenchmarkCommand | input models record device threads",
		"sc.fiji.superres.command.EngineCommand | engine gpu_memory install nvidia_libraries version platform from remove self_test",
	})
	void macroKeysAreFrozen(final Class<? extends SuperResolutionCommand> type, final String keys) {
		assertEquals(List.of(keys.split(" ")), inputs(type).stream().map(ModuleItem::getName).toList());
	}

	/** Hosts show outputs in this order, so that the result ends up as the current image. */
	@ParameterizedTest
	@ValueSource(classes = { EdsrCommand.class, SrganCommand.class, UpscaleCommand.class })
	void theResultComesAfterItsMaps(final Class<? extends SuperResolutionCommand> type) {
		final List<ModuleItem<?>> outputs = new ArrayList<>();
		commands.info(type).outputs().forEach(outputs::add);
		assertEquals(List.of("consistency", "deviation", "output"), outputs.stream().map(ModuleItem::getName).toList());
		for (final ModuleItem<?> output : outputs)
			assertEquals(ImagePlus.class, output.getType());
	}

	/** More than a screen holds. */
	@ParameterizedTest
	@MethodSource("all")
	void noDialogHasMoreThanFourteenFields(final Class<? extends SuperResolutionCommand> type) {
		final List<String> shown = inputs(type).stream().filter(input -> input.getVisibility() == ItemVisibility.NORMAL).map(
			ModuleItem::getName).toList();
		assertTrue(shown.size() <= 14, shown.toString());
	}

	/** No key, so that no dialog opens; hosts show outputs in this order, so that the sample ends up as the current image. */
	@Test
	void theSampleTakesNothingAndComesAfterItsTruth() {
		assertEquals(List.of(), inputs(SampleCommand.class));
		final List<ModuleItem<?>> outputs = new ArrayList<>();
		commands.info(SampleCommand.class).outputs().forEach(outputs::add);
		assertEquals(List.of("reference", "output"), outputs.stream().map(ModuleItem::getName).toList());
		for (final ModuleItem<?> output : outputs)
			assertEquals(ImagePlus.class, output.getType());
	}

	@ParameterizedTest
	@MethodSource("all")
	void everythingIsDescribed(final Class<? extends SuperResolutionCommand> type) {
		final CommandInfo info = commands.info(type);
		assertFalse(info.getDescription().isBlank());
		for (final ModuleItem<?> input : inputs(type))
			assertFalse(input.getDescription() == null || input.getDescription().isBlank(), input.getName());
		info.outputs().forEach(output -> assertNotNull(output.getDescription()));
	}

	/** SciJava would keep them in the preferences even headless, and fill them in the next time. */
	@ParameterizedTest
	@MethodSource("all")
	void nothingIsRemembered(final Class<? extends SuperResolutionCommand> type) {
		for (final ModuleItem<?> input : inputs(type))
			assertFalse(input.isPersisted(), input.getName());
	}

	@ParameterizedTest
	@MethodSource("all")
	void allRunHeadless(final Class<? extends SuperResolutionCommand> type) {
		assertTrue(commands.info(type).canRunHeadless());
	}

	/** In macros a key is the parameter's name in lower case. */
	@ParameterizedTest
	@MethodSource("all")
	void keysAreLowerCase(final Class<? extends SuperResolutionCommand> type) {
		for (final ModuleItem<?> input : inputs(type))
			assertTrue(input.getName().matches("[a-z]+(_[a-z]+[0-9]?)*"), input.getName());
	}

	/** ImageJ finds a key where its name follows on anything but a letter, and its recorder takes the end of one for another. */
	@ParameterizedTest
	@MethodSource("all")
	void noKeyIsTheEndOfAnother(final Class<? extends SuperResolutionCommand> type) {
		final List<String> keys = inputs(type).stream().map(ModuleItem::getName).toList();
		for (final String key : keys)
			for (final String other : keys)
				assertTrue(key.equals(other) || !other.endsWith(key), other + " ends with " + key);
	}

	/** Where a macro leaves out a key, the initializer keeps a dialog away. */
	@ParameterizedTest
	@MethodSource("all")
	void allAreInitialized(final Class<? extends SuperResolutionCommand> type) {
		assertEquals("init", commands.info(type).getInitializer());
	}

	/** All but what SciJava gives, and what a dialog only says. */
	private List<ModuleItem<?>> inputs(final Class<? extends SuperResolutionCommand> type) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> input : commands.info(type).inputs())
			if (!Service.class.isAssignableFrom(input.getType()) && input.getType() != Context.class && input
				.getVisibility() != ItemVisibility.MESSAGE) inputs.add(input);
		return inputs;
	}
}
