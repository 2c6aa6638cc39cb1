package sc.fiji.superres.training;

/**
 * A learning rate that falls in steps: halved each time so many steps are done.
 *
 * @param start rate of the first step, above 0 and below 1
 * @param halveEvery steps from one halving to the next, at least 1
 */
public record Schedule(double start, int halveEvery) {

	/** Rate of a step, counted from 0. */
	double rate(final long step) {
		return start * Math.pow(0.5, step / halveEvery);
	}
}
