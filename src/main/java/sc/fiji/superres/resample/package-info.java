/**
 * Classical interpolation: the resizing that makes low-resolution images, the sampling of a microscope, and the ways to
 * enlarge that every network is compared with.
 */
package sc.fiji.superres.resample;
