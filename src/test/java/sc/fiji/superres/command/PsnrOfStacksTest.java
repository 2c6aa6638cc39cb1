package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.metric.MetricOptions;
import sc.fiji.superres.metric.Range;

/** Whole stacks, plane by plane: the rows of the table, their mean, one range for all, and nothing read too often. */
class PsnrOfStacksTest {

	@RegisterExtension
	final Commands commands = new Commands();

	private final ResultsTable table = ResultsTable.getResultsTable();

	/** Random pixels below 10000 (32-bit: 1). */
	private static ImagePlus random(final long seed, final int bitDepth, final int channels, final int slices, final int frames) {
		final ImagePlus image = IJ.createHyperStack("random " + seed, 11, 8, channels, slices, frames, bitDepth);
		final Random random = new Random(seed);
		for (int i = 1; i <= image.getStackSize(); i++) {
			final ImageProcessor plane = image.getStack().getProcessor(i);
			for (int j = 0; j < plane.getPixelCount(); j++)
				if (bitDepth == 32) plane.setf(j, random.nextFloat());
				else plane.set(j, bitDepth == 24 ? random.nextInt() : random.nextInt(bitDepth == 8 ? 256 : 10000));
		}
		return image;
	}

	/** A stack whose planes differ from zero by these errors; NaN stays NaN. */
	private static ImagePlus constant(final float... values) {
		final ImagePlus image = IJ.createHyperStack("constant", 4, 3, 1, values.length, 1, 32);
		for (int i = 0; i < values.length; i++)
			for (int j = 0; j < 12; j++)
				image.getStack().getProcessor(i + 1).setf(j, values[i]);
		return image;
	}

	/** By ImageJ's own index of a plane. */
	private static double psnr(final ImagePlus reference, final ImagePlus test, final int channel, final int slice, final int frame,
		final double range)
	{
		final ImageProcessor a = reference.getStack().getProcessor(reference.getStackIndex(channel, slice, frame));
		final ImageProcessor b = test.getStack().getProcessor(test.getStackIndex(channel, slice, frame));
		double sum = 0;
		for (int i = 0; i < a.getPixelCount(); i++)
			sum += Math.pow((double) a.getf(i) - b.getf(i), 2);
		return 10 * Math.log10(range * range / (sum / a.getPixelCount()));
	}

	private String report(final Object... inputs) {
		return commands.succeed(PsnrCommand.class, inputs).report();
	}

	private String refusal(final Object... inputs) {
		final String reason = commands.refusal(PsnrCommand.class, inputs);
		assertEquals(0, table.getCounter());
		return reason;
	}

	@Test
	void fiveDimensionsGiveARowForEachPlaneOneForEachChannelAndTheMean() {
		final ImagePlus reference = random(1, 16, 3, 4, 5);
		final ImagePlus test = random(2, 16, 3, 4, 5);
		final String report = report("reference", reference, "test", test, "range", "4095");
		assertEquals(60 + 3 + 1, table.getCounter());
		final double[] psnrs = new double[60];
		int row = 0;
		for (int frame = 1; frame <= 5; frame++)
			for (int slice = 1; slice <= 4; slice++)
				for (int channel = 1; channel <= 3; channel++, row++) {
					psnrs[row] = psnr(reference, test, channel, slice, frame, 4095);
					assertEquals(psnrs[row], table.getValue("PSNR", row), 1e-9);
					assertEquals(channel, table.getValue("Channel", row));
					assertEquals(slice, table.getValue("Slice", row));
					assertEquals(frame, table.getValue("Frame", row));
					assertEquals("random 1", table.getStringValue("Reference", row));
					assertEquals("random 2", table.getStringValue("Test", row));
					assertEquals("range 4095, border 0, one channel, no rounding", table.getStringValue("Convention", row));
					assertEquals(Double.NaN, table.getValue("SD", row));
				}
		for (int c = 0; c < 3; c++) {
			final int channel = c;
			final double[] own = IntStream.range(0, 20).mapToDouble(i -> psnrs[3 * i + channel]).toArray();
			assertMean(60 + c, own, "mean of 20 planes");
			assertEquals(c + 1, table.getValue("Channel", 60 + c));
		}
		assertMean(63, psnrs, "mean of 60 planes");
		assertEquals(Double.NaN, table.getValue("Channel", 63));
		assertEquals("range 4095, border 0, one channel, no rounding, mean of 60 planes", table.getStringValue("Convention", 63));
		final String start = String.format(Locale.ROOT, "%.6f dB PSNR (mean of 60 planes, standard deviation %.2f; ", table.getValue("PSNR",
			63), table.getValue("SD", 63));
		assertTrue(report.startsWith(start) && report.endsWith(" dB by one MSE of all planes; range 4095, border 0, one " +
			"channel, no rounding)"), report);
	}

