package sc.fiji.superres.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {

	@TempDir
	private Path root;

	@BeforeEach
	void system() throws IOException {
		write("proc/meminfo", "MemTotal:       24000000 kB\nMemFree:        100 kB\nMemAvailable:   1000 kB\n");
		write("proc/self/cgroup", "0::/a/b\n");
		write("proc/self/limits", "Max address space         unlimited            unlimited            bytes\n");
		write("proc/self/status", "VmPeak:	  900 kB\nVmSize:	  500 kB\n");
	}

	@Test
	void whatTheSystemHas() {
		assertEquals(1000 * 1024, read());
	}

	@Test
	void limitOfAContainer() throws IOException {
		group("sys/fs/cgroup/a/b", "900000", "500000", "active_file 7\ninactive_file 100000\n");
		assertEquals(500_000, read());
	}

	@Test
	void limitOfAContainerAroundIt() throws IOException {
		group("sys/fs/cgroup/a/b", "max", "500000", "");
		group("sys/fs/cgroup/a", "800000", "600000", "");
		assertEquals(200_000, read());
	}

	@Test
	void limitOfAContainerOfVersion1() throws IOException {
		write("proc/self/cgroup", "11:cpu,cpuacct:/x\n4:memory:/job\n");
		write("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "700000\n");
		write("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "400000\n");
		write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
		write("sys/fs/cgroup/memory/memory.usage_in_bytes", "400000\n");
		assertEquals(300_000, read());
	}

	@Test
	void limitOfTheAddressSpace() throws IOException {
		write("proc/self/limits", "Max address space         612000            unlimited            bytes\n");
		assertEquals(100_000, read());
	}

	@Test
	void nothingLeftIsNotNegative() throws IOException {
		group("sys/fs/cgroup/a/b", "100", "500", "");
		assertEquals(0, read());
	}

	@Test
	void thisMachine() {
		assertTrue(AvailableMemory.bytes() > 0);
	}

	private void group(final String folder, final String limit, final String use, final String statistics) throws IOException {
		write(folder + "/memory.max", limit + "\n");
		write(folder + "/memory.current", use + "\n");
		write(folder + "/memory.stat", statistics);
	}

	private void write(final String file, final String text) throws IOException {
		Files.createDirectories(root.resolve(file).getParent());
		Files.writeString(root.resolve(file), text);
	}

	private long read() {
		return new AvailableMemory(root).read();
	}
}
