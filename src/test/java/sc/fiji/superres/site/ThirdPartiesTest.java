package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What becomes a part of our jar is named with its licence. */
class ThirdPartiesTest {

	private static final Pattern SHADED = Pattern.compile("<include>[\\w.-]+:([\\w-]+)</include>");

	@Test
	void everyLibraryInOurJarIsNamed() throws IOException {
		final List<String> shaded = SHADED.matcher(Files.readString(Path.of("pom.xml"))).results().map((final MatchResult match) -> match
			.group(1)).toList();
		assertFalse(shaded.isEmpty());
		final List<String> lines = Files.readAllLines(Path.of("update-site/THIRD-PARTIES.txt"));
		assertEquals(shaded, shaded.stream().filter(name -> lines.stream().anyMatch(line -> line.startsWith(name + " ") && line.contains(
			"icen"))).toList());
	}
}
