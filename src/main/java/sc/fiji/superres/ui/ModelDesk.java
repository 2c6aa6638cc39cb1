package sc.fiji.superres.ui;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What stands behind {@link ModelsWindow}: the models, and the command that does what is clicked. */
public interface ModelDesk {

	/** How a click has ended. */
	enum End {
		DONE, FAILED, STOPPED
	}

	/** @param text what to tell the user; may be empty */
	record Answer(End end, String text) {}

	/** Is told what is being done. */
	interface Listener {

		/** @param total 0 where it is not known */
		void progress(String task, long done, long total);
	}

	/** The label of the command in the menu. */
	String label();

	/**
	 * The models as they lie there now.
	 *
	 * @throws IOException if they cannot be listed; the message is for the user
	 */
	List<ModelSheet> list() throws IOException;

	/** Runs the command with some of its inputs, and waits for its end. */
	Answer run(Map<String, Object> inputs, Listener listener);
}
