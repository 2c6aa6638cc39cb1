package sc.fiji.superres.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
