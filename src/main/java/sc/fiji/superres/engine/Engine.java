package sc.fiji.superres.engine;

import java.io.IOException;
import java.nio.file.Path;

import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/** A library that computes networks. Its methods may be called from any thread. */
public interface Engine {

	/** Name and version, such as {@code TensorFlow 2.18.0}. */
	String name();

	/** The device that computes, such as {@code CPU}. */
	String device();

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
	 * estimate: on a CPU the end of the memory is the end of the process.
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
