/**
 * The TensorFlow engine: the only code that imports {@code org.tensorflow}, loaded by the engine's class loader only. It
 * turns a network into a graph, for inference or for training.
 */
package sc.fiji.superres.tensorflow;
