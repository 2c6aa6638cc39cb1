package sc.fiji.superres.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processor of this machine, as Linux tells it. Elsewhere little is known of it: what is not known is no obstacle.
 */
public final class Processor {

	/** What makes TensorFlow faster, where the processor has it. */
	private static final List<String> SETS = List.of("avx", "avx2", "avx512f", "avx512_bf16", "amx_bf16");

	/** TensorFlow's libraries are compiled for it, and end the process where it is missing. */
	private static final String NEEDED = "avx";

	private static final Pattern NAME = Pattern.compile("(?m)^model name\\h*:\\h*(\\S.*)$");
	private static final Pattern FLAGS = Pattern.compile("(?m)^flags\\h*:\\h*(\\S.*)$");

	private final String information;
	private final String architecture;

	/**
	 * @param root of the file system with {@code proc}; another one for tests
	 * @param architecture as Java names it
	 */
	Processor(final Path root, final String architecture) {
		information = read(root.resolve("proc/cpuinfo"));
		this.architecture = architecture;
	}

	public static Processor current() {
		return new Processor(Path.of("/"), System.getProperty("os.arch"));
	}

	/** Such as {@code AMD EPYC 9V74}; where the system does not tell, the architecture, such as {@code aarch64}. */
	public String name() {
		return find(NAME).map(String::strip).orElse(architecture);
	}

	/** Those of avx, avx2, avx512f, avx512_bf16 and amx_bf16 that it has; none where that is not known. */
	public List<String> instructionSets() {
		final Set<String> flags = flags();
		return SETS.stream().filter(flags::contains).toList();
	}

	/** Why TensorFlow cannot run on it, for the user; empty if it can, or that is not known. */
	Optional<String> problem() {
		final Set<String> flags = flags();
		if (!Platform.isIntel(architecture) || flags.isEmpty() || flags.contains(NEEDED)) return Optional.empty();
		return Optional.of("TensorFlow needs a processor with AVX, which this one (" + name() + ") has not: use another " +
			"machine, or, in a virtual one, let it have the processor of its host. " + Platform.WITHOUT_TENSORFLOW);
	}

	private Set<String> flags() {
		return find(FLAGS).map(flags -> Set.copyOf(Arrays.asList(flags.strip().split("\\s+")))).orElse(Set.of());
	}

	private Optional<String> find(final Pattern pattern) {
		final Matcher matcher = pattern.matcher(information);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			return ""; // not Linux
		}
	}
}
