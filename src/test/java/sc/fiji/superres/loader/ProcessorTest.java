package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorTest {

	@TempDir
	private Path root;

	private Processor intel(final String name, final String flags) throws IOException {
		final String one = "processor\t: 0\nvendor_id\t: GenuineIntel\nmodel\t\t: 60\nmodel name\t: " + name + "\nflags\t\t: " + flags +
			"\nvmx flags\t: avx ept\nbugs\t\t: spectre_v1\n\n";
		Files.createDirectories(root.resolve("proc"));
		Files.writeString(root.resolve("proc/cpuinfo"), one + one.replace("processor\t: 0", "processor\t: 1"));
		return new Processor(root, "amd64");
	}

	@Test
	void whatMatters() throws IOException {
		final Processor processor = intel("AMD EPYC 9V74 80-Core Processor", "fpu sse2 avx f16c avx2 avx512f avx512dq avx512_bf16 amx_bf16");
		assertEquals("AMD EPYC 9V74 80-Core Processor", processor.name());
		assertEquals(List.of("avx", "avx2", "avx512f", "avx512_bf16", "amx_bf16"), processor.instructionSets());
		assertEquals(Optional.empty(), processor.problem());
	}

	@Test
	void oneWithAvxAlone() throws IOException {
		final Processor processor = intel("Intel(R) Core(TM) i7-2600 CPU @ 3.40GHz", "fpu sse4_2 avx lahf_lm");
		assertEquals(List.of("avx"), processor.instructionSets());
		assertEquals(Optional.empty(), processor.problem());
	}

	@ParameterizedTest
	@ValueSource(strings = { "fpu sse4_2 lahf_lm", "fpu noavx avxfoo avx_vnni" })
	void oneWithoutAvxGetsAPlainSentence(final String flags) throws IOException {
		final Processor processor = intel("Intel(R) Pentium(R) CPU G3420 @ 3.20GHz", flags);
		assertEquals(List.of(), processor.instructionSets());
		assertEquals("TensorFlow needs a processor with AVX, which this one (Intel(R) Pentium(R) CPU G3420 @ 3.20GHz) has not: use " +
			"another machine, or, in a virtual one, let it have the processor of its host. Baselines such as bicubic-x2 and the " +
			"measurements need no TensorFlow.", processor.problem().orElseThrow());
	}

	@Test
	void arm() throws IOException {
		Files.createDirectories(root.resolve("proc"));
		Files.writeString(root.resolve("proc/cpuinfo"), "processor\t: 0\nFeatures\t: fp asimd sve bf16\nCPU implementer\t: 0x41\n");
		final Processor processor = new Processor(root, "aarch64");
		assertEquals("aarch64", processor.name());
		assertEquals(List.of(), processor.instructionSets());
		assertEquals(Optional.empty(), processor.problem());
	}

	@Test
	void whatIsNotKnownIsNoObstacle() throws IOException {
		assertEquals(Optional.empty(), new Processor(root, "amd64").problem());
		assertEquals("amd64", new Processor(root, "amd64").name());
		assertEquals("amd64", intel("", "avx").name());
		Files.writeString(root.resolve("proc/cpuinfo"), "flags\n");
		assertEquals(Optional.empty(), new Processor(root, "amd64").problem());
	}

	@Test
	void thisMachineRunsTensorFlow() {
		assertEquals(Optional.empty(), Processor.current().problem());
		assertFalse(Processor.current().name().isBlank());
	}
}
