package sc.fiji.superres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The packages of the software as they are compiled: which of each other, and of other people's libraries, they see. */
final class Rooms {

	private static final String ROOT = "sc.fiji.superres.";

	/** By the beginnings of their packages. */
	private static final Map<String, String> LIBRARIES = libraries();

	private final SortedMap<String, SortedSet<String>> seen = new TreeMap<>();
	private final Map<String, Set<String>> libraries = new HashMap<>();
	private final Map<String, Integer> heights = new HashMap<>();

	private Rooms() {}

	private static Map<String, String> libraries() {
		final Map<String, String> libraries = new LinkedHashMap<>();
		libraries.put("ij.", "ImageJ");
		libraries.put("org.scijava.", "SciJava");
		libraries.put("javax.swing.", "AWT");
		libraries.put("org.tensorflow.", "TensorFlow");
		libraries.put("net.imglib2.", "ImgLib2");
		libraries.put("picocli.", "picocli");
		libraries.put("org.yaml.", "SnakeYAML");
		libraries.put("coursierapi.", "Coursier");
		return libraries;
	}

	/** Those on the class path. */
	static Rooms read() {
		final Rooms rooms = new Rooms();
		for (final JavaClass each : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(ROOT.substring(0, ROOT.length() - 1)))
		{
			final String room = room(each);
			rooms.seen.computeIfAbsent(room, name -> new TreeSet<>());
			rooms.libraries.computeIfAbsent(room, name -> new TreeSet<>(Comparator.comparing(List.copyOf(LIBRARIES
				.values())::indexOf)));
			for (final Dependency dependency : each.getDirectDependenciesFromSelf())
				rooms.add(room, dependency.getTargetClass());
		}
		return rooms;
	}

	private void add(final String room, final JavaClass target) {
		final String other = room(target);
		if (other != null && !other.equals(room)) seen.get(room).add(other);
		LIBRARIES.forEach((start, library) -> {
			if (target.getName().startsWith(start)) libraries.get(room).add(library);
		});
	}

	/** Null for classes of others. */
	private static String room(final JavaClass type) {
		if (!type.getName().startsWith(ROOT)) return null;
		final String rest = type.getName().substring(ROOT.length());
		return rest.substring(0, rest.indexOf('.'));
	}

	/** In the order of the alphabet. */
	List<String> names() {
		return List.copyOf(seen.keySet());
	}

	/** The rooms that a room sees. */
	SortedSet<String> seen(final String room) {
		return seen.get(room);
	}

	/** The libraries that a room sees, by the names that people know. */
	Set<String> libraries(final String room) {
		return libraries.get(room);
	}

	/** The rooms that a room sees but does not also see through others. */
	List<String> seenFirst(final String room) {
		final List<String> first = new ArrayList<>(seen(room));
		first.removeIf(other -> seen(room).stream().anyMatch(each -> !each.equals(other) && reaches(each, other)));
		return first;
	}

	private boolean reaches(final String from, final String to) {
		return from.equals(to) || seen(from).stream().anyMatch(each -> reaches(each, to));
	}

	/**
	 * The height of a room: right below the lowest of those that see it; where none does, right above the highest that it
	 * sees; 0 at the bottom.
	 */
	int height(final String room) {
		final Integer known = heights.get(room);
		if (known != null) return known;
		final int height = names().stream().filter(other -> seen(other).contains(room)).mapToInt(other -> height(other) - 1).min()
			.orElseGet(() -> depth(room));
		heights.put(room, height);
		return height;
	}

	/** The longest way down. */
	private int depth(final String room) {
		return seen(room).stream().mapToInt(other -> depth(other) + 1).max().orElse(0);
	}
}
