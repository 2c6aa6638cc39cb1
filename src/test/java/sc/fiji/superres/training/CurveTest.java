package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.engine.Loss;

class CurveTest {

	@TempDir
	private Path folder;

	@Test
	void rowsBeyondTheCheckpointAreMadeAgain() throws IOException {
		final Path file = folder.resolve("curve.csv");
		final Curve curve = new Curve(file, 0);
		assertNull(curve.best());
		curve.add(row(100, 30));
		curve.add(row(200, 33));
		curve.add(row(300, 31));
		assertEquals(List.of("step,rate,psnr,ssim,bicubic,seconds,total", "100,4.000e-04,30.0000,0.90000,29.0000,10.0,1.50000",
			"200,4.000e-04,33.0000,0.90000,29.0000,20.0,1.50000", "300,4.000e-04,31.0000,0.90000,29.0000,30.0,1.50000"), Files.readAllLines(file));
		assertEquals(200, new Curve(file, 300).best().step());
		assertEquals(100, new Curve(file, 199).best().step());
		assertEquals(30, new Curve(file, 300).seconds());
	}

	@Test
	void anotherFileIsRefused() throws IOException {
		final Path file = Files.writeString(folder.resolve("curve.csv"), "a,b\n1,2\n");
		assertThrows(IOException.class, () -> new Curve(file, 10));
	}

	@Test
	void theLossesOfADiscriminatorHaveColumnsOfTheirOwn() throws IOException {
		final Path file = folder.resolve("curve.csv");
		final Map<Loss, Double> losses = new EnumMap<>(Map.of(Loss.TOTAL, 2.0, Loss.ADVERSARIAL, 0.5, Loss.DISCRIMINATOR, 1.25, Loss.REAL,
			0.75, Loss.FAKE, 0.25));
		new Curve(file, 0).add(new Curve.Row(10, 1e-4, 28, 0.8, 27, 5, losses));
		assertEquals("step,rate,psnr,ssim,bicubic,seconds,total,adversarial,discriminator,real,fake", Files.readAllLines(file).get(0));
		assertEquals(losses, new Curve(file, 10).last().losses());
	}

	@Test
	void meansAreThoseSinceTheLastRow() {
		final LossMean mean = new LossMean();
		mean.add(Map.of(Loss.TOTAL, 1.0, Loss.REAL, 0.5));
		mean.add(Map.of(Loss.TOTAL, 4.0, Loss.REAL, 1.0));
		assertEquals(2.5, mean.total());
		assertEquals(Map.of(Loss.TOTAL, 2.5, Loss.REAL, 0.75), mean.means());
		mean.clear();
		mean.add(Map.of(Loss.TOTAL, 7.0));
		assertEquals(Map.of(Loss.TOTAL, 7.0), mean.means());
	}

	@ParameterizedTest
	@CsvSource({ "1.2, 26, false, balanced", "0.01, 26, true, the network's at 0.20", "1.2, 20.9, true, far below bicubic",
		"1.2, 21.1, false, balanced" })
	void aGanThatHasCollapsedIsTold(final double discriminator, final double psnr, final boolean collapsed, final String words) {
		final Map<Loss, Double> losses = Map.of(Loss.TOTAL, 1.0, Loss.DISCRIMINATOR, discriminator, Loss.REAL, 0.9, Loss.FAKE, 0.2);
		final Balance balance = Balance.of(new Curve.Row(10, 1e-4, psnr, 0.8, 27, 5, losses));
		assertEquals(collapsed, balance.collapsed());
		assertTrue(balance.text().contains(words), balance.text());
	}

	@Test
	void theRateFallsInSteps() {
		final Schedule schedule = new Schedule(0.4, 10);
		assertEquals(0.4, schedule.rate(0));
		assertEquals(0.4, schedule.rate(9));
		assertEquals(0.2, schedule.rate(10));
		assertEquals(0.05, schedule.rate(39));
	}

	private static Curve.Row row(final long step, final double psnr) {
		return new Curve.Row(step, 4e-4, psnr, 0.9, 29, step / 10.0, Map.of(Loss.TOTAL, 1.5));
	}
}
