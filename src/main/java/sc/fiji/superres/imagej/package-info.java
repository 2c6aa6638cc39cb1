/**
 * All that is known of ImageJ: its images as planes of ImgLib2, the result images with calibration, channels and overlays,
 * files and folders of images read and written by its own readers and writers, images as text, options of macros.
 */
package sc.fiji.superres.imagej;
