package sc.fiji.superres.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@link ModelsWindow} shows of a model.
 *
 * @param name by which it is opened
 * @param path of its package
 * @param kind what it is, in a few words
 * @param description what it is for, in a sentence or two; may be empty
 * @param facts by their names, in the order to be shown; those without a text are left out
 * @param problem why it cannot be relied on; empty where nothing is wrong
 * @param usable whether it can be tested
 * @param picture reads the bytes of its picture, which may be damaged
 */
public record ModelSheet(String name, Path path, String kind, String description, Map<String, String> facts, String problem,
	boolean usable, Supplier<Optional<byte[]>> picture)
{}
