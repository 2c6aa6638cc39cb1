package sc.fiji.superres.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** All that a test does otherwise than a page says: trainings are short, places lie elsewhere, some lines are not run. */
final class Rehearsal {

	/** Options of a training that takes a second or two, in place of those of the page. */
	private static final Map<String, String> TRAINING = new LinkedHashMap<>();

	static {
		TRAINING.put("steps", "2");
		TRAINING.put("steps_phase2", "2");
		TRAINING.put("batch", "2");
		TRAINING.put("patch", "8");
		TRAINING.put("blocks", "1");
		TRAINING.put("filters", "8");
	}

	/** These stay those of the model that a training starts from. */
	private static final List<String> OF_START = List.of("blocks", "filters");

	/** What a macro says in place of what the page says. */
	private static final Map<String, String> MACRO = Map.of(
		"steps=\\d+", "steps=2 batch=2 patch=8",
		"results\\] model=edsr-x2", "results] model=bicubic-x2", // ten images take a while
		"output=\\[/path/to/my model\\]", "output=[/path/to/another model]"); // the line before upscales with that one

	/** How lines begin that are not run here, and what looks after them instead. */
	private static final Map<String, String> ELSEWHERE = Map.of(
		"mvn ", "PagesTest: profiles and tests exist",
		"superres engine --install ", "InstallerIT, EngineInstallerTest: it would download 2.5 GB",
		"SUPERRES_ENGINES=/media/stick superres engine --install ", "InstallFromFolderTest",
		"update-site/", "UpdateSiteIT, PublishScriptTest",
		"SITE_PASSWORD=... update-site/publish.sh ", "PublishScriptTest",
		"java -cp target/classes", "GateTest, PublishScriptTest");

	/** Programs that a machine need not have: what they are given is looked at instead. ClusterScriptsIT runs the scripts. */
	static final List<String> SCHEDULERS = List.of("sbatch", "qsub", "parallel.sh", "collect.sh");

	private Rehearsal() {}

	/** Whether the command lines of a page are not run: a release is made with a repository and a site. */
	static boolean isElsewhere(final Page page) {
		return page.file().endsWith("releasing.md");
	}

	/** Whether no part of a line is run. */
	static boolean isElsewhere(final ShellLine line) {
		return line.parts().stream().allMatch(part -> ELSEWHERE.keySet().stream().anyMatch(part.text()::startsWith));
	}

	/** Whether each macro of a page stands for itself; elsewhere they follow each other. */
	static boolean isOfIndependentLines(final Page page) {
		return page.file().endsWith("macro-reference.md");
	}

	/** Arguments of the launcher as they are run. */
	static List<String> arguments(final List<String> arguments) {
		if (arguments.equals(List.of("models", "--test"))) return List.of("models", "--test", "--model", "espcn-x3");
		if (!arguments.get(0).equals("train") || arguments.contains("--recipe")) return arguments;
		final List<String> all = new ArrayList<>(arguments);
		TRAINING.forEach((name, value) -> {
			final int place = all.indexOf("--" + name);
			if (place >= 0) all.set(place + 1, value);
			else if (!all.contains("--start") || !OF_START.contains(name)) all.addAll(List.of("--" + name, value));
		});
		return all;
	}

	/** A macro as it is run. */
	static String macro(final String text, final Path folder) {
		String macro = text;
		for (final Map.Entry<String, String> change : MACRO.entrySet())
			macro = Pattern.compile(change.getKey()).matcher(macro).replaceAll(change.getValue());
		return macro.replaceAll("run\\(\"TensorFlow Engine...\", \"install=[^;]*;", "").replace("/path/to", folder.toString());
	}
}
