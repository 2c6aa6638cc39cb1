package sc.fiji.superres.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.engine.EngineException;

class GpuMemoryLimitTest {

	@ParameterizedTest
	@CsvSource({ "4096,4096", "' 0 ',0", "'',0" })
	void limitsOfTheMemory(final String text, final int megabytes) {
		assertEquals(megabytes, GpuMemoryLimit.parse("SUPERRES_GPU_MEMORY", text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4 GB", "-1", "half", "1.5", "999999999" })
	void limitsThatAreNone(final String text) {
		assertEquals("SUPERRES_GPU_MEMORY is \"" + text + "\", but must be a whole number of megabytes, or 0 for no limit.",
			assertThrows(EngineException.class, () -> GpuMemoryLimit.parse("SUPERRES_GPU_MEMORY", text)).getMessage());
	}

	@Test
	void aProgramSetsTheLimitByAProperty() {
		System.setProperty(GpuMemoryLimit.PROPERTY, "512");
		try {
			assertEquals(512, GpuMemoryLimit.megabytes());
		}
		finally {
			System.clearProperty(GpuMemoryLimit.PROPERTY);
		}
		assertEquals(0, GpuMemoryLimit.megabytes());
	}
}
