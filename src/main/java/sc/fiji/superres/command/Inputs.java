package sc.fiji.superres.command;

import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** Holds the values of a command's inputs against what their annotations allow. */
final class Inputs {

	private Inputs() {}

	/**
	 * @param texts keys and values as somebody has written them; none where a dialog or a program has set the inputs
	 * @throws IllegalArgumentException naming the first input that is out of its limits
	 */
	static void check(final SuperResolutionCommand command, final Map<String, String> texts) {
		if (!texts.isEmpty()) WrittenInputs.apply(command, texts);
		// what a dialog offers beside may be less than what is allowed
		for (final ModuleItem<?> item : new CommandInfo(command.getClass()).inputs())
			check(item, command.getInput(item.getName()));
	}

	private static void check(final ModuleItem<?> item, final Object value) {
		if (value == null) {
			if (item.isRequired() || item.getType() == String.class)
				throw new IllegalArgumentException("The input \"" + item.getName() + "\" is missing. It is: " +
					item.getDescription() + ".");
			return;
		}
		if (value instanceof Number number) checkRange(item, number);
		if (item.getChoices() != null && !item.getChoices().isEmpty() && !item.getChoices().contains(value))
			throw new IllegalArgumentException(item.getName() + " is \"" + value + "\", but must be one of " + item.getChoices()
				.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
	}

	private static void checkRange(final ModuleItem<?> item, final Number value) {
		final Number min = (Number) item.getMinimumValue();
		final Number max = (Number) item.getMaximumValue();
		final boolean fine = (min == null || value.doubleValue() >= min.doubleValue()) &&
			(max == null || value.doubleValue() <= max.doubleValue());
		if (fine) return;
		throw new IllegalArgumentException(item.getName() + " is " + value + ", but must be " + (max == null ? "at least " + min
			: "from " + min + " to " + max) + ".");
	}
}
