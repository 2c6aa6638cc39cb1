package sc.fiji.superres.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.superres.TestNetworks;

class EdsrTest {

	/** Numbers of the published networks: github.com/sanghyun-son/EDSR-PyTorch, and Lim et al. 2017, table 1. */
	@ParameterizedTest
	@CsvSource({ "2, 16, 64, 1369859", "3, 16, 64, 1554499", "4, 16, 64, 1517571", "2, 32, 256, 40729603", "4, 32, 256, 43089923" })
	void parameters(final int scale, final int blocks, final int filters, final long parameters) {
		assertEquals(parameters, new Edsr(scale, blocks, filters, 1).network().parameters());
	}

	@ParameterizedTest
	@CsvSource({ "2, 16, 36", "3, 16, 36", "4, 16, 36", "2, 32, 68", "2, 8, 20", "2, 1, 6" })
	void radius(final int scale, final int blocks, final int radius) {
		assertEquals(radius, new Edsr(scale, blocks, 4, 1).network().radius());
	}

	@Test
	void weightNamesAndShapes() {
		final List<Weight> weights = new Edsr(2, 1, 8, 1).network().weights();
		assertEquals(List.of(
			new Weight("conv_in.kernel", 3, 3, 3, 8), new Weight("conv_in.bias", Weight.Kind.BIAS, 8),
			new Weight("block0.conv1.kernel", 3, 3, 8, 8), new Weight("block0.conv1.bias", Weight.Kind.BIAS, 8),
			new Weight("block0.conv2.kernel", 3, 3, 8, 8), new Weight("block0.conv2.bias", Weight.Kind.BIAS, 8),
			new Weight("body_out.kernel", 3, 3, 8, 8), new Weight("body_out.bias", Weight.Kind.BIAS, 8),
			new Weight("upsample.kernel", 3, 3, 8, 32), new Weight("upsample.bias", Weight.Kind.BIAS, 32),
			new Weight("conv_out.kernel", 3, 3, 8, 3), new Weight("conv_out.bias", Weight.Kind.BIAS, 3)), weights);
	}

	@Test
	void weightNamesAreUnique() {
		final List<Weight> weights = new Edsr(4, 16, 8, 1).network().weights();
		assertEquals(weights.size(), weights.stream().map(Weight::name).distinct().count());
	}

	/** At the shuffle by 2 of EDSR-baseline, 256 channels of one pixel and 64 channels of its four sub-pixels are alive. */
	@Test
	void liveFloats() {
		assertEquals(2 * 256, new Edsr(2, 16, 64, 1).network().liveFloatsPerPixel());
		assertEquals(2 * 4 * 256, new Edsr(4, 16, 64, 1).network().liveFloatsPerPixel());
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 4", "3, 1, 5", "4, 2, 6" })
	void weightsTellTheirArchitecture(final int scale, final int blocks, final int filters) {
		final Edsr edsr = new Edsr(scale, blocks, filters, 0.1);
		assertEquals(edsr, Edsr.of(TestNetworks.randomWeights(edsr.network(), 1), 0.1));
	}

	@Test
	void weightsOfNoEdsrAreRefused() {
		final Weights foreign = new Weights().put(new Weight("conv1.weight", 1), new float[1]);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Edsr.of(foreign, 1)).getMessage().contains("conv_in.kernel"));
	}

	/** Input, affine, conv_in, block (conv, ReLU, conv, sum), body_out, sum, upsample, shuffle, conv_out, affine. */
	@Test
	void allFloats() {
		final int f = 8;
		assertEquals(3 + 3 + f + 4 * f + f + f + 4 * f + 4 * f + 12 + 12, new Edsr(2, 1, f, 1).network().allFloatsPerPixel());
	}

	@Test
	void settingsBecomeTheSameArchitecture() {
		final Edsr edsr = new Edsr(3, 5, 7, 0.1);
		final Map<String, Object> settings = Architectures.settings(edsr);
		assertEquals(Map.of("architecture", "edsr", "scale", 3, "blocks", 5, "filters", 7, "residual_scaling", 0.1,
			"channels", "rgb"), settings);
		assertEquals(edsr, Architectures.of(settings));
	}

	@Test
	void wrongSettingsAreRefusedByName() {
		assertMessage("architecture", Map.of("architecture", "esrgan"));
		assertMessage("blocks", Map.of("architecture", "edsr", "scale", 2, "filters", 7, "residual_scaling", 0.1, "channels", "rgb"));
		assertMessage("filters", Map.of("architecture", "edsr", "scale", 2, "blocks", 1, "filters", "many", "residual_scaling", 0.1, "channels", "rgb"));
		assertMessage("scale", Map.of("architecture", "edsr", "scale", 5, "blocks", 1, "filters", 1, "residual_scaling", 0.1, "channels", "rgb"));
	}

	private static void assertMessage(final String part, final Map<String, Object> settings) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Architectures.of(settings)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
