package sc.fiji.superres.engine;

import java.io.IOException;
import java.nio.file.Path;

import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** A library that computes networks. Its methods may be called from any thread. */
public interface Engine {

	/** Name and version, such as {@code TensorFlow 2.18.0}. */
	String name();

	/**
	 * The same engine on a device; as it comes, an engine is on {@link Device#AUTO}. Inferences and trainings stay on the
	 * device of the engine that they were made by.
	 * <p>
	 * TensorFlow keeps some of it for the whole process: the graphics processor that it has begun with is the only one until
	 * the next start, and its share of the memory stays as it is. The CPU can be had before and
	 * after.
	 *
	 * @throws EngineException if a graphics processor is wanted, but there is none, or the process has begun with another
	 */
	Engine on(Device device);

	/** The device that really computes, and the memory that it has. */
	Placement placement();

	/** {@link Placement#text()} of {@link #placement()}. */
	default String device() {
		return placement().text();
	}

	/**
	 * Lets at most so many threads compute; by default what {@link Threads} calls auto. TensorFlow settles the number for the
	 * whole process at the first computation, so later calls have no effect.
	 */
	void useThreads(int threads);

	/**
	 * Prepares a network for windows of one fixed size.
	 *
	 * @param weights those of the network
	 * @param height of a window in LR pixels
	 * @param width of a window in LR pixels
	 */
	Inference inference(Network network, Weights weights, int height, int width);

	/**
	 * Bytes that inference needs beside what the process has already, for a window of so many LR pixels. An upper
	 * estimate: on a CPU the end of the memory is the end of the process. On a graphics processor, where it was not measured,
	 * it is the same.
	 */
	long memory(Network network, long pixels);

	/** The same for a training. */
	long memory(Network network, TrainingSetup setup);

	/** The precision in which this machine trains fastest. */
	Precision fastestTraining();

	/** Prepares a network for training from the given state on. */
	Training training(Network network, TrainingState state, TrainingSetup setup);

	/** Writes a network as a TensorFlow SavedModel with any-size input into an empty folder. */
	void writeSavedModel(Network network, Weights weights, Path folder) throws IOException;

	/**
	 * Reads the variables of a SavedModel that {@link #writeSavedModel} wrote.
	 *
	 * @throws IOException if it cannot be read, or does not hold a variable of the network
	 */
	Weights readSavedModel(Network network, Path folder) throws IOException;
}
