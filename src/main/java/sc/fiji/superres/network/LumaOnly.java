package sc.fiji.superres.network;

import java.util.List;

/**
 * A network of luma on a colour image: R, G and B in 0..255 become Y, Cb and Cr (ITU-R BT.601 in studio swing), Y goes
 * through the network, Cb and Cr are enlarged bicubically, and the three become R, G and B again.
 *
 * @param body layers from one channel to one
 * @param chroma what enlarges Cb and Cr
 */
public record LumaOnly(List<Layer> body, Upsample chroma) implements Layer {

	private static final double[][] TO_YCBCR = { { 65.481, 128.553, 24.966 }, { -37.797, -74.203, 112 },
		{ 112, -93.786, -18.214 } };

	private static final double[] OFFSET = { 16, 128, 128 };

	public LumaOnly {
		body = List.copyOf(body);
	}

	/** {@code ycbcr[i] = Σ matrix[i][j] · rgb[j] + offset[i]}. */
	public static double[][] toYcbcr() {
		final double[][] matrix = new double[3][3];
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				matrix[i][j] = TO_YCBCR[i][j] / 255;
		return matrix;
	}

	/** The inverse: {@code rgb[i] = Σ matrix[i][j] · (ycbcr[j] − offset[j])}, by Cramer's rule. */
	public static double[][] toRgb() {
		final double[][] m = toYcbcr();
		final double[][] inverse = new double[3][3];
		double determinant = 0;
		for (int j = 0; j < 3; j++)
			determinant += m[0][j] * cofactor(m, 0, j);
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				inverse[j][i] = cofactor(m, i, j) / determinant;
		return inverse;
	}

	/** Signed, as the indices go round. */
	private static double cofactor(final double[][] m, final int i, final int j) {
		final int i1 = (i + 1) % 3, i2 = (i + 2) % 3, j1 = (j + 1) % 3, j2 = (j + 2) % 3;
		return m[i1][j1] * m[i2][j2] - m[i1][j2] * m[i2][j1];
	}

	/** Y, Cb and Cr of black. */
	public static double[] offset() {
		return OFFSET.clone();
	}

	@Override
	public <S> S fold(final Fold<S> fold, final S state) {
		return fold.lumaOnly(this, state);
	}
}
