package sc.fiji.superres.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.NumericType;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.metric.ErrorMap;
import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.PsnrResult;
import sc.fiji.superres.metric.PsnrSeries;

/** Measures two images plane by plane, with one range, and never holds more of them than one pair of planes. */
record PsnrMeasurement(MetricOptions options, Progress progress) {

	/**
	 * @param map receives the error map of each plane; null for none
	 * @return the PSNR of each plane, in the order of the planes
	 * @throws CancellationException if the user cancelled, or the thread is interrupted
	 */
	List<PsnrResult> measure(final ComparedPlanes pair, final MapImage map) throws IOException {
		try {
			final PsnrSeries series = PsnrSeries.of(options);
			final int scans = series.needsScan() ? pair.size() : 0;
			if (scans > 0) scan(series, pair);
			final List<PsnrResult> results = new ArrayList<>(pair.size());
			for (int i = 0; i < pair.size(); i++) {
				next("Measuring", i, pair.size(), scans, scans + pair.size());
				results.add(compare(series, pair.reference(i), pair.test(i), map));
			}
			return results;
		}
		catch (final RuntimeException e) {
			// so ImgLib2 tells that the thread was interrupted while it waited for others
			if (e.getCause() instanceof InterruptedException) throw new CancellationException("Cancelled.");
			throw e;
		}
	}

	private void scan(final PsnrSeries series, final ComparedPlanes pair) throws IOException {
		series.check(pair.reference(0), pair.test(0)); // or it would be in vain
		for (int i = 0; i < pair.size(); i++) {
			next("Reading", i, pair.size(), 0, 2 * pair.size());
			series.scan(pair.reference(i));
		}
	}

	private PsnrResult compare(final PsnrSeries series, final RandomAccessibleInterval<? extends NumericType<?>> reference,
		final RandomAccessibleInterval<? extends NumericType<?>> test, final MapImage map)
	{
		final PsnrResult result = series.compute(reference, test);
		if (map != null) map.add(ErrorMap.of(options).compute(reference, test));
		return result;
	}

	/** @param total steps of all passes over the planes, of which so many are done before this pass */
	private void next(final String task, final int plane, final int planes, final int before, final int total) {
		progress.checkCancelled();
		progress.update(task + " plane " + (plane + 1) + " of " + planes, before + plane, total);
	}
}
