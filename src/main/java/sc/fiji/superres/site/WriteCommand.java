package sc.fiji.superres.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.superres.io.TemporaryFile;
import sc.fiji.superres.io.WholeFile;

/** Writes the next version of the update site. */
@Command(name = "write", description = "Writes the update site: all of it, or what is new against the published one.")
final class WriteCommand implements Callable<Integer> {

	private static final String NONE = "none";

	@Spec
	private CommandSpec spec;

	@Mixin
	private ContentOptions sources;

	@Option(names = "--published", required = true, description = "the site as it is published, a folder or address; " + NONE +
		": begin a new one")
	private String published;

	@Option(names = "--new", arity = "0..1", fallbackValue = "true", description = "begin a new one if there is none")
	private boolean mayBeNew;

	@Option(names = "--description", description = "what users read about the plugin in the updater")
	private String description;

	@Option(names = "--link", description = "the plugin's web page")
	private String link;

	@Option(names = "--site", required = true, description = "the folder to write")
	private Path site;

	@Override
	public Integer call() throws IOException {
		final Path extracted = TemporaryFile.createFolder();
		try {
			final SiteContent content = sources.collect(extracted);
			final SiteIndex before = published();
			final long timestamp = SiteTime.after(before, Instant.now());
			final SiteUpdate update = SiteUpdate.of(before, content.files(), Map.of(content.plugin().path(), details()), timestamp);
			new SiteFolder(site).write(update);
			report(content, update);
		}
		finally {
			WholeFile.delete(extracted);
		}
		return 0;
	}

	private SiteIndex published() throws IOException {
		if (published.equals(NONE)) return new SiteIndex();
		final SiteIndex index = new SiteAddress(published).index().orElse(mayBeNew ? new SiteIndex() : null);
		if (index == null) throw new IOException("There is no update site at " + published + ": it has no " + SiteIndex.FILE +
			". If it is to be a new one, say so by --new (Maven: -Dsite.new=true); else correct the address.");
		final OurFiles ours = sources.ours();
		for (final Entry entry : index.entries())
			if (!ours.mayWithdraw(entry.filename())) throw new IOException("The site at " + published + " has " + entry.filename() +
				", which is not ours. Give the address of our own site.");
		return index;
	}

	private List<Detail> details() {
		final List<Detail> details = new ArrayList<>();
		if (description != null) details.add(Detail.of("description", description));
		if (link != null) details.add(Detail.of("link", link));
		return details;
	}

	private void report(final SiteContent content, final SiteUpdate update) {
		final PrintWriter out = spec.commandLine().getOut();
		content.leftOut().forEach((path, reason) -> out.println("left out: " + path + " " + reason));
		update.changed().keySet().forEach(name -> out.println("new: " + name));
		update.obsolete().forEach(path -> out.println("withdrawn: " + path));
		Downloads.table(update).forEach(out::println);
		out.println(site + ": " + content.files().size() + " files, " + update.changed().size() + " of them new or changed, " +
			update.obsolete().size() + " withdrawn");
	}
}
