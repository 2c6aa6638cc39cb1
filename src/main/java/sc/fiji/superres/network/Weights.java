package sc.fiji.superres.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a network's weights, by name, in the order in which the network lists them. */
public final class Weights {

	private final Map<String, Weight> specifications = new LinkedHashMap<>();
	private final Map<String, float[]> values = new LinkedHashMap<>();
	private String hash;

	/**
	 * Adds a weight.
	 *
	 * @throws IllegalArgumentException if there are not as many values as the shape says
	 */
	public Weights put(final Weight weight, final float[] data) {
		if (data.length != weight.size())
			throw new IllegalArgumentException("Weight " + weight.name() + " of shape " + weight.shape() + " needs " +
				weight.size() + " values, but has " + data.length + ".");
		specifications.put(weight.name(), weight);
		values.put(weight.name(), data);
		hash = null;
		return this;
	}

	/** The values of a weight in row-major order, not copied and not to be changed; null where there is no such weight. */
	public float[] get(final String name) {
		return values.get(name);
	}

	public Collection<Weight> list() {
		return specifications.values();
	}

	/**
	 * The weights that a network needs, in its order.
	 *
	 * @throws IllegalArgumentException naming the first one that is missing, has another shape, holds a value that is not
	 *           finite, or belongs to no layer
	 */
	public Weights select(final Network network) {
		return select(network.weights(), network.toString());
	}

	/**
	 * The weights that are wanted, in their order.
	 *
	 * @param of what they are the weights of, for messages
	 * @throws IllegalArgumentException as {@link #select(Network)} does
	 */
	public Weights select(final List<Weight> wanted, final String of) {
		final List<String> foreign = new ArrayList<>(specifications.keySet());
		final Weights selected = new Weights();
		for (final Weight weight : wanted) {
			final Weight found = specifications.get(weight.name());
			if (found == null)
				throw new IllegalArgumentException("Weight " + weight.name() + " of shape " + weight.shape() +
					" is missing: these are not the weights of " + of + ".");
			if (!found.shape().equals(weight.shape()))
				throw new IllegalArgumentException("Weight " + weight.name() + " has the shape " + found.shape() + ", but " +
					of + " needs " + weight.shape() + ".");
			final float[] data = values.get(weight.name());
			if (!areFinite(data))
				throw new IllegalArgumentException("Weight " + weight.name() + " holds a value that is not a finite number: the " +
					"weights are damaged, or come from a training that diverged.");
			selected.put(weight, data);
			foreign.remove(weight.name());
		}
		if (!foreign.isEmpty())
			throw new IllegalArgumentException("Weight " + foreign.get(0) + " belongs to no layer of " + of +
				": these are the weights of another network.");
		return selected;
	}

	/** Whether all values are numbers, and not infinite. */
	public boolean areFinite() {
		return values.values().stream().allMatch(Weights::areFinite);
	}

	private static boolean areFinite(final float[] data) {
		for (final float value : data)
			if (!Float.isFinite(value)) return false;
		return true;
	}

	/** SHA-256 over names and little-endian values, in hexadecimal: the identity of a trained network. Computed once. */
	public synchronized String hash() {
		if (hash == null) hash = computeHash();
		return hash;
	}

	private String computeHash() {
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (final Map.Entry<String, float[]> entry : values.entrySet()) {
				digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
				final ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
				bytes.asFloatBuffer().put(entry.getValue());
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