	private void assertMean(final int row, final double[] psnrs, final String label) {
		final double mean = Arrays.stream(psnrs).sum() / psnrs.length;
		double squares = 0;
		for (final double psnr : psnrs)
			squares += Math.pow(psnr - mean, 2);
		assertEquals(label, table.getLabel(row));
		assertEquals(mean, table.getValue("PSNR", row), 1e-9);
		assertEquals(Math.sqrt(squares / (psnrs.length - 1)), table.getValue("SD", row), 1e-9);
		final double mse = Arrays.stream(psnrs).map(psnr -> Math.pow(10, -psnr / 10)).sum() / psnrs.length;
		assertEquals(-10 * Math.log10(mse), table.getValue("PSNR_pooled", row), 1e-9);
	}

	/** Without a second plane in any channel there is nothing else to average. */
	@ParameterizedTest
	@CsvSource({ "3, 1, 1", "1, 3, 1", "1, 1, 3" })
	void anyAxisAlone(final int channels, final int slices, final int frames) {
		report("reference", random(1, 8, channels, slices, frames), "test", random(2, 8, channels, slices, frames));
		assertEquals(4, table.getCounter());
		assertEquals("mean of 3 planes", table.getLabel(3));
		assertEquals(channels, table.getValue("Channel", 2));
		assertEquals(slices, table.getValue("Slice", 2));
		assertEquals(frames, table.getValue("Frame", 2));
	}

	@Test
	void theRangeOfTheReferenceIsThatOfTheWholeStack() {
		final ImagePlus reference = random(1, 16, 1, 3, 1);
		final ImagePlus test = random(2, 16, 1, 3, 1);
		reference.getStack().getProcessor(1).set(5, 60000);
		reference.getStack().getProcessor(3).set(0, 0);
		report("reference", reference, "test", test, "range", "reference");
		for (int slice = 1; slice <= 3; slice++)
			assertEquals(psnr(reference, test, 1, slice, 1, 60000), table.getValue("PSNR", slice - 1), 1e-9);
	}

	@Test
	void identicalStacksGiveInfinity() {
		final ImagePlus image = random(1, 8, 1, 2, 2);
		assertEquals("Infinity dB PSNR (mean of 4 planes; Infinity dB by one MSE of all planes; range 255, border 0, one " +
			"channel, no rounding)", report("reference", image, "test", image));
		assertEquals(Double.POSITIVE_INFINITY, table.getValue("PSNR", 4));
		assertEquals(Double.NaN, table.getValue("SD", 4));
	}

