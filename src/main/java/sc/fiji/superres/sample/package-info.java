/**
 * A synthetic sample: cells under a fluorescence microscope, drawn from a seed, as high-resolution truth and as the
 * low-resolution image made of it.
 */
package sc.fiji.superres.sample;
