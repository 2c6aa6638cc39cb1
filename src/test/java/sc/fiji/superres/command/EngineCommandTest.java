package sc.fiji.superres.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.Module;

import sc.fiji.superres.loader.EngineFolders;

/** What is refused before anything changes, and what is announced; what changes is tested where it changes nothing of ours. */
class EngineCommandTest {

	@RegisterExtension
	final Commands commands = new Commands();

	/** Keys and values as macros write them. */
	private Object[] inputs(final String text) {
		return Arrays.stream(text.split(" ")).flatMap(pair -> {
			final String[] both = pair.split("=", 2);
			final Object value = both[0].equals("from") ? new File(both[1]) : both[0].matches("nvidia_libraries|self_test") ? Boolean.valueOf(
				both[1]) : both[1];
			return List.of(both[0], value).stream();
		}).toArray();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"engine=theano                         | There is no engine \"theano\", but ",
		"gpu_memory=abc                        | gpu_memory is \"abc\", but must be a whole number of megabytes, or 0 for no limit.",
		"gpu_memory=-1                         | gpu_memory is \"-1\", but must be a whole number of megabytes, or 0 for no limit.",
		"gpu_memory=1.5                        | gpu_memory is \"1.5\", but must be",
		"install=tpu                           | install is \"tpu\", but must be one of nothing, cpu, gpu.",
		"platform=beos install=cpu             | platform is \"beos\", but must be one of this, linux64, linux-arm64, macos-arm64, win64.",
		"from=/stick                           | from is set, but install is nothing. Set install to cpu or gpu, or leave from out.",
		"platform=win64                        | platform is set, but install is nothing.",
		"version=1.0.0                         | version is set, but install is nothing.",
		"nvidia_libraries=true                 | nvidia_libraries is set, but install is nothing.",
		"install=gpu platform=win64            | TensorFlow has no libraries for GPUs on windows-x86_64, only on linux-x86_64. Install the " +
			"engine for the CPU.",
		"install=cpu nvidia_libraries=true     | NVIDIA's libraries belong to the engine for GPUs",
		"install=cpu version=newest            | The version of TensorFlow Java is \"newest\", but must be numbers with dots, such as ",
		"remove=tensorflow-0.0.1-cpu           | There is no engine \"tensorflow-0.0.1-cpu\", but ",
	})
	void whatIsWrongIsSaidBeforeAnythingChanges(final String keys, final String sentence) {
		final SuperResolutionCommand command = commands.refused(EngineCommand.class, inputs(keys));
		assertTrue(command.getCancelReason().startsWith(sentence), command.getCancelReason());
		assertEquals(null, command.report());
	}

	@Test
	void theShippedEngineStays() {
		final String name = EngineFolders.standard().shipped().name();
		assumeTrue(EngineFolders.standard().list().stream().filter(engine -> engine.name().equals(name)).count() == 1, "else it is not meant");
		assertEquals(name + " came with Super-Resolution and goes with it; only engines that were added can be removed.", commands
			.refusal(EngineCommand.class, "remove", name));
	}

	@Test
	void withoutKeysItReports() {
		assertEquals(new EngineReport(EngineFolders.standard()).text(), commands.succeed(EngineCommand.class).report());
	}

	private String announced(final String keys) {
		final Module module = commands.module(EngineCommand.class, inputs(keys));
		return ((EngineCommand) module.getDelegateObject()).describe();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"install=cpu platform=win64               | Installs tensorflow-1.1.0-cpu from Maven Central (about 264 MB), and unpacks it (958 MB " +
			"more). Escape stops that.",
		"install=gpu platform=linux64 from=/stick | Installs tensorflow-1.1.0-gpu from /stick, and unpacks it (1252 MB more). Escape stops that.",
		"install=gpu platform=linux64 nvidia_libraries=true | Installs tensorflow-1.1.0-gpu from Maven Central (about 2564 MB), and unpacks " +
			"it (3557 MB more). Escape stops that. By OK you agree to NVIDIA's licence (docs.nvidia.com/cuda/eula).",
		"self_test=true                           | Tests the engine in a process of its own, so that ImageJ goes on if it crashes.",
		"gpu_memory=4321                          | Will use the engine auto and at most 4321 MB of GPU memory.",
	})
	void whatWillHappenIsAnnounced(final String keys, final String text) {
		final String announced = announced(keys);
		assertTrue(announced.startsWith(text), announced);
		assertTrue(announced.length() <= 6 * 60, "the dialog holds six lines: " + announced);
	}

	@Test
	void whereNothingWillHappenItIsSaidWhatThereIs() {
		assertEquals(new EngineReport(EngineFolders.standard()).brief() + " OK says more in the Log window.", announced("install=nothing"));
	}
}