	/** Errors of 1, 10 and 0.1 with the range 10: 20, 0 and 40 dB. */
	@Test
	void planesWithoutErrorOrWithNaNDoNotHideTheOthers() {
		final ImagePlus reference = constant(0, 0, 0, 0, Float.NaN);
		final ImagePlus test = constant(1, 10, 0, 0.1f, 0);
		final String report = report("reference", reference, "test", test, "range", "10");
		assertTrue(report.startsWith("20.000000 dB PSNR (mean of 3 of 5 planes, left out 1 without error and 1 with NaN or " +
			"infinite pixels, standard deviation 20.00; "), report);
		assertEquals(Double.POSITIVE_INFINITY, table.getValue("PSNR", 2));
		assertEquals(Double.NaN, table.getValue("PSNR", 4));
		assertEquals(20, table.getValue("PSNR", 5), 1e-6);
		assertEquals(10 * Math.log10(100 / (101.01 / 4)), table.getValue("PSNR_pooled", 5), 1e-6);
		assertEquals("mean of 3 of 5 planes", table.getLabel(5));
		assertTrue(table.getStringValue("Convention", 5).endsWith("left out 1 without error and 1 with NaN or infinite pixels"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "each", "joint", "y" })
	void rgbStacks(final String channels) {
		final ImagePlus reference = random(1, 24, 1, 2, 1);
		final ImagePlus test = random(2, 24, 1, 2, 1);
		report("reference", reference, "test", test, "channels", channels);
		final double[] psnrs = new double[2];
		for (int i = 0; i < 2; i++) {
			final ImagePlus a = new ImagePlus("a", reference.getStack().getProcessor(i + 1));
			final ImagePlus b = new ImagePlus("b", test.getStack().getProcessor(i + 1));
			report("reference", a, "test", b, "channels", channels);
			psnrs[i] = table.getValue("PSNR", table.getCounter() - 1);
			assertEquals(psnrs[i], table.getValue("PSNR", i));
		}
		assertEquals((psnrs[0] + psnrs[1]) / 2, table.getValue("PSNR", 2), 1e-12);
		final String colours = channels.equals("each") ? " PSNR_R PSNR_G PSNR_B" : "";
		assertEquals("Label Channel Slice Frame PSNR" + colours + " SD PSNR_pooled Reference Test Convention", String.join(" ", table
			.getHeadings()));
		if (colours.isEmpty()) return;
		for (final String colour : List.of("PSNR_R", "PSNR_G", "PSNR_B"))
			assertEquals((table.getValue(colour, 3) + table.getValue(colour, 4)) / 2, table.getValue(colour, 2), 1e-12);
	}

	@Test
	void aSinglePlaneHasOneRowWithoutPositions() {
		report("reference", random(1, 8, 1, 1, 1), "test", random(2, 8, 1, 1, 1));
		assertEquals(1, table.getCounter());
		assertEquals(List.of("PSNR", "Reference", "Test", "Convention"), Arrays.asList(table.getHeadings()));
		assertNull(table.getLabel(0));
	}

	@Test
	void aMacroReadsTheMeanFromTheLastRow() {
		final ImagePlus reference = constant(0, 0);
		report("reference", reference, "test", constant(1, 0.1f), "range", "10");
		assertEquals("30.0 mean of 2 planes 3", IJ.runMacro("return '' + d2s(getResult('PSNR', nResults - 1), 1) + ' ' + " +
			"getResultLabel(nResults - 1) + ' ' + nResults;"));
		report("reference", reference, "test", constant(1, 0), "range", "10"); // rows of an earlier run stay
		assertEquals("6 20.0", IJ.runMacro("return '' + nResults + ' ' + d2s(getResult('PSNR', 3), 1);"));
	}

	@Test
	void stacksOfOtherStructureAreRefused() {
		assertEquals("The reference has 1 channel, 2 slices, 3 frames and the test image 1 channel, 3 slices, 2 frames; both " +
			"must have the same. Set them in Image > Properties..., or take the same planes out of " +
			"both.", refusal("reference", random(1, 8, 1, 2, 3),
				"test", random(1, 8, 1, 3, 2)));
		final String planes = refusal("reference", random(1, 8, 3, 1, 1), "test", random(1, 8, 1, 1, 1));
		assertTrue(planes.contains("3 channels, 1 slice, 1 frame and the test image 1 channel"), planes);
		for (final String range : List.of("auto", "reference")) {
			final String type = refusal("reference", random(1, 8, 1, 2, 1), "test", random(1, 24, 1, 2, 1), "range", range);
			assertTrue(type.startsWith("The reference is 8-bit and the test image RGB"), type);
		}
		final String size = refusal("reference", TestInputs.stack(2), "test", random(1, 8, 1, 2, 1));
		assertTrue(size.contains("20 x 16 and the test image 11 x 8"), size);
	}

	@Test
	void missingImagesAreRefused() {
		final ImagePlus image = random(1, 8, 1, 2, 1);
		for (final Object[] inputs : new Object[][] { { "reference", new ImagePlus(), "test", image }, { "reference", image, "test",
			new ImagePlus() } })
			assertTrue(refusal(inputs).startsWith("There is no image."));
	}

	@Test
	void nothingOfTheImagesChanges() {
		final ImagePlus reference = new CompositeImage(random(1, 16, 2, 2, 2), CompositeImage.COMPOSITE);
		final ImagePlus test = random(2, 16, 2, 2, 2);
		for (final ImagePlus image : List.of(reference, test)) {
			image.setPosition(2, 1, 2);
			image.setRoi(1, 1, 3, 3);
			image.setDisplayRange(17, 99);
		}
		report("reference", reference, "test", test, "range", "reference", "error_map", true);
		for (final ImagePlus image : List.of(reference, test)) {
			assertEquals(6, image.getCurrentSlice());
			assertEquals(3, image.getRoi().getBounds().width);
			assertEquals(17, image.getDisplayRangeMin());
			assertEquals(99, image.getDisplayRangeMax());
			assertFalse(image.changes);
			assertFalse(image.isLocked());
		}
	}

	/** Calls with the number of each plane that is read, from 1 on. */
	private static ImagePlus virtual(final ImagePlus image, final IntConsumer onRead) {
		final VirtualStack stack = new VirtualStack(image.getWidth(), image.getHeight(), image.getStackSize()) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				onRead.accept(n);
				return image.getStack().getProcessor(n).duplicate();
			}
		};
		stack.setBitDepth(image.getBitDepth());
		return new ImagePlus(image.getTitle(), stack);
	}

	@Test
	void planesOfVirtualStacksAreReadInPairs() {
		final List<String> reads = new ArrayList<>();
		final ImagePlus reference = virtual(random(1, 16, 1, 4, 1), n -> reads.add("r" + n));
		final ImagePlus test = virtual(random(2, 16, 1, 4, 1), n -> reads.add("t" + n));
		reads.clear(); // ImageJ has read the first ones to show them
		report("reference", reference, "test", test, "range", "type", "error_map", true);
		assertEquals(List.of("r1", "t1", "r2", "t2", "r3", "t3", "r4", "t4"), reads);
		reads.clear();
		report("reference", reference, "test", test, "range", "reference");
		assertEquals(List.of("r1", "t1", "r1", "r2", "r3", "r4", "r1", "t1", "r2", "t2", "r3", "t3", "r4", "t4"), reads);
	}

	/** Cancelled while the second plane is read: no third one, no row. */
	@ParameterizedTest
	@ValueSource(strings = { "type", "reference" })
	void cancellingLeavesNothingBehind(final String range) {
		final List<Integer> reads = new ArrayList<>();
		final ImagePlus reference = virtual(random(1, 16, 1, 4, 1), n -> {
			reads.add(n);
			if (n == 2) Thread.currentThread().interrupt();
		});
		final SuperResolutionCommand command = commands.run(PsnrCommand.class, "reference", reference, "test", random(2, 16, 1, 4, 1),
			"range", range, "error_map", true);
		assertInstanceOf(CancellationException.class, command.failure());
		assertFalse(reads.contains(3));
		assertEquals(0, table.getCounter());
		assertNull(command.report());
	}

	@Test
	void progressCountsPlanes() throws IOException {
		final List<String> told = new ArrayList<>();
		new PsnrMeasurement(MetricOptions.defaults().range(Range.REFERENCE), (task, done, total) -> told.add(
			task + ": " + done + "/" + total)).measure(new ComparedPlanes(random(1, 16, 1, 2, 1), random(2, 16, 1, 2, 1)), null);
		assertEquals(List.of("Reading plane 1 of 2: 0/4", "Reading plane 2 of 2: 1/4", "Measuring plane 1 of 2: 2/4",
			"Measuring plane 2 of 2: 3/4"), told);
	}
}
