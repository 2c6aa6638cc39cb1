package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OurFilesTest {

	private final OurFiles ours = new OurFiles(Set.of("edsr-x2", "espcn-x3.zip"));

	@ParameterizedTest
	@ValueSource(strings = { "plugins/Super_Resolution-0.1.0-SNAPSHOT.jar", "lib/super-resolution/javacpp-1.5.11.jar",
		"lib/win64/super-resolution/x-1.0-windows-x86_64.jar", "models/edsr-x2/rdf.yaml", "models/espcn-x3.zip",
		"macros/super-resolution/cluster/a.txt", "licenses/super-resolution/javacpp/LICENSE" })
	void whatComesAlongIsOurs(final String path) {
		assertTrue(ours.contains(path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jars/scijava-common-2.100.1.jar", "jars/imglib2-8.0.0.jar", "jars/jackson-core-2.20.jar",
		"jars/Super_Resolution-1.0.jar", "plugins/TrackMate-7.jar", "plugins/Super_Resolution.jar",
		"plugins/sub/Super_Resolution-1.0.jar", "plugins/Super_Resolution-1.0.jar/x", "lib/linux64/libx.so",
		"lib/amiga/super-resolution/x.jar", "lib/super-resolution/x.so", "lib/super-resolution/sub/x.jar", "models/mine/rdf.yaml",
		"models/edsr-x22/rdf.yaml", "macros/StartupMacros.txt", "licenses/LICENSE", "macros/super-resolution/../StartupMacros.txt",
		"lib/super-resolution/.natives.jar", "models/edsr-x2/.hidden/a", "/plugins/Super_Resolution-1.jar",
		"macros/super-resolution/",
		"macros/super-resolution/ä.ijm", "macros/super-resolution/a%2e.ijm", "macros\\super-resolution\\a.ijm", "" })
	void whatMayBeSomebodyElsesIsNot(final String path) {
		assertFalse(ours.contains(path));
	}

	@Test
	void aModelThatCameAlongOnceMayBeWithdrawn() {
		assertTrue(ours.mayWithdraw("models/gone-x2/rdf.yaml"));
		assertFalse(ours.mayWithdraw("jars/gone-1.0.jar"));
	}
}
