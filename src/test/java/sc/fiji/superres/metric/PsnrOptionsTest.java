package sc.fiji.superres.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

public class PsnrOptionsTest {

	@Test
	public void defaultsAreAsDocumented() {
		assertEquals(new PsnrOptions(Range.AUTO, 0, Channels.JOINT), PsnrOptions.defaults());
	}

	@Test
	public void eachOptionChangesAlone() {
		assertEquals(new PsnrOptions(Range.of(4095), 3, Channels.EACH),
			PsnrOptions.defaults().channels(Channels.EACH).border(3).range(4095));
		assertEquals(new PsnrOptions(Range.of(255), 2, Channels.Y), PsnrOptions.benchmark(2));
	}

	@Test
	public void refusesNegativeBorders() {
		assertEquals("border is -1 pixels; it must be 0 or more.",
			assertThrows(IllegalArgumentException.class, () -> PsnrOptions.defaults().border(-1)).getMessage());
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
