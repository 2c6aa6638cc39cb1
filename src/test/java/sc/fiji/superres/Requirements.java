package sc.fiji.superres;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: it is skipped where that is missing, but fails in the project's own CI. */
public final class Requirements {

	private Requirements() {}

	/** @param why what is missing, for the report */
	public static void require(final boolean condition, final String why) {
		if (System.getProperty("superres.ci") != null) Assertions.assertTrue(condition, why);
		Assumptions.assumeTrue(condition, why);
	}
}
