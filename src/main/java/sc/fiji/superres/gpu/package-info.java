/**
 * Which of NVIDIA's graphics processors, drivers and libraries a machine has, found without loading any of them, and what
 * to do next where TensorFlow cannot compute on one.
 */
package sc.fiji.superres.gpu;
