package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

/** Pictures of packages, which nobody has looked at before. */
class ModelPictureTest {

	private static byte[] png(final int width, final int height) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
		return bytes.toByteArray();
	}

	@Test
	void aPictureIsDecoded() throws IOException {
		assertEquals(30, ModelPicture.decode(png(30, 20)).orElseThrow().getWidth());
	}

	@Test
	void whatIsDamagedOrHugeIsNone() throws IOException {
		final byte[] whole = png(30, 20);
		for (int length = 0; length < whole.length - 12; length++) // without the end, nothing is missing
			assertTrue(ModelPicture.decode(Arrays.copyOf(whole, length)).isEmpty(), "cut off after " + length);
		whole[20] ^= 0x7f;
		assertTrue(ModelPicture.decode(whole).isEmpty());
		assertTrue(ModelPicture.decode("text".getBytes()).isEmpty());
		assertTrue(ModelPicture.decode(png(6000, 5000)).isEmpty());
	}
}
