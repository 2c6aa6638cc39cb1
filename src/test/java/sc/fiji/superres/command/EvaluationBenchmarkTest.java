package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestImages;

/** Bicubic interpolation on the benchmark sets, which other people measured with other code, as the command measures it. */
class EvaluationBenchmarkTest {

	private final Commands commands = new Commands();

	@BeforeEach
	void empty() {
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void dispose() {
		commands.close();
	}

	private static Path folder(final String set, final String name) {
		final Path folder = TestImages.SHARED_DATA.resolve("test").resolve(set).resolve(name);
		assumeTrue(Files.isDirectory(folder), "needs " + folder);
		return folder;
	}

	private static double mean(final String column) {
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("mean", table.getStringValue("image", table.size() - 1));
		return table.getValue(column, table.size() - 1);
	}

	@ParameterizedTest
	@CsvSource({ "Set5, 2, 33.662, .9299", "Set5, 3, 30.394, .8682", "Set5, 4, 28.422, .8104",
		"Set14, 2, 30.234, .8687", "Set14, 3, 27.543, .7736", "Set14, 4, 26.003, .7019" })
	void bicubicHasThePublishedScores(final String set, final int scale, final double psnr, final double ssim) {
		commands.succeed(EvaluateCommand.class, "models", "bicubic-x" + scale, "hr", folder(set, "HR_x" + scale).toFile());
		assertEquals(psnr, mean("psnr"), 0.001);
		assertEquals(ssim, mean("ssim"), 0.0001);
	}

	@ParameterizedTest
	@CsvSource({ "2, 33.674", "3, 30.405", "4, 28.430" })
	void onLrImagesOfColourItHasThoseOfColour(final int scale, final double psnr) {
		commands.succeed(EvaluateCommand.class, "models", "bicubic-x" + scale, "hr", folder("Set5", "HR_x" + scale).toFile(), "lr", folder(
			"Set5", "LR_x" + scale).toFile());
		assertEquals(psnr, mean("psnr"), 0.001);
	}
}
