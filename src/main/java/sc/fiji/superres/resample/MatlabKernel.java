package sc.fiji.superres.resample;

/** Kernels of MATLAB's {@code imresize}. */
enum MatlabKernel implements Kernel {

	/** {@code 'nearest'}, where no output pixel lies halfway between two input pixels, as in enlarging by a whole factor. */
	BOX(0.5) {
		@Override
		public double at(final double distance) {
			return Math.abs(distance) < 0.5 ? 1 : 0;
		}
	},

	/** {@code 'bilinear'}. */
	TRIANGLE(1) {
		@Override
		public double at(final double distance) {
			return Math.max(0, 1 - Math.abs(distance));
		}
	},

	/** {@code 'bicubic'}: the cubic convolution of Keys (1981) with a = -0.5, also known as Catmull-Rom. */
	CUBIC(2) {
		@Override
		public double at(final double distance) {
			final double x = Math.abs(distance);
			if (x <= 1)
				return (1.5 * x - 2.5) * x * x + 1;
			if (x <= 2)
				return ((-0.5 * x + 2.5) * x - 4) * x + 2;
			return 0;
		}
	},

	/** {@code 'lanczos3'}: sinc(x) sinc(x / 3) with sinc(x) = sin(πx) / (πx) (Duchon 1979). */
	LANCZOS3(3) {
		@Override
		public double at(final double distance) {
			if (Math.abs(distance) >= 3) return 0;
			if (distance == 0) return 1;
			final double x = Math.PI * distance;
			return 3 * Math.sin(x) * Math.sin(x / 3) / (x * x);
		}
	};

	private final double radius;

	MatlabKernel(final double radius) {
		this.radius = radius;
	}

	@Override
	public double radius() {
		return radius;
	}
}
