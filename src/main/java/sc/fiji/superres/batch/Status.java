package sc.fiji.superres.batch;

import java.util.Locale;

/** What became of an image. */
public enum Status {

	/** Its result was made now. */
	DONE,
	/** Its result was made before, with the same settings. */
	SKIPPED,
	/** It has no result, for a reason. */
	FAILED,
	/** It has not been tried yet. */
	MISSING;

	/** As it stands in tables: {@code done}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
