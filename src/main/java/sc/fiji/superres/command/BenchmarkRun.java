package sc.fiji.superres.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.EngineMemoryException;
import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.evaluation.Evaluation;
import sc.fiji.superres.evaluation.EvaluationImage;
import sc.fiji.superres.evaluation.EvaluationOptions;
import sc.fiji.superres.evaluation.EvaluationTable;
import sc.fiji.superres.evaluation.Score;
import sc.fiji.superres.model.ModelEntry;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.upscale.Baseline;
import sc.fiji.superres.upscale.Method;
import sc.fiji.superres.upscale.ModelMethod;

/**
 * Measures models on data sets by the benchmarks' convention, scale by scale, and before them bicubic interpolation: where
 * that cannot be measured, no model can. What goes wrong with one model or data set does not keep others from being
 * measured.
 */
final class BenchmarkRun {

	private final List<BenchmarkSet> sets;
	private final BenchmarkRecord record;
	private final Supplier<Engine> engine;
	private final Progress progress;
	private final Evaluation evaluation;
	private final List<BenchmarkRow> rows = new ArrayList<>();
	private final Set<String> remarks = new LinkedHashSet<>();
	private boolean complete = true;
	private long done;
	private long total;

	/** @param record where scores are kept; null where they are not */
	BenchmarkRun(final List<BenchmarkSet> sets, final BenchmarkRecord record, final Supplier<Engine> engine,
		final Progress progress)
	{
		this.sets = sets;
		this.record = record;
		this.engine = engine;
		this.progress = progress;
		evaluation = new Evaluation(EvaluationOptions.benchmark(), upscaler -> upscaler.engine(engine).progress(progress
			.silent()));
	}

	/** What has been measured; of a run that was cancelled, too. */
	BenchmarkTable table() {
		return new BenchmarkTable(sets.stream().filter(set -> rows.stream().anyMatch(row -> row.scores().containsKey(set.name())))
			.toList(), List.copyOf(rows));
	}

	/** What was not measured and why, and what was found wrong. */
	List<String> remarks() {
		return List.copyOf(remarks);
	}

	/** Whether all that could be asked for was measured. */
	boolean isComplete() {
		return complete;
	}

	/** Whether a model was measured at all. */
	boolean hasMeasured() {
		return rows.stream().anyMatch(row -> row.card() != null && !row.scores().isEmpty());
	}

	/** A model of any single channel was not made for photographs, so that their number would be held against it. */
	List<ModelEntry> ofPhotographs(final List<ModelEntry> models) {
		return models.stream().filter(model -> {
			final boolean any = model.contents().stream().anyMatch(contents -> contents.network().architecture()
				.channels() == InputChannels.ANY);
			if (any) leaveOut(model.name(), "left out, as it is for single channels of any kind, not for photographs. Name it in " +
				"models to measure it on luma all the same.");
			return !any;
		}).toList();
	}

	/** A remark on what is not to be measured, which is no failure. */
	private void leaveOut(final String what, final String reason) {
		remarks.add(what + ": " + reason);
	}

	private void fail(final String what, final String reason) {
		leaveOut(what, reason);
		complete = false;
	}

	void measure(final List<ModelEntry> models) throws IOException {
		final Map<Integer, List<ModelEntry>> byScale = new TreeMap<>();
		final List<ModelEntry> broken = models.stream().filter(ModelEntry::isBroken).toList();
		for (final ModelEntry model : models)
			model.contents().ifPresent(contents -> byScale.computeIfAbsent(contents.network().scale(), scale -> new ArrayList<>())
				.add(model));
		final long images = sets.stream().mapToLong(BenchmarkSet::size).sum();
		total = images * (byScale.size() + models.size() - broken.size());
		for (final int scale : byScale.keySet())
			measure(scale, byScale.get(scale));
		broken.forEach(entry -> addFailed(entry, entry.problem()));
	}

	private void measure(final int scale, final List<ModelEntry> models) throws IOException {
		final Map<BenchmarkSet, EvaluationImages> usable = usable(scale);
		final Map<String, Score> bicubic = bicubic(scale, usable);
		for (final ModelEntry model : models) {
			if (usable.isEmpty()) addFailed(model, "no data set could be used at x" + scale + ".");
			else measure(model, usable, bicubic);
		}
	}

	/** The data sets that have images of 8 bits for a scale. */
	private Map<BenchmarkSet, EvaluationImages> usable(final int scale) {
		final Map<BenchmarkSet, EvaluationImages> usable = new LinkedHashMap<>();
		for (final BenchmarkSet set : sets)
			try {
				final EvaluationImages images = set.images(scale);
				images.firstOfOtherBits().ifPresentOrElse(file -> leaveOut(set.name(), "left out, as " + file + " has not 8 bits for " +
					"each channel: benchmarks are of 8-bit and RGB images."), () -> usable.put(set, images));
			}
			catch (final IOException | IllegalArgumentException e) {
				fail(set.name() + " at x" + scale, e.getMessage());
			}
		return usable;
	}

	/** Takes the data sets out that it cannot be measured on. */
	private Map<String, Score> bicubic(final int scale, final Map<BenchmarkSet, EvaluationImages> usable) {
		final Baseline baseline = Baseline.named("bicubic-x" + scale).orElseThrow();
		final Map<String, Score> scores = new LinkedHashMap<>();
		for (final BenchmarkSet set : List.copyOf(usable.keySet()))
			try {
				scores.put(set.name(), mean(baseline, set, usable.get(set)));
			}
			catch (final IOException | IllegalArgumentException e) {
				usable.remove(set);
				fail(set.name() + " at x" + scale, e.getMessage());
			}
		if (!scores.isEmpty()) rows.add(BenchmarkRow.of(baseline, scores));
		return scores;
	}

	private void measure(final ModelEntry model, final Map<BenchmarkSet, EvaluationImages> images,
		final Map<String, Score> bicubic)
	{
		final Map<String, Score> scores = new LinkedHashMap<>();
		String problem = "";
		try {
			final Method method = new ModelMethod(model.open(engine.get()));
			for (final BenchmarkSet set : images.keySet())
				scores.put(set.name(), mean(method, set, images.get(set)));
		}
		catch (final IOException | IllegalArgumentException | EngineMemoryException e) {
			problem = e.getMessage();
			fail(model.name(), problem);
		}
		rows.add(BenchmarkRow.of(model, scores, problem));
		if (record != null && !scores.isEmpty()) record.write(model, scores, bicubic);
	}

	private void addFailed(final ModelEntry model, final String problem) {
		rows.add(BenchmarkRow.of(model, Map.of(), problem));
		fail(model.name(), problem);
	}

	private Score mean(final Method method, final BenchmarkSet set, final EvaluationImages images) throws IOException {
		final EvaluationImages wanted = method.takesOneChannel() ? images.withoutLr() : images; // theirs are made of Y
		final EvaluationTable table = new EvaluationTable();
		final long start = done;
		try {
			for (int i = 0; i < wanted.size(); i++) {
				for (final EvaluationImage image : wanted.read(i)) {
					progress.checkCancelled();
					progress.update("Measuring " + method.name() + " on " + set.name() + ", " + image.name(), start + i, total);
					table.add(evaluation.score(method, image));
				}
			}
		}
		finally {
			done = start + set.size();
		}
		return table.means().get(0);
	}
}
