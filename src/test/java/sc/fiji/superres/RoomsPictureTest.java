package sc.fiji.superres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class RoomsPictureTest {

	private static final Rooms ROOMS = Rooms.read();
	private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

	@Test
	void thePictureIsThatOfTheClasses() throws IOException {
		assertEquals(RoomsPicture.draw(ROOMS), Files.readString(RoomsPicture.PICTURE), RoomsPicture.PICTURE + " is older than " +
			"the classes. Draw it again, and look at it: mvn -q test-compile exec:java -Dexec.classpathScope=test " +
			"-Dexec.mainClass=" + RoomsPicture.class.getName());
	}

	@Test
	void everyRoomHasAPlaceAndEveryPlaceARoom() {
		assertEquals(new TreeSet<>(ROOMS.names()), new TreeSet<>(RoomsPicture.planned()));
	}

	@Test
	void theTableHasAllRooms() throws IOException {
		final Set<String> table = ROW.matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results().map(row -> row.group(1)).collect(
			Collectors.toCollection(TreeSet::new));
		assertEquals(new TreeSet<>(ROOMS.names()), table);
	}

	@Test
	void aRoomStandsAboveAllThatItSees() {
		for (final String room : ROOMS.names())
			for (final String other : ROOMS.seen(room))
				assertTrue(ROOMS.height(room) > ROOMS.height(other), room + " sees " + other);
	}

	@Test
	void whatIsSeenThroughAnotherRoomHasNoArrow() {
		assertTrue(ROOMS.seen("evaluation").contains("resample"));
		assertEquals(List.of("metric", "upscale"), ROOMS.seenFirst("evaluation"));
	}

	@Test
	void librariesAreThoseOfTheClasses() {
		assertEquals(Set.of("TensorFlow"), ROOMS.libraries("tensorflow"));
		assertEquals(Set.of(), ROOMS.libraries("network"));
		assertTrue(ROOMS.libraries("ui").contains("AWT"));
	}

	@Test
	void textThatWouldLeaveItsBoxIsRefused() {
		assertEquals(List.of("files, written", "whole or not at all"), RoomsPicture.lines("files, written whole or not at all"));
		assertThrows(IllegalStateException.class, () -> RoomsPicture.lines("word ".repeat(14).strip()));
	}
}
