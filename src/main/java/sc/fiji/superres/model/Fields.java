package sc.fiji.superres.model;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import sc.fiji.superres.io.WholeFile;

/** The fields of a description, read by name and kind; what is not as it must be is said with package and field. */
final class Fields {

	private final Path path;
	private final String file;
	private final String prefix;
	private final Map<?, ?> values;

	private Fields(final Path path, final String file, final String prefix, final Map<?, ?> values) {
		this.path = path;
		this.file = file;
		this.prefix = prefix;
		this.values = values;
	}

	/** Reads the description of a package. Only plain values are made from it. */
	static Fields read(final PackageFiles files) throws ModelException {
		return read(files, PackageFiles.DESCRIPTION);
	}

	/** Reads a file of a package. Only plain values are made from it. */
	static Fields read(final PackageFiles files, final String name) throws ModelException {
		final Path file = files.file(name);
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			if (new Yaml(new SafeConstructor(new LoaderOptions())).load(reader) instanceof Map<?, ?> map)
				return new Fields(files.path(), name, "", map);
		}
		catch (final YAMLException | IllegalArgumentException e) {
			throw new ModelException("The " + name + " of the model package " + files.path() +
				" is not YAML: it is damaged or half copied. Copy the package again.", e);
		}
		catch (final IOException e) {
			throw new ModelException("The model package " + files.path() + " cannot be read: " + WholeFile.reason(e), e);
		}
		throw new ModelException("The " + name + " of the model package " + files.path() +
			" describes nothing: it is empty, or not a mapping of names to values. Copy the package again.");
	}

	/** The file in words. */
	private String place() {
		return file.equals(PackageFiles.DESCRIPTION) ? "description" : file;
	}

	boolean has(final String key) {
		return values.get(key) != null;
	}

	/** A field that must be there, of any kind. */
	Object get(final String key) throws ModelException {
		final Object value = values.get(key);
		if (value == null)
			throw new ModelException("The " + place() + " of the model package " + path + " has no field " + prefix + key +
				", which must be there.");
		return value;
	}

	String text(final String key) throws ModelException {
		if (get(key) instanceof String text && !text.isBlank()) return text;
		throw wrong(key, "a text");
	}

	/** A text, number, truth value or date as the text that it is written as, or nearly so. */
	String scalar(final String key) throws ModelException {
		final Object value = get(key);
		if (value instanceof Iterable<?> || value instanceof Map<?, ?>) throw wrong(key, "a text");
		return value.toString();
	}

	Fields fields(final String key) throws ModelException {
		if (get(key) instanceof Map<?, ?> map) return new Fields(path, file, prefix + key + ".", map);
		throw wrong(key, "a mapping of names to values");
	}

	List<?> list(final String key) throws ModelException {
		if (get(key) instanceof List<?> list) return list;
		throw wrong(key, "a list");
	}

	/** The entries of a list, each of which must be a mapping; an empty list where the field is missing. */
	List<Fields> listOfFields(final String key) throws ModelException {
		if (!has(key)) return List.of();
		for (final Object element : list(key))
			if (!(element instanceof Map<?, ?>)) throw wrong(key, "a list of mappings of names to values");
		return list(key).stream().map(element -> new Fields(path, file, prefix + key + ".", (Map<?, ?>) element)).toList();
	}

	double number(final String key) throws ModelException {
		if (get(key) instanceof Number number && Double.isFinite(number.doubleValue())) return number.doubleValue();
		throw wrong(key, "a finite number");
	}

	/** The names of all fields. */
	List<String> names() {
		return values.keySet().stream().map(String::valueOf).toList();
	}

	/** Everything as it was read, which stays as it is. */
	Map<?, ?> tree() {
		return values;
	}

	/** All fields that hold a single value. */
	Map<String, Object> plainValues() {
		final Map<String, Object> plain = new LinkedHashMap<>();
		values.forEach((key, value) -> {
			if (value != null && !(value instanceof Iterable<?>) && !(value instanceof Map<?, ?>))
				plain.put(String.valueOf(key), value);
		});
		return plain;
	}

	/** What to throw where a field is not what it must be. */
	ModelException wrong(final String key, final String allowed) {
		final Object value = values.get(key);
		final String found = value == null ? "missing" : value instanceof Map<?, ?> ? "a mapping of names to values" :
			value instanceof Iterable<?> ? "a list" : "\"" + value + "\"";
		return new ModelException("In the " + place() + " of the model package " + path + ", " + prefix + key + " is " + found +
			", but must be " + allowed + ".");
	}
}
