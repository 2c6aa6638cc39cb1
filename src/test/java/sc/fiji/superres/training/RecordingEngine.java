package sc.fiji.superres.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Loss;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** Another engine, watched while it trains. */
final class RecordingEngine implements Engine {

	/** What a step was given: patches by their hash, and the rate. */
	record Step(int lr, int hr, double rate) {}

	private final Engine engine;
	private final List<Step> steps = new ArrayList<>();
	private IntFunction<Double> losses = step -> null;

	RecordingEngine(final Engine engine) {
		this.engine = engine;
	}

	/** Tells other losses than there are; steps are counted from 1, and null leaves the loss. */
	RecordingEngine telling(final IntFunction<Double> newLosses) {
		losses = newLosses;
		return this;
	}

	List<Step> steps() {
		return steps;
	}

	@Override
	public Training training(final Network network, final TrainingState state, final TrainingSetup setup) {
		final Training training = engine.training(network, state, setup);
		return new Training() {

			@Override
			public Map<Loss, Double> step(final float[] lr, final float[] hr, final double rate) {
				steps.add(new Step(Arrays.hashCode(lr), Arrays.hashCode(hr), rate));
				final Map<Loss, Double> loss = training.step(lr, hr, rate);
				final Double told = losses.apply(steps.size());
				return told == null ? loss : Map.of(Loss.TOTAL, told, Loss.PIXEL, told);
			}

			@Override
			public TrainingState state() {
				return training.state();
			}

			@Override
			public void close() {
				training.close();
			}
		};
	}

	@Override
	public String name() {
		return engine.name();
	}

	@Override
	public void useThreads(final int threads) {}

	@Override
	public Engine on(final Device device) {
		return engine.on(device);
	}

	@Override
	public Placement placement() {
		return engine.placement();
	}

	@Override
	public Inference inference(final Network network, final Weights weights, final int height, final int width)
	{
		return engine.inference(network, weights, height, width);
	}

	@Override
	public long memory(final Network network, final long pixels) {
		return engine.memory(network, pixels);
	}

	@Override
	public long memory(final Network network, final TrainingSetup setup) {
		return engine.memory(network, setup);
	}

	@Override
	public Precision fastestTraining() {
		return engine.fastestTraining();
	}

	@Override
	public void writeSavedModel(final Network network, final Weights weights, final Path folder) throws IOException {
		engine.writeSavedModel(network, weights, folder);
	}

	@Override
	public Weights readSavedModel(final Network network, final Path folder) throws IOException {
		return engine.readSavedModel(network, folder);
	}
}
