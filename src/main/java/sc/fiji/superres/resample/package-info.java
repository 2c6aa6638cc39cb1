/**
 * Classical interpolation: the resizing that makes low-resolution images and that every network is compared with.
 */
package sc.fiji.superres.resample;
