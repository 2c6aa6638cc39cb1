package sc.fiji.superres.resample;

/** The weight of an input pixel by its distance from an output pixel; symmetric, and not yet normalised. */
interface Kernel {

	/** The distance from which on every weight is 0. */
	double radius();

	/** @param distance in pixels of the smaller image, of either sign */
	double at(double distance);
}
