package sc.fiji.superres.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import sc.fiji.superres.ForkedJvm;

/** The script that publishes, with a Fiji that only notes what it is asked for. */
@DisabledOnOs(OS.WINDOWS)
class PublishScriptTest {

	private static final String PASSWORD = "open-sesame";
	private static final String GOOD = "[INFO] Would upload new plugins/Super_Resolution-0.1.0.jar\n[INFO] Would upload 1 " +
		"(removing 0) to Super-Resolution (webdav:me:.)";

	@TempDir
	Path folder;

	private SampleApp project;
	private Path fiji;

	@BeforeEach
	void makeProject() throws IOException {
		project = SampleApp.in(folder.resolve("a project"));
		project.writeNew();
		for (final String name : List.of("app", "engines"))
			Files.createSymbolicLink(project.folder().resolve("target").resolve(name), project.folder().resolve(name));
		Files.createSymbolicLink(project.folder().resolve("target/classes"), ForkedJvm.source(Main.class));
		project.text("app/host/x", "");
		Files.createSymbolicLink(project.folder().resolve("app/host/picocli-4.jar"), ForkedJvm.source(CommandLine.class));
		final Path scripts = Files.createDirectory(project.folder().resolve("update-site"));
		Files.copy(Path.of("update-site/publish.sh"), scripts.resolve("publish.sh"));
		Files.copy(project.folder().resolve("THIRD-PARTIES.txt"), scripts.resolve("THIRD-PARTIES.txt"));
		otherSite("jars/imglib2-8.0.0.jar");
		fiji = Files.createDirectories(folder.resolve("a Fiji/jars")).getParent();
		final Path launcher = Files.writeString(fiji.resolve("fiji"), "#!/bin/sh\ncd '" + fiji + "'\necho \"$@\" >> calls.txt\n" +
			"case $* in *--simulate*) cat dry-run.txt; exit \"$(cat status.txt)\";; esac\n");
		assertTrue(launcher.toFile().setExecutable(true));
		dryRun(GOOD, 0);
	}

	/** JUnit would warn that they lead out of its folder. */
	@AfterEach
	void deleteLinks() throws IOException {
		for (final String link : List.of("target/classes", "app/host/picocli-4.jar"))
			project.delete(link);
	}

	@Test
	void whatPassesDryRunAndGateIsUploadedAndThePasswordDoesNotStay() throws Exception {
		assertEquals(0, publish());
		final String name = "--headless --update ", site = "edit-update-site Super-Resolution http://localhost/ webdav:me";
		assertEquals(List.of(name + site + " .", name + "update", name +
			"upload-complete-site --simulate --force Super-Resolution", name +
			site + ":" + PASSWORD + " .", name + "upload-complete-site --force Super-Resolution", name + site + " ."), calls());
		assertTrue(Files.exists(fiji.resolve("plugins/Super_Resolution-0.1.0.jar")));
	}

	@Test
	void aDryRunUploadsNothing() throws Exception {
		assertEquals(0, publish("--dry-run"));
		assertNothingUploaded();
	}

	@Test
	void whatTheGateRefusesIsNotUploaded() throws Exception {
		dryRun("[INFO] Would mark jars/imglib2-8.0.0.jar obsolete\n" + GOOD, 0);
		assertEquals(1, publish());
		assertNothingUploaded();
		assertTrue(output().contains("Refused: jars/imglib2-8.0.0.jar would be touched"), output());
	}

	@Test
	void aFileOfAnotherSiteIsNotUploaded() throws Exception {
		otherSite("plugins/Super_Resolution-0.0.1.jar");
		assertEquals(1, publish());
		assertNothingUploaded();
		assertTrue(output().contains("is a file of the update site Fiji"), output());
	}

	@Test
	void withoutAWholeDryRunNothingIsUploaded() throws Exception {
		dryRun("[INFO] Would upload new plugins/Super_Resolution-0.1.0.jar", 0);
		assertEquals(1, publish());
		dryRun(GOOD, 1);
		assertEquals(1, publish());
		assertNothingUploaded();
	}

	@Test
	void withoutASiteOrAPasswordNothingIsAskedFor() throws Exception {
		assertEquals(1, start("", "Super-Resolution", "http://localhost/"));
		assertTrue(output().contains("there is no password"), output());
		assertEquals(1, start(PASSWORD, "Super-Resolution", "http://localhost"));
		assertTrue(output().contains("must end with a slash"), output());
		Files.delete(project.site().resolve("db.xml.gz"));
		assertEquals(1, publish());
		assertTrue(output().contains("there is no update site"), output());
		assertFalse(Files.exists(fiji.resolve("calls.txt")));
	}

	private int publish(final String... options) throws Exception {
		final List<String> arguments = new ArrayList<>(List.of(options));
		arguments.addAll(List.of("Super-Resolution", "http://localhost/"));
		return start(PASSWORD, arguments.toArray(String[]::new));
	}

	/** @param arguments perhaps an option, then name and address of the site */
	private int start(final String password, final String... arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of("sh", project.folder().resolve("update-site/publish.sh").toString()));
		command.addAll(List.of(arguments));
		command.add(command.size() - 2, fiji.toString());
		command.add("me");
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(
			"output.txt").toFile());
		builder.environment().put("SITE_PASSWORD", password);
		builder.environment().put("OTHER_SITES", folder.resolve("others.txt").toString());
		return builder.start().waitFor();
	}

	private void dryRun(final String text, final int status) throws IOException {
		Files.writeString(fiji.resolve("dry-run.txt"), text + "\n");
		Files.writeString(fiji.resolve("status.txt"), Integer.toString(status));
	}

	private void otherSite(final String path) throws IOException {
		final SiteIndex index = new SiteIndex();
		index.add(Entry.of(path, new Version("c", 20200101000000L, 1, List.of())));
		IndexWriter.write(index, folder.resolve("db.xml.gz"));
		Files.writeString(folder.resolve("others.txt"), "# comment\n\nFiji=" + folder + "\n");
	}

	private void assertNothingUploaded() throws IOException {
		for (final String call : calls())
			assertFalse(call.contains("upload-complete-site --force") || call.contains(PASSWORD), call);
	}

	private List<String> calls() throws IOException {
		return Files.readAllLines(fiji.resolve("calls.txt"));
	}

	private String output() throws IOException {
		return Files.readString(folder.resolve("output.txt"));
	}
}
