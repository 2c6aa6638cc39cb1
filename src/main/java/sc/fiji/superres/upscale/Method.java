package sc.fiji.superres.upscale;

import java.util.Map;
import java.util.function.Supplier;

import net.imglib2.type.Type;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Placement;

/**
 * What upscales: a model, or a classical interpolation that models are compared with.
 *
 * <pre>
 * Method method = Methods.standard().open("bicubic-x2", Engines::tensorflow);
 * Img&lt;UnsignedByteType&gt; hr = Upscaler.of(method).upscale(lr);
 * </pre>
 *
 * A method asks for an engine only if it needs one.
 */
public sealed interface Method extends Outline permits ModelMethod, Baseline {

	/** What users should know of results whose texture is invented. */
	String INVENTED = "The texture is invented: it looks real, but was not in the image; do not measure in it.";

	/** Whether its windows hold grey levels 0..255 that an intensity map makes, or else the image's own values. */
	boolean takesGreyLevels();

	/**
	 * Prepares windows of one size.
	 *
	 * @param type of the image's pixels
	 * @param rounded whether results of whole numbers may be rounded already: not where a mean follows
	 * @param height of a window in LR pixels
	 * @param width of a window in LR pixels
	 */
	Inference open(Supplier<Engine> engine, Type<?> type, boolean rounded, int height, int width);

	/** {@link #memory(Type, long)} on an engine, which may know it better. */
	long memory(Supplier<Engine> engine, Type<?> type, long pixels);

	/** Where its windows are computed: the engine's device, or the CPU where it needs none. */
	Placement placement(Supplier<Engine> engine);

	/** What it is, for the record of a run: {@code model} and, where there are any, {@code weights}. */
	Map<String, String> identity();

	/** How it computes, for the record of a run: {@code precision} and {@code device}. */
	Map<String, String> computation(Supplier<Engine> engine);
}
