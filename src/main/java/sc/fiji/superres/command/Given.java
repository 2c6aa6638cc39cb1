package sc.fiji.superres.command;

import java.io.File;
import java.util.Arrays;
import java.util.List;

/** What users give as the values of keys. */
final class Given {

	private Given() {}

	/**
	 * A folder that must be there.
	 *
	 * @param file null where it may be left out
	 * @param content what it should hold, for the message
	 * @return the same
	 * @throws IllegalArgumentException if it is not there
	 */
	static File folder(final String key, final File file, final String content) {
		if (file != null && !file.isDirectory())
			throw new IllegalArgumentException(key + " is " + file + ", but there is no such folder. Name one with " + content + ".");
		return file;
	}

	/** Names with commas between, each once. */
	static List<String> names(final String list) {
		return Arrays.stream(list.split(",")).map(String::trim).filter(name -> !name.isEmpty()).distinct().toList();
	}
}
