package sc.fiji.superres.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Refuses a site that would touch a file that is not ours. */
@Command(name = "gate", description = "Fails if the site, or its upload, would touch a file that is not ours.")
final class GateCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--site", required = true, description = "the folder of the site that is to be published")
	private Path site;

	@Option(names = "--models", required = true, description = "the folder with the models that come along")
	private Path models;

	@Option(names = "--other", paramLabel = "NAME=ADDRESS", description = "another site, whose files ours must not touch")
	private Map<String, String> others = new LinkedHashMap<>();

	@Option(names = "--dry-run", paramLabel = "FILE", description = "what the official uploader printed with --simulate")
	private Path dryRun;

	@Override
	public Integer call() throws IOException {
		final SiteFolder folder = new SiteFolder(site);
		final SiteIndex index = folder.index();
		final Gate gate = new Gate(OurFiles.withModelsOf(models)).checkPaths(index).checkFolder(folder);
		for (final Map.Entry<String, String> other : others.entrySet())
			gate.checkAgainst(other.getKey(), new SiteAddress(other.getValue()).existingIndex(), index);
		if (dryRun != null) gate.checkDryRun(DryRun.read(dryRun));
		gate.complaints().forEach(complaint -> spec.commandLine().getErr().println("Refused: " + complaint));
		if (!gate.complaints().isEmpty()) return ExitCode.SOFTWARE;
		final String compared = others.isEmpty() ? "no other site" : String.join(", ", others.keySet());
		spec.commandLine().getOut().println("All " + index.entries().size() + " files are ours; compared with " + compared +
			(dryRun == null ? ", without a dry run." : " and the dry run."));
		return ExitCode.OK;
	}
}
