package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** {@code CITATION.cff} is of the Citation File Format 1.2.0, and says what pom, changelog and networks say. */
class CitationTest {

	private static final Pattern VERSION = Pattern.compile("<artifactId>Super_Resolution</artifactId>\\s*<version>([^<]+)<");
	private static final Pattern SECTION = Pattern.compile("^## \\[([^]]+)] - (unreleased|\\d{4}-\\d{2}-\\d{2})$",
		Pattern.MULTILINE);
	private static final String SNAPSHOT = "-SNAPSHOT";

	private Map<?, ?> citation;

	@BeforeEach
	void read() throws IOException {
		citation = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(new DumperOptions()), new DumperOptions(),
			new Strings()).load(Files.readString(Path.of("CITATION.cff")));
	}

	/** Dates and versions are no numbers. */
	private static final class Strings extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			addImplicitResolver(Tag.INT, INT, "0123456789");
		}
	}

	@Test
	void itHasWhatTheFormatDemands() {
		assertEquals("1.2.0", citation.get("cff-version"));
		assertEquals("software", citation.get("type"));
		assertEquals("BSD-2-Clause", citation.get("license"));
		for (final String text : List.of("message", "title"))
			assertFalse(((String) citation.get(text)).isBlank(), text);
		assertEquals(List.of(Map.of("name", "Super-Resolution developers")), citation.get("authors"));
	}

	@Test
	void everyReferenceHasTitleAuthorsYearAndPlace() {
		for (final Map<?, ?> paper : references()) {
			final String title = (String) paper.get("title");
			assertTrue(List.of("article", "conference-paper").contains(paper.get("type")), title);
			if (paper.get("type").equals("article")) assertNotNull(paper.get("journal"), title);
			else assertNotNull(((Map<?, ?>) paper.get("conference")).get("name"), title);
			assertTrue(paper.get("year") instanceof Integer, title);
			for (final Object author : (List<?>) paper.get("authors"))
				assertEquals(2, ((Map<?, ?>) author).values().stream().filter(name -> !name.toString().isBlank()).count(), title);
		}
	}

	@Test
	void thePapersAreThoseOfTheNetworks() {
		final Set<String> cited = references().stream().map(paper -> (String) paper.get("doi")).collect(Collectors.toSet());
		assertEquals(TestNetworks.small().map(network -> network.paper().doi()).collect(Collectors.toSet()), cited);
	}

	private List<Map<?, ?>> references() {
		return ((List<?>) citation.get("references")).stream().<Map<?, ?>> map(paper -> (Map<?, ?>) paper).toList();
	}

	/** A version under way is in the changelog without a day; the citation names one that is out, or none. */
	@Test
	void theVersionIsThatOfPomAndChangelog() throws IOException {
		final Matcher pom = VERSION.matcher(Files.readString(Path.of("pom.xml")));
		assertTrue(pom.find());
		final String version = pom.group(1).replace(SNAPSHOT, "");
		final boolean released = !pom.group(1).endsWith(SNAPSHOT);
		final Map<String, String> days = SECTION.matcher(Files.readString(Path.of("CHANGELOG.md"))).results().collect(Collectors
			.toMap(section -> section.group(1), section -> section.group(2)));
		assertTrue(days.containsKey(version), "CHANGELOG.md has no section on " + version);
		assertEquals(!released, days.get(version).equals("unreleased"), version + " is " + days.get(version));
		if (released) assertEquals(version, citation.get("version"));
		if (citation.containsKey("version")) assertEquals(days.get(citation.get("version")), citation.get("date-released"));
	}
}
