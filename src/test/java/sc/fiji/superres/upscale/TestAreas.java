package sc.fiji.superres.upscale;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/** Areas that tests share. */
final class TestAreas {

	private TestAreas() {}

	/** A whole plane. */
	static Area whole(final int width, final int height, final int halo) {
		final Interval plane = new FinalInterval(width, height);
		return Area.of(plane, plane, 1, halo);
	}
}
