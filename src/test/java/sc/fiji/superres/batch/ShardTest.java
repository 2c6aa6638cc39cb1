package sc.fiji.superres.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

	@ParameterizedTest
	@ValueSource(strings = { "0/0", "5/3", "0/3", "1", "a/b", "1/0", "-1/2", "1/2/3", "", "1/1000000", "1.5/2", "99999999999/2" })
	void noShard(final String text) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Shard.parse(text)).getMessage();
		assertTrue(message.startsWith("shard is \"" + text + "\", but must be I/N"), message);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 20, 31 })
	void togetherTheyHaveEachElementOnceAndAreOfOneSize(final int count) {
		final List<Integer> all = IntStream.range(0, 20).boxed().toList();
		final List<Integer> found = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			final List<Integer> part = Shard.parse(i + "/" + count).of(all);
			assertTrue(part.size() == 20 / count || part.size() == 20 / count + 1, part.toString());
			found.addAll(part);
		}
		assertEquals(all, found.stream().sorted().toList());
	}

	@Test
	void theText() {
		assertEquals("2/7", Shard.parse(" 2/7 ").toString());
		assertTrue(Shard.parse("1/1").isAll());
	}
}
