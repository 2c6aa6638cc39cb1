package sc.fiji.superres.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Weight;
import sc.fiji.superres.network.Weights;

/** What is broken or foreign is refused, and the message names the package and what is wrong. */
class BrokenPackageTest {

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();
	private Path model;

	@BeforeEach
	void write() throws IOException {
		model = folder.resolve("model");
		ModelPackage.write(model, TestModels.NETWORK, TestModels.weights(TestModels.NETWORK, 1), TestModels.scoredCard(), engine);
	}

	@Test
	void missingPackage() throws IOException {
		model = folder.resolve("none");
		assertRefused("There is no model package");
		assertRefused("There is no model package", folder.resolve("none.zip"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rdf.yaml", "saved_model.zip", "test_input.npy", "test_output.npy" })
	void missingFile(final String name) throws IOException {
		Files.delete(model.resolve(name));
		assertRefused("has no file " + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: [1, 2", "\u0000\u0001\u0002", "a: !!javax.script.ScriptEngineManager []", "a: b: c" })
	void notYaml(final String text) throws IOException {
		Files.writeString(model.resolve("rdf.yaml"), text);
		assertRefused("is not YAML");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "just text", "- 1\n- 2" })
	void noMapping(final String text) throws IOException {
		Files.writeString(model.resolve("rdf.yaml"), text);
		assertRefused("describes nothing");
	}

	@Test
	void notUtf8() throws IOException {
		Files.write(model.resolve("rdf.yaml"), new byte[] { 'a', ':', ' ', (byte) 0xff, (byte) 0xfe });
		assertRefused("is not YAML");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"type: model                    | type: dataset         | its type is \"dataset\", but must be \"model\"",
		"type: model                    | type: [model]         | type is a list, but must be a text",
		"type: model                    | kind: model           | has no field type",
		"format_version: 0.4.10         | format_version: 0.5.3 | is of format 0.5.3; format 0.4 is read",
		"format_version: 0.4.10         | format_version: 0.40  | is of format 0.4",
		"super_resolution:              | other:                | is one of another software",
		"architecture: edsr             | architecture: magic   | There is no architecture \"magic\"; there are edsr",
		"architecture: edsr             | architecture: 5       | super_resolution.architecture is \"5\", but must be a text",
		"blocks: 1                      | blocks: many          | setting blocks of edsr is many",
		"blocks: 1                      | blocks: [1]           | setting blocks of edsr",
		"blocks: 1                      | blocks: 0             | 1 to 256 blocks",
		"blocks: 1                      | blockz: 1             | setting blocks of edsr",
		"weights_hash:                  | other:                | has no field config.super_resolution.weights_hash",
		"channels: rgb                  | channels: cmyk        | setting channels of edsr is cmyk, but must be rgb, y or any",
		"channels: rgb                  | channels: y           | conv_in.kernel has the shape [3, 3, 3, 4]",
		"timestamp: '2026-01-31T12:34:56Z' | timestamp: soon    | timestamp is \"soon\", but must be a time",
		"license: CC-BY-4.0             | licence: CC-BY-4.0    | has no field license",
		"tensorflow_saved_model_bundle  | onnx                  | has no field weights.tensorflow_saved_model_bundle",
		"source: saved_model.zip        | source: other.zip     | has no file other.zip",
		"source: saved_model.zip        | source: ../model/saved_model.zip/../../x | names a file outside of itself",
		"source: saved_model.zip        | source: https://example.org/saved_model.zip | names a file outside of itself",
		"source: saved_model.zip        | source: 5             | weights.tensorflow_saved_model_bundle.source is \"5\"",
		"Set5: {psnr: 37.678, ssim: 0.9596, sharpness: 0.93} | Set5: 37.678 | super_resolution.scores.Set5 is \"37.678\", but must be a mapping",
		"psnr: 37.678                   | psnr: high            | super_resolution.scores.Set5.psnr is \"high\", but must be a finite",
		"psnr: 37.678                   | psnr: .nan            | super_resolution.scores.Set5.psnr is \"NaN\", but must be a finite",
		"psnr: 37.678                   | psnr: .inf            | scores.Set5.psnr is \"Infinity\", but must be a finite number",
		"psnr: 37.678                   | ps: 37.678            | has no field config.super_resolution.scores.Set5.psnr",
		"ssim: 0.9596                   | ssim: 95.96           | scores.Set5.ssim is \"95.96\", but must be a number from -1 to 1",
		"sharpness: 0.93                | sharpness: -0.1       | scores.Set5.sharpness is \"-0.1\", but must be a number from 0 on",
		"ssim: 0.9596                   | ssim: [0.9596]        | super_resolution.scores.Set5.ssim is a list, but must be a finite",
		"psnr: 33.662                   | psnr: low             | super_resolution.bicubic_scores.Set5.psnr is \"low\", but must be",
		"Set5: {psnr: 37.678            | '': {psnr: 37.678     | scores is a mapping of names to values, but must be a mapping of",
		"test_inputs: [test_input.npy]  | test_inputs: []       | test_inputs is a list, but must be a list of one file name",
	})
	void wrongField(final String from, final String to, final String message) throws IOException {
		final Path file = model.resolve("rdf.yaml");
		final String text = Files.readString(file);
		assertTrue(text.contains(from), text);
		Files.writeString(file, text.replace(from, to));
		if (message.equals("is of format 0.4")) ModelPackage.read(model, engine); // 0.40 is the number 0.4
		else assertRefused(message);
	}

	@Test
	void damagedWeights() throws IOException {
		final Path file = model.resolve("saved_model.zip");
		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 1;
		Files.write(file, bytes);
		assertRefused("is damaged or half copied: saved_model.zip has the SHA-256 ");
		Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
		assertRefused("is damaged or half copied");
	}

	@Test
	void weightsThatAreNoZip() throws IOException {
		replaceWeights("text".getBytes(StandardCharsets.UTF_8));
		assertRefused("The weights of the model package");
	}

	@Test
	void weightsOfOtherShapes() throws IOException {
		replaceWeights(TestModels.weights(new Edsr(2, 1, 5, 1).network(), 1));
		assertRefused("has the shape [3, 3, 3, 5]");
	}

	@Test
	void missingVariable() throws IOException {
		final Weights whole = TestModels.weights(TestModels.NETWORK, 1);
		final Weights part = new Weights();
		for (final Weight weight : whole.list())
			if (!weight.name().equals("body_out.bias")) part.put(weight, whole.get(weight.name()));
		replaceWeights(part);
		assertRefused("body_out.bias");
	}

	@Test
	void weightsOfAnotherTraining() throws IOException {
		replaceWeights(TestModels.weights(TestModels.NETWORK, 2));
		assertRefused("are not those that its description names");
	}

	@Test
	void weightsThatAreNotFinite() throws IOException {
		final Weights weights = TestModels.weights(TestModels.NETWORK, 1);
		weights.get("conv_in.bias")[0] = Float.NaN;
		replaceWeights(weights);
		assertRefused("conv_in.bias holds a value that is not a finite number");
	}

	@Test
	void zipThatLeadsOutside() throws IOException {
		final Path zip = folder.resolve("evil.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			out.putNextEntry(new ZipEntry("../../escaped.txt"));
			out.write('x');
		}
		assertRefused("cannot be read", zip, "is not a whole zip file");
		replaceWeights(Files.readAllBytes(zip));
		assertRefused("names a file outside of itself");
		assertFalse(Files.exists(Path.of(System.getProperty("java.io.tmpdir")).getParent().resolve("escaped.txt")));
	}

	@Test
	void truncatedZip() throws IOException {
		final Path zip = folder.resolve("model.zip");
		Zips.pack(model, zip);
		final byte[] whole = Files.readAllBytes(zip);
		for (final int length : new int[] { 0, 10, whole.length / 2, whole.length - 1 }) {
			Files.write(zip, Arrays.copyOf(whole, length));
			assertRefused("is not a whole zip file: it is damaged or half copied", zip);
		}
	}

	@Test
	void fileThatIsNoPackage() throws IOException {
		final Path file = Files.writeString(folder.resolve("model.txt"), "text");
		assertRefused("is not a model package: a package is a folder or a zip file", file);
	}

	@Test
	void damagedTestTensor() throws IOException {
		Files.writeString(model.resolve("test_output.npy"), "text");
		final ModelException e = assertThrows(ModelException.class, () -> ModelPackage.read(model, engine).test(engine));
		assertTrue(e.getMessage().contains("cannot be tested") && e.getMessage().contains("is not a NumPy file"), e.getMessage());
	}

	private void replaceWeights(final Weights weights) throws IOException {
		final Path savedModel = Files.createDirectory(folder.resolve("saved_model"));
		new SafeTensors(Map.of(), weights).write(savedModel.resolve("saved_model.pb"));
		final Path zip = folder.resolve("other.zip");
		Zips.pack(savedModel, zip);
		replaceWeights(Files.readAllBytes(zip));
	}

	/** Another file of weights, the checksum in the description right. */
	private void replaceWeights(final byte[] bytes) throws IOException {
		final Path zip = model.resolve("saved_model.zip"), rdf = model.resolve("rdf.yaml");
		final String old = Checksum.sha256(zip);
		Files.write(zip, bytes);
		Files.writeString(rdf, Files.readString(rdf).replace(old, Checksum.sha256(zip)));
	}

	private void assertRefused(final String message) {
		assertRefused(message, model);
	}

	private void assertRefused(final String message, final Path path, final String... alternatives) {
		final String found = assertThrows(ModelException.class, () -> ModelPackage.read(path, engine)).getMessage();
		assertTrue(found.contains(path.toString()), found);
		assertTrue(found.contains(message) || Arrays.stream(alternatives).anyMatch(found::contains), found);
		assertTrue(found.endsWith(".") && !found.endsWith("..") && !found.contains("Exception"), found);
	}
}
