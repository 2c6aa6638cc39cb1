package sc.fiji.superres.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.superres.FakeEngine;
import sc.fiji.superres.TestImages;
import sc.fiji.superres.TestNetworks;
import sc.fiji.superres.engine.Engine;
import sc.fiji.superres.engine.Placement;
import sc.fiji.superres.model.ModelException;
import sc.fiji.superres.model.ModelFolders;
import sc.fiji.superres.model.ModelPackage;
import sc.fiji.superres.network.Architecture;
import sc.fiji.superres.network.Edsr;
import sc.fiji.superres.network.Espcn;
import sc.fiji.superres.network.InputChannels;
import sc.fiji.superres.network.Network;
import sc.fiji.superres.network.Srgan;

class MethodsTest {

	private static final Supplier<Engine> NO_ENGINE = () -> {
		throw new AssertionError("An engine was asked for.");
	};

	@TempDir
	Path folder;

	private final FakeEngine engine = new FakeEngine();
	private Methods methods;

	@BeforeEach
	void writeModels() throws IOException {
		write("tiny", new Edsr(3, 1, 2, 1));
		write("espcn", new Espcn(2, InputChannels.Y));
		methods = new Methods(new ModelFolders(folder, folder));
	}

	private void write(final String name, final Architecture architecture) throws IOException {
		final Network network = architecture.network();
		ModelPackage.write(folder.resolve(name), network, TestNetworks.randomWeights(network, 1), TestNetworks.card(), engine);
	}

	@Test
	void modelsAndThenBaselines() throws IOException {
		assertEquals(List.of("espcn", "tiny", "nearest-x2", "bilinear-x2", "bicubic-x2", "bicubic-ij-x2", "lanczos-x2", "ibp-x2",
			"nearest-x3", "bilinear-x3", "bicubic-x3", "bicubic-ij-x3", "lanczos-x3", "ibp-x3", "nearest-x4", "bilinear-x4", "bicubic-x4",
			"bicubic-ij-x4", "lanczos-x4", "ibp-x4"), methods.names());
	}

	@Test
	void baselinesOpenWithoutAnEngine() throws IOException {
		for (final Baseline baseline : Baseline.all()) {
			assertEquals(baseline, methods.open(baseline.name(), NO_ENGINE));
			assertEquals(baseline, methods.describe(baseline.name()));
		}
	}

	@Test
	void modelsOpenByNameAndPath() throws IOException {
		for (final String name : List.of("tiny", folder.resolve("tiny").toString())) {
			final Method method = methods.open(name, () -> engine);
			assertEquals("tiny", method.name());
			assertEquals("EDSR x3", method.title());
			assertEquals(3, method.scale());
		}
		assertThrows(AssertionError.class, () -> methods.open("tiny", NO_ENGINE));
	}

	/** What is foreseen is what the opened method says. */
	@Test
	void descriptionsNeedNoEngine() throws IOException {
		write("gan", new Srgan(4, 1, 4, InputChannels.RGB));
		for (final String name : List.of("tiny", "espcn", "gan")) {
			final Outline outline = methods.describe(name);
			final Method method = methods.open(name, () -> engine);
			assertEquals(method.name() + method.title() + method.kind() + method.inventsTexture() + method.scale(), outline.name() + outline
				.title() + outline.kind() + outline.inventsTexture() + outline.scale());
			assertEquals(name.equals("gan"), outline.inventsTexture());
			assertEquals(method.radius(new FloatType()), outline.radius(new FloatType()));
			assertEquals(method.memory(new ARGBType(), 1000), outline.memory(new ARGBType(), 1000));
		}
	}

	@Test
	void aModelOfABaselinesNameIsMeant() throws IOException {
		write("bicubic-x2", new Edsr(4, 1, 2, 1));
		assertEquals(1, methods.names().stream().filter("bicubic-x2"::equals).count());
		assertEquals("EDSR x4", methods.describe("bicubic-x2").title());
		assertInstanceOf(ModelMethod.class, methods.open("bicubic-x2", () -> engine));
	}

	@Test
	void anUnknownNameIsToldWhatThereIs() {
		for (final String name : List.of("bicubic-x5", "none", "")) {
			final String message = assertThrows(ModelException.class, () -> methods.open(name, NO_ENGINE)).getMessage();
			assertTrue(message.startsWith("There is no model \"" + name + "\"; there are espcn, tiny, nearest-x2, bilinear-x2, " +
				""), message);
			assertTrue(message.endsWith(", ibp-x4. Give one of them, or the path of a package."), message);
			assertEquals(message, assertThrows(ModelException.class, () -> methods.describe(name)).getMessage());
		}
	}

	@Test
	void aPathWithoutAPackageIsNoUnknownName() {
		final String message = assertThrows(ModelException.class, () -> methods.describe("./nothing")).getMessage();
		assertTrue(message.startsWith("There is no model package ./nothing"), message);
	}

	@Test
	void theSizeOfABaselinesRunIsKnownBeforehand() throws IOException {
		final UpscaleOptions options = UpscaleOptions.defaults().tileSize(new TileSize(7)).ensemble(true);
		final var image = TestImages.random(new UnsignedByteType(), 1, 0, 255, 30, 20);
		final RunSize size = RunSize.of(methods.describe("lanczos-x2"), Placement.CPU, options, new UnsignedByteType(), image, image);
		final Upscaled<UnsignedByteType> result = Upscaler.of(methods.open("lanczos-x2", NO_ENGINE)).options(options).run(image);
		assertEquals(size.windows() + " of " + size.windowWidth() + " x " + size.windowHeight(), result.facts().get("windows"));
		assertEquals(size.width(), result.image().dimension(0));
	}
}
