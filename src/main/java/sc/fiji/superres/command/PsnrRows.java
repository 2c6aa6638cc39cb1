package sc.fiji.superres.command;

import ij.measure.ResultsTable;

import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.superres.metric.MeanPsnr;
import sc.fiji.superres.metric.PsnrResult;
import sc.fiji.superres.metric.PsnrSummary;

/**
 * Adds what was measured to ImageJ's Results table. A single plane gets one row. A stack gets one row for each plane in the
 * order of the stack; where it has several planes in each of several channels, one with the mean of each channel; and in any
 * case a last one with the mean of all planes.
 */
final class PsnrRows {

	/** Shown as an empty cell; macros read NaN. */
	private static final String NONE = "";

	private final ResultsTable table = ResultsTable.getResultsTable();
	private final String reference;
	private final String test;

	/** @param reference title of the image, as is {@code test} */
	PsnrRows(final String reference, final String test) {
		this.reference = reference;
		this.test = test;
	}

	/** @param planes in the order of the pair */
	void add(final ComparedPlanes pair, final List<PsnrResult> planes) {
		table.setNaNEmptyCells(true); // a channel that was not measured is not 0 dB
		for (int i = 0; i < planes.size(); i++)
			addPlane(planes.get(i), planes.size() == 1 ? null : pair.position(i));
		if (planes.size() > 1) {
			if (pair.channels() > 1 && pair.channels() < planes.size()) for (int c = 1; c <= pair.channels(); c++)
				addMean(PsnrSummary.of(ofChannel(c, pair, planes)), c);
			addMean(PsnrSummary.of(planes), 0);
		}
		table.show("Results");
	}

	private static List<PsnrResult> ofChannel(final int channel, final ComparedPlanes pair, final List<PsnrResult> planes) {
		return IntStream.range(0, planes.size()).filter(i -> pair.position(i).channel() == channel).mapToObj(planes::get).toList();
	}

	/** @param position null for the only plane there is */
	private void addPlane(final PsnrResult plane, final ComparedPlanes.Position position) {
		table.incrementCounter();
		if (position != null) {
			table.addValue("Channel", position.channel());
			table.addValue("Slice", position.slice());
			table.addValue("Frame", position.frame());
		}
		table.addValue("PSNR", plane.psnr());
		addColours(plane.channels(), plane.channels().stream().mapToDouble(PsnrResult.Channel::psnr).toArray());
		if (position != null) { // for the order of the columns
			table.addValue("SD", NONE);
			table.addValue("PSNR_pooled", NONE);
		}
		addWords(plane.convention());
	}

	/** @param channel of the image; 0 for all */
	private void addMean(final PsnrSummary summary, final int channel) {
		table.incrementCounter();
		table.addLabel(summary.label());
		if (channel > 0) table.addValue("Channel", channel);
		else table.addValue("Channel", NONE);
		table.addValue("Slice", NONE);
		table.addValue("Frame", NONE);
		table.addValue("PSNR", summary.psnr().mean());
		addColours(summary.pooled().channels(), summary.channels().stream().mapToDouble(MeanPsnr::mean).toArray());
		table.addValue("SD", summary.psnr().standardDeviation());
		table.addValue("PSNR_pooled", summary.pooled().psnr());
		addWords(summary.convention());
	}

	/** Columns for R, G and B where each has its PSNR; a single one is that of the plane. */
	private void addColours(final List<PsnrResult.Channel> colours, final double[] psnrs) {
		if (psnrs.length > 1) for (int i = 0; i < psnrs.length; i++)
			table.addValue("PSNR_" + colours.get(i).name(), psnrs[i]);
	}

	/** After the numbers, as they are long. */
	private void addWords(final String convention) {
		table.addValue("Reference", reference);
		table.addValue("Test", test);
		table.addValue("Convention", convention);
	}
}
