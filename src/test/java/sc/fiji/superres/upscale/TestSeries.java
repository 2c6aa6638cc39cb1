package sc.fiji.superres.upscale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

import net.imglib2.RandomAccessibleInterval;

/** A series that makes its planes when they are asked for, and remembers for which it was. */
final class TestSeries<T> implements PlaneSeries<T> {

	/** Makes planes. */
	interface Source<T> {

		RandomAccessibleInterval<T> get(int plane) throws IOException;
	}

	private final int size;
	private final IntUnaryOperator channels;
	private final Source<T> planes;
	private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

	TestSeries(final int size, final IntUnaryOperator channels, final Source<T> planes) {
		this.size = size;
		this.channels = channels;
		this.planes = planes;
	}

	/** Of one channel. */
	TestSeries(final int size, final Source<T> planes) {
		this(size, plane -> 0, planes);
	}

	/** Of one channel, with planes that are there. */
	static <T> TestSeries<T> of(final List<? extends RandomAccessibleInterval<T>> planes) {
		return new TestSeries<>(planes.size(), planes::get);
	}

	/** The planes that were asked for, in order. */
	List<Integer> asked() {
		return List.copyOf(asked);
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public int channel(final int plane) {
		return channels.applyAsInt(plane);
	}

	@Override
	public RandomAccessibleInterval<T> plane(final int plane) throws IOException {
		asked.add(plane);
		return planes.get(plane);
	}
}
