package sc.fiji.superres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;

import sc.fiji.superres.engine.Device;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Inference;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.engine.Precision;
import sc.fiji.superres.engine.Training;
import sc.fiji.superres.engine.TrainingSetup;
import sc.fiji.superres.engine.TrainingState;
import sc.fiji.superres.model.SafeTensors;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Weights;

/**
 * An engine for tests without TensorFlow: each LR pixel becomes a block of equal pixels, whatever the weights; its
 * "SavedModel" is a safetensors file.
 */
public class FakeEngine implements Engine {

	/** Height and width of a window in LR pixels. */
	public record Window(int height, int width) {}

	private final LongPredicate fits;
	private Placement placement = new Placement(-1, "fake device", 0);
	private final List<Window> runs = Collections.synchronizedList(new ArrayList<>());
	private final AtomicInteger open = new AtomicInteger();

	/** Any window fits. */
	public FakeEngine() {
		this(Long.MAX_VALUE);
	}

	/** @param memoryPixels a window of more LR pixels is too much for the engine's memory */
	public FakeEngine(final long memoryPixels) {
		this(pixels -> pixels <= memoryPixels);
	}

	/** @param fits whether the engine's memory is large enough for a window of so many LR pixels, asked at each run */
	public FakeEngine(final LongPredicate fits) {
		this.fits = fits;
	}

	/** The windows that have been run, those that were too large included. */
	public List<Window> runs() {
		return List.copyOf(runs);
	}

	/** Number of inferences that have not been closed. */
	public int open() {
		return open.get();
	}

	@Override
	public String name() {
		return "Fake 2.18.0";
	}

	@Override
	public void useThreads(final int threads) {}

	@Override
	public Engine on(final Device device) {
		return this;
	}

	@Override
	public Placement placement() {
		return placement;
	}

	/** The same with a graphics processor that has so much memory. */
	public FakeEngine withGpu(final long bytes) {
		placement = new Placement(0, "GPU 0 (fake)", bytes);
		return this;
	}

	@Override
	public Inference inference(final Network network, final Weights weights, final int height, final int width)
	{
		open.incrementAndGet();
		return new Inference() {

			private boolean closed;

			@Override
			public void run(final float[] lr, final float[] hr) {
				if (closed) throw new IllegalStateException("The inference is closed.");
				runs.add(new Window(height, width));
				if (!fits.test((long) height * width)) throw new EngineMemoryException("The fake memory is full.", null);
				nearest(lr, hr, height, width, network);
			}

			@Override
			public void close() {
				if (!closed) open.decrementAndGet();
				closed = true;
			}
		};
	}

	private static void nearest(final float[] lr, final float[] hr, final int height, final int width, final Network network) {
		final int channels = network.channels(), scale = network.scale();
		if (lr.length != height * width * channels || hr.length != lr.length * scale * scale)
			throw new IllegalArgumentException("A window of " + height + " x " + width + " does not have " + lr.length + " and " +
				hr.length + " values.");
		for (int y = 0, i = 0; y < height * scale; y++)
			for (int x = 0; x < width * scale; x++)
				for (int c = 0; c < channels; c++)
					hr[i++] = lr[((y / scale) * width + x / scale) * channels + c];
	}

	@Override
	public long memory(final Network network, final long pixels) {
		return Float.BYTES * network.liveFloatsPerPixel() * pixels;
	}

	@Override
	public long memory(final Network network, final TrainingSetup setup) {
		return 0;
	}

	@Override
	public Precision fastestTraining() {
		return Precision.FLOAT32;
	}

	@Override
	public Training training(final Network network, final TrainingState state, final TrainingSetup setup) {
		throw new UnsupportedOperationException("The fake engine does not train.");
	}

	@Override
	public void writeSavedModel(final Network network, final Weights weights, final Path folder) throws IOException {
		new SafeTensors(Map.of(), weights).write(folder.resolve("saved_model.pb"));
	}

	@Override
	public Weights readSavedModel(final Network network, final Path folder) throws IOException {
		return SafeTensors.read(folder.resolve("saved_model.pb")).weights();
	}
}
