package sc.fiji.superres.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes that this process may still take: what the system has free, or less where a container (cgroup version 2 or 1) or
 * the limit of the address space ({@code ulimit -v}) allows less. Read here because libraries for it know the system's
 * memory but not these limits, and the end of either is the end of the process.
 */
final class AvailableMemory {

	private final Path root;

	/** @param root of the file system with {@code proc} and {@code sys}; another one for tests */
	AvailableMemory(final Path root) {
		this.root = root;
	}

	static long bytes() {
		return new AvailableMemory(Path.of("/")).read();
	}

	long read() {
		long bytes = systemFree();
		bytes = Math.min(bytes, controlGroup("sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"));
		bytes = Math.min(bytes, controlGroup("sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes",
			"total_inactive_file"));
		return Math.max(0, Math.min(bytes, addressSpace()));
	}

	private long systemFree() {
		final long available = number("proc/meminfo", "MemAvailable:\\s+(\\d+) kB") * 1024;
		if (available >= 0) return available;
		if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system)
			return system.getFreeMemorySize();
		return Long.MAX_VALUE;
	}

	/** Limit minus use, where pages of files that can be dropped do not count as used; the group's parents limit it too. */
	private long controlGroup(final String mount, final String limitFile, final String useFile, final String droppable) {
		long bytes = Long.MAX_VALUE;
		for (Path group = Path.of(mount).resolve(groupPath(mount)); group != null && group.startsWith(mount); group = group
			.getParent())
		{
			final long limit = number(group.resolve(limitFile).toString(), "(\\d+)");
			final long use = number(group.resolve(useFile).toString(), "(\\d+)");
			final long files = number(group.resolve("memory.stat").toString(), "(?m)^" + droppable + " (\\d+)");
			if (limit >= 0 && use >= 0) bytes = Math.min(bytes, limit - use + Math.max(0, files));
		}
		return bytes;
	}

	private String groupPath(final String mount) {
		final String controller = mount.endsWith("memory") ? "[^:]*:[^:]*\\bmemory\\b[^:]*" : "0:";
		for (final String line : lines("proc/self/cgroup")) {
			final Matcher matcher = Pattern.compile(controller + ":/(.*)").matcher(line);
			if (matcher.matches()) return matcher.group(1);
		}
		return "";
	}

	private long addressSpace() {
		final long limit = number("proc/self/limits", "Max address space\\s+(\\d+)");
		final long used = number("proc/self/status", "VmSize:\\s+(\\d+) kB") * 1024;
		return limit < 0 || used < 0 ? Long.MAX_VALUE : limit - used;
	}

	/** The number that a pattern finds in a file; −1 where there is none. */
	private long number(final String file, final String pattern) {
		final Matcher matcher = Pattern.compile(pattern).matcher(String.join("\n", lines(file)));
		try {
			return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
		}
		catch (final NumberFormatException e) {
			return -1; // larger than any memory: no limit
		}
	}

	private List<String> lines(final String file) {
		try {
			return Files.readAllLines(root.resolve(file));
		}
		catch (final IOException e) {
			return List.of();
		}
	}
}
