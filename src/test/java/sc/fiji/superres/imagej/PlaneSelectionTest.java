package sc.fiji.superres.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;

class PlaneSelectionTest {

	private final ImagePlus image = TestHyperstacks.composite(IJ.COLOR);

	private List<Integer> frames(final String text) {
		return PlaneSelection.of(image, "all", "all", text).frames();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "all; 12345", "' '; 12345", "''; 12345", "' ALL '; 12345", "; 12345", "3; 3", "1-5; 12345",
		"2-3,5; 235", "2-3, 5; 235", "' 2 - 3 ,5 '; 235", "5,2-3; 235", "2,2,1-3; 123", "4-4; 4", "003; 3", "1-3,2-4; 1234" })
	void rangesAsImageJWritesThem(final String text, final String expected) {
		assertEquals(expected.chars().mapToObj(digit -> digit - '0').toList(), frames(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0| the image has frames 1 to 5.", "6| the image has frames 1 to 5.",
		"3-6| the image has frames 1 to 5.", "0-3| the image has frames 1 to 5.", "99999999999999999999| the image has " +
			"frames 1 to 5.",
		"1-2147483648| the image has frames 1 to 5.", "1-2000000000| the image has frames 1 to 5.",
		"4-2| a range goes from the smaller to the larger number; the image has frames 1 to 5.",
		"a| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"1-| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"-1| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"1.5| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"1 2| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"1-2-3| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"','| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"1,,3| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"'1,'| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5.",
		"٣| that is no list of numbers and ranges such as 2 or 1-3,5; the image has frames 1 to 5." })
	void whatNamesNothingIsRefused(final String text, final String reason) {
		assertEquals("frames is \"" + text + "\", but " + reason, assertThrows(IllegalArgumentException.class, () -> frames(text))
			.getMessage());
	}

	@Test
	void theMessageNamesTheKey() {
		assertEquals("channels is \"4\", but the image has channels 1 to 3.", assertThrows(IllegalArgumentException.class,
			() -> PlaneSelection.of(image, "4", null, null)).getMessage());
		assertEquals("slices is \"7\", but the image has slices 1 to 4.", assertThrows(IllegalArgumentException.class,
			() -> PlaneSelection.of(image, null, "7", null)).getMessage());
		final ImagePlus single = TestPlanes.random(8, 3, 2);
		assertEquals("slices is \"2\", but the image has only slice 1.", assertThrows(IllegalArgumentException.class,
			() -> PlaneSelection.of(single, "1", "2", "1")).getMessage());
	}

	@Test
	void planesAreInTheOrderOfTheStack() {
		final PlaneSelection selection = PlaneSelection.of(image, "3,1", "2-4", "5,2");
		assertEquals(12, selection.size());
		int plane = 0;
		for (final int frame : new int[] { 2, 5 })
			for (final int slice : new int[] { 2, 3, 4 })
				for (final int channel : new int[] { 1, 3 }) {
					assertArrayEquals(new int[] { channel, slice, frame }, new int[] { selection.channel(plane), selection.slice(plane), selection
						.frame(plane) });
					assertEquals(image.getStackIndex(channel, slice, frame), selection.stackIndex(plane));
					assertEquals(plane, selection.place(selection.stackIndex(plane)));
					plane++;
				}
		assertEquals(-1, selection.place(image.getStackIndex(2, 2, 2)));
		assertEquals(-1, selection.place(image.getStackIndex(1, 1, 2)));
		assertEquals(-1, selection.place(image.getStackIndex(1, 2, 1)));
	}

	@Test
	void allAreAll() {
		final PlaneSelection all = PlaneSelection.all(image);
		assertEquals(60, all.size());
		for (int i = 0; i < 60; i++)
			assertEquals(i + 1, all.stackIndex(i));
		assertEquals(1, PlaneSelection.all(TestPlanes.random(24, 3, 2)).stackIndex(0));
	}

	@Test
	void aTimeSeriesHasFrames() {
		final ImagePlus series = TestPlanes.randomStack(8, 3, 2, 7);
		series.setDimensions(1, 1, 7);
		assertEquals(List.of(2, 6), PlaneSelection.of(series, "1", "1", "2,6").frames());
		assertEquals(6, PlaneSelection.of(series, "1", "1", "2,6").stackIndex(1));
	}

	@Test
	void steps() {
		assertEquals(1, PlaneSelection.step(Arrays.asList(4)));
		assertEquals(1, PlaneSelection.step(Arrays.asList(2, 3, 4)));
		assertEquals(3, PlaneSelection.step(Arrays.asList(1, 4, 7)));
		assertEquals(0, PlaneSelection.step(Arrays.asList(1, 4, 6)));
		assertEquals(5, PlaneSelection.step(Arrays.asList(1, 6)));
	}
}
