package sc.fiji.superres.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.superres.Golden;
import sc.fiji.superres.cli.Superres.Run;

/** Work that a released version has begun goes on. */
class GoldenFoldersTest {

	@TempDir
	private Path folder;

	static List<Path> versions() throws IOException {
		return Golden.versions();
	}

	@ParameterizedTest
	@MethodSource("versions")
	void aBatchThatWasKilled(final Path version) throws IOException {
		Golden.copy(version.resolve("batch"), folder);
		final Path images = folder.resolve("images");
		final Path results = folder.resolve("results");
		Golden.setTimes(images);
		final Path job = results.resolve(".superres-batch/job.yaml");
		Files.writeString(job, Files.readString(job).replace(Golden.PLACE, folder.toString()));
		final byte[] first = Files.readAllBytes(results.resolve("image0.png"));
		final Run run = new InThisJvm().run(GoldenData.batch(images, results));
		assertEquals(0, run.status(), run.err());
		assertTrue(run.out().startsWith("1 done, 2 skipped\n"), run.out());
		assertArrayEquals(first, Files.readAllBytes(results.resolve("image0.png")));
		assertTrue(Files.exists(results.resolve("image2.png")));
	}

	@ParameterizedTest
	@MethodSource("versions")
	void aTrainingThatWasStopped(final Path version) throws IOException {
		Golden.copy(version.resolve("training"), folder);
		final Path curve = folder.resolve("model.training/curve.csv");
		final List<String> before = Files.readAllLines(curve);
		final Run run = new InThisJvm().run(GoldenData.training(folder.resolve("images"), folder.resolve("model"), "--steps", 6));
		assertEquals(0, run.status(), run.err());
		final List<String> after = Files.readAllLines(curve);
		assertEquals(before, after.subList(0, before.size()));
		assertEquals(before.size() + 1, after.size());
		assertTrue(after.get(before.size()).startsWith("6,"), after.toString());
		assertTrue(Files.exists(folder.resolve("model/rdf.yaml")));
	}
}
