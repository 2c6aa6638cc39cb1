package sc.fiji.superres.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

	@ParameterizedTest
	@CsvSource({ "auto,AUTO,-1", "cpu,CPU,-1", "gpu,GPU,-1", "gpu:0,GPU,0", "gpu:17,GPU,17" })
	void whatUsersWrite(final String text, final Device.Kind kind, final int number) {
		assertEquals(new Device(kind, number), Device.parse(text));
		assertEquals(text, Device.parse(text).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GPU", "cuda", "gpu:", "gpu:-1", "gpu:x", "gpu:1000", "gpu 1", "cpu:0", " auto" })
	void whatIsNoDevice(final String text) {
		assertEquals("device is \"" + text + "\", but must be auto, cpu, gpu, or gpu:N with the number of a GPU, counted from 0.",
			assertThrows(IllegalArgumentException.class, () -> Device.parse(text)).getMessage());
	}

	@Test
	void theMemoryOfAPlace() {
		assertTrue(Placement.CPU.freeBytes() > 0);
		assertEquals("CPU", Placement.CPU.kind());
		assertEquals("CPU", Placement.CPU.text());
		final Placement gpu = Placement.gpu(2, "NVIDIA A100, 40960 MB", 123);
		assertEquals(123, gpu.freeBytes());
		assertEquals("GPU", gpu.kind());
		assertEquals("GPU 2 (NVIDIA A100, 40960 MB)", gpu.text());
	}
}
