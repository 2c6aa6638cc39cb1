package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LearningCurveTest {

	/** Of random gains, one validation every 500 steps. */
	private static LearningCurve curve(final int points, final long seed) {
		final Random random = new Random(seed);
		final List<LearningCurve.Point> all = new ArrayList<>();
		for (int i = 1; i <= points; i++)
			all.add(new LearningCurve.Point(1, 500L * i, 1e-4, 30 + Math.round(1e4 * random.nextDouble()) / 1e4, 0.9, 29.5, 10.0 * i));
		return new LearningCurve(all);
	}

	@Test
	void isReadAsWritten() {
		final LearningCurve curve = curve(5, 1).then(curve(3, 2));
		assertEquals(curve, LearningCurve.parse(curve.csv()));
		assertEquals(LearningCurve.EMPTY, LearningCurve.parse(LearningCurve.EMPTY.csv()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "step,rate\n1,2\n", "training,step,rate,psnr,ssim,bicubic,seconds\n1,2\n",
		"training,step,rate,psnr,ssim,bicubic,seconds\n1,2,3,4,5,6,x\n" })
	void anythingElseIsRefused(final String text) {
		assertThrows(IllegalArgumentException.class, () -> LearningCurve.parse(text));
	}

	@Test
	void trainingsAreCounted() {
		final LearningCurve curve = LearningCurve.EMPTY.then(curve(1, 1)).then(curve(1, 2).then(curve(1, 3)));
		assertEquals(List.of(1, 2, 3), curve.points().stream().map(LearningCurve.Point::training).toList());
	}

	private static Document svg(final LearningCurve curve) {
		return assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(
			curve.svg()))));
	}

	private static double[] corners(final Document svg, final int line) {
		return Arrays.stream(((Element) svg.getElementsByTagName("polyline").item(line)).getAttribute("points").split("[ ,]"))
			.mapToDouble(Double::parseDouble).toArray();
	}

	@Test
	void thePictureHasALineForEachTraining() {
		final LearningCurve curve = curve(5, 1).then(curve(3, 2));
		final Document svg = svg(curve);
		assertEquals(2, svg.getElementsByTagName("polyline").getLength());
		assertEquals(10, corners(svg, 0).length);
		assertEquals(6, corners(svg, 1).length);
		assertTrue(corners(svg, 1)[0] > corners(svg, 0)[8]);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void theLineLiesWithinTheAxesAndRisesWithTheGain(final long seed) {
		final LearningCurve curve = curve(7, seed);
		final double[] corners = corners(svg(curve), 0);
		for (int i = 0; i < corners.length; i += 2)
			assertTrue(corners[i] >= 64 && corners[i] <= 620 && corners[i + 1] >= 20 && corners[i + 1] <= 268, Arrays.toString(corners));
		for (int i = 1; i < 7; i++)
			assertTrue((curve.points().get(i).psnr() - curve.points().get(i - 1).psnr()) * (corners[2 * i - 1] - corners[2 * i + 1]) >= 0,
				Arrays.toString(corners));
	}

	@Test
	void labelsAreRoundNumbers() {
		final NodeList labels = svg(curve(20, 1)).getElementsByTagName("text");
		final List<String> texts = new ArrayList<>();
		for (int i = 0; i < labels.getLength(); i++)
			texts.add(labels.item(i).getTextContent());
		assertTrue(texts.containsAll(List.of("0", "2,000", "4,000", "10,000", "0.6", "1.0", "dB above bicubic", "training steps")), texts
			.toString());
	}

	@Test
	void onePointIsAPictureToo() {
		assertEquals(2, corners(svg(curve(1, 1)), 0).length);
		assertEquals(0, svg(LearningCurve.EMPTY).getElementsByTagName("polyline").getLength());
	}
}
