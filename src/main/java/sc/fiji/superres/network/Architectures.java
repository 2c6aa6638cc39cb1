package sc.fiji.superres.network;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The architectures there are, and their settings as plain names and numbers: {@code {architecture: edsr, scale: 2,
 * blocks: 16, filters: 64, residual_scaling: 1.0, channels: rgb}}.
 */
public final class Architectures {

	static final String NAME = "architecture";

	private static final List<Class<? extends Record>> ALL = List.of(Edsr.class, Espcn.class, Srcnn.class,
		SrResNet.class, Srgan.class);

	private Architectures() {}

	/** The names of all. */
	public static List<String> names() {
		return ALL.stream().map(Architectures::name).toList();
	}

	/** The name of an architecture, such as {@code edsr}. */
	public static String name(final Architecture architecture) {
		return name(architecture.getClass());
	}

	/** Its name and settings, in the order of declaration. */
	public static Map<String, Object> settings(final Architecture architecture) {
		final Map<String, Object> settings = new LinkedHashMap<>();
		settings.put(NAME, name(architecture));
		try {
			for (final RecordComponent component : architecture.getClass().getRecordComponents())
				settings.put(key(component), plain(component.getAccessor().invoke(architecture)));
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException("The settings of " + architecture + " cannot be read.", e);
		}
		return settings;
	}

	private static Object plain(final Object value) {
		return value instanceof InputChannels channels ? channels.toString() : value;
	}

	/**
	 * The architecture that {@link #settings} wrote.
	 *
	 * @throws IllegalArgumentException if there is no such architecture, or a setting is missing, of another kind or out of
	 *           range; other entries are ignored
	 */
	public static Architecture of(final Map<?, ?> settings) {
		final Object name = settings.get(NAME);
		for (final Class<? extends Record> type : ALL)
			if (name(type).equals(name)) return build(type, settings);
		throw new IllegalArgumentException("There is no architecture \"" + name + "\"; there are " +
			String.join(", ", names()) + ".");
	}

	private static Architecture build(final Class<? extends Record> type, final Map<?, ?> settings) {
		final RecordComponent[] components = type.getRecordComponents();
		final Class<?>[] types = new Class<?>[components.length];
		final Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			types[i] = components[i].getType();
			values[i] = value(name(type), key(components[i]), types[i], settings.get(key(components[i])));
		}
		try {
			return (Architecture) type.getDeclaredConstructor(types).newInstance(values);
		}
		catch (final InvocationTargetException e) {
			throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException("The record " + type + " cannot be made.", e);
		}
	}

	private static Object value(final String architecture, final String key, final Class<?> type, final Object value) {
		if (type == int.class && value instanceof Integer) return value;
		if (type == double.class && value instanceof Number number) return number.doubleValue();
		if (type == InputChannels.class)
			for (final InputChannels channels : InputChannels.values())
				if (channels.toString().equals(value)) return channels;
		throw new IllegalArgumentException("The setting " + key + " of " + architecture +
			(value == null ? " is missing; it must be " : " is " + value + ", but must be ") + allowed(type));
	}

	private static String allowed(final Class<?> type) {
		if (type == int.class) return "a whole number.";
		return type == double.class ? "a number." : "rgb, y or any.";
	}

	private static String name(final Class<?> type) {
		return type.getSimpleName().toLowerCase(Locale.ROOT);
	}

	/** residualScaling becomes residual_scaling. */
	private static String key(final RecordComponent component) {
		return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}
}
