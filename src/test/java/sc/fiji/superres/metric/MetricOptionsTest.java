package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

public class MetricOptionsTest {

	@Test
	public void defaultsAreAsDocumented() {
		assertEquals(new MetricOptions(Range.AUTO, 0, Channels.JOINT), MetricOptions.defaults());
	}

	@Test
	public void eachOptionChangesAlone() {
		assertEquals(new MetricOptions(Range.of(4095), 3, Channels.EACH),
			MetricOptions.defaults().channels(Channels.EACH).border(3).range(4095));
		assertEquals(new MetricOptions(Range.of(255), 2, Channels.Y), MetricOptions.benchmark(2));
	}

	@Test
	public void refusesNegativeBorders() {
		assertEquals("border is -1 pixels; it must be 0 or more.",
			assertThrows(IllegalArgumentException.class, () -> MetricOptions.defaults().border(-1)).getMessage());
	}

	@Test
	public void channelsAreReadAsWritten() {
		for (final Channels channels : Channels.values())
			assertEquals(channels, Channels.parse(channels.toString()));
		assertEquals(Channels.Y, Channels.parse(" Y"));
		assertEquals("channels is 'luma'; it must be each, joint or y.",
			assertThrows(IllegalArgumentException.class, () -> Channels.parse("luma")).getMessage());
	}
}
