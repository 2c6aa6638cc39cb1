/**
 * Conversion and calibration only: between images of ImageJ and planes of ImgLib2, the result images, and image files read
 * and written by ImageJ's own readers and writers.
 */
package sc.fiji.superres.imagej;
