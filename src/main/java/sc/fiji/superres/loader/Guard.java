package sc.fiji.superres.loader;

import java.util.function.Supplier;

/** Does what may end the process so that the next start knows, and does not do it again. */
public interface Guard {

	<R> R run(Supplier<R> work);
}
