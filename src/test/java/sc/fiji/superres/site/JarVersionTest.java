package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.util.FileUtils;

class JarVersionTest {

	@ParameterizedTest
	@CsvSource({ "plugins/Super_Resolution-0.1.0-SNAPSHOT.jar, plugins/Super_Resolution.jar",
		"lib/super-resolution/tensorflow-core-native-1.1.0.jar, lib/super-resolution/tensorflow-core-native.jar",
		"lib/linux64/tensorflow-core-native-1.1.0-linux-x86_64.jar, lib/linux64/tensorflow-core-native-linux-x86_64.jar",
		"lib/macos-arm64/x-1.1.0-macosx-arm64.jar, lib/macos-arm64/x-macosx-arm64.jar", "jars/ij-1.54p.jar, jars/ij.jar",
		"jars/guava-31.1-jre.jar, jars/guava.jar", "models/a-1.0.0.zip, models/a-1.0.0.zip",
		"models/edsr-x2/rdf.yaml, models/edsr-x2/rdf.yaml", "jars/a.jar, jars/a.jar", "jars/a-2.jar, jars/a-2.jar" })
	void theVersionOfAJarIsNoPartOfItsIdentity(final String path, final String identity) {
		assertEquals(identity, JarVersion.strip(path));
	}

	@Test
	void theUpdaterStripsTheSame() {
		final Random random = new Random(7);
		final String[] names = { "a", "tensorflow-core-native", "x2-y", "Super_Resolution" };
		final String[] versions = { "", "-1", "-1.0", "-1.0.2", "-1.54p", "-2.0.0b3", "-1.2-SNAPSHOT", "-1.2-beta-3", "-1.2.GA",
			"-31.1-jre", "-1.2-rc.1" };
		final String[] platforms = { "", "-linux-x86_64", "-linux-arm64", "-macosx-arm64", "-windows-x86_64" };
		for (int i = 0; i < 500; i++) {
			final String path = "lib/" + pick(names, random) + pick(versions, random) + pick(platforms, random) +
				(random.nextInt(9) == 0 ? ".zip" : ".jar");
			assertEquals(FileUtils.stripFilenameVersion(path), JarVersion.strip(path), path);
		}
	}

	private static String pick(final String[] of, final Random random) {
		return of[random.nextInt(of.length)];
	}
}
