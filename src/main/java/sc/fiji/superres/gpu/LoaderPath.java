package sc.fiji.superres.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders in which Linux looks for a library that a program opens by its name: those of {@code LD_LIBRARY_PATH}, of
 * {@code /etc/ld.so.conf}, and the standard ones (ld.so(8), ldconfig(8)). The cache that ldconfig makes of them is not read.
 */
final class LoaderPath {

	private static final List<String> STANDARD = List.of("lib", "usr/lib", "lib64", "usr/lib64");
	private static final String CONFIGURATION = "etc/ld.so.conf";

	/** Files include each other only by mistake in circles. */
	private static final int DEEPEST = 8;

	private final Machine machine;
	private final List<Path> folders;

	LoaderPath(final Machine machine) {
		this.machine = machine;
		final Set<Path> all = new LinkedHashSet<>(machine.folders("LD_LIBRARY_PATH"));
		all.addAll(configured(CONFIGURATION, DEEPEST));
		STANDARD.forEach(folder -> all.add(machine.path(folder)));
		folders = List.copyOf(all);
	}

	private List<Path> configured(final String pattern, final int deepest) {
		final List<Path> found = new ArrayList<>();
		for (final Path file : deepest == 0 ? List.<Path> of() : machine.files(pattern))
			for (final String line : Machine.text(file).lines().map(each -> each.replaceFirst("#.*", "").strip()).toList()) {
				if (line.matches("include\\s.*")) Stream.of(line.split("\\s+")).skip(1).forEach(included -> found.addAll(configured(
					absolute(included, file), deepest - 1)));
				else if (line.startsWith("/")) found.add(machine.path(line));
			}
		return found;
	}

	private String absolute(final String included, final Path file) {
		return included.startsWith("/") ? included : machine.root().relativize(file.resolveSibling("")) + "/" + included;
	}

	List<Path> folders() {
		return folders;
	}

	/** The file that a program gets by a library's name. */
	Optional<Path> find(final String name) {
		return folders.stream().map(folder -> folder.resolve(name)).filter(Files::isRegularFile).findFirst();
	}
}
