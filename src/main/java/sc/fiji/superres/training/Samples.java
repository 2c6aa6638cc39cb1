package sc.fiji.superres.training;

/** The values of an image as training keeps them: grey levels, in as little memory as they need. */
sealed interface Samples {

	/** Grey level of a sample, 0..255 where the image has 8 bits. */
	float get(int index);

	/** @param greyLevel whole and 0..255 where the values are bytes */
	void set(int index, float greyLevel);

	int length();

	/** So many black ones, kept as these are. */
	Samples like(int length);

	/** Memory that they take. */
	long bytes();

	/** Whole grey levels 0..255. */
	record Bytes(byte[] values) implements Samples {

		@Override
		public float get(final int index) {
			return values[index] & 0xff;
		}

		@Override
		public void set(final int index, final float greyLevel) {
			values[index] = (byte) (int) greyLevel;
		}

		@Override
		public Samples like(final int length) {
			return new Bytes(new byte[length]);
		}

		@Override
		public int length() {
			return values.length;
		}

		@Override
		public long bytes() {
			return values.length;
		}
	}

	/** Any grey levels. */
	record Floats(float[] values) implements Samples {

		@Override
		public float get(final int index) {
			return values[index];
		}

		@Override
		public void set(final int index, final float greyLevel) {
			values[index] = greyLevel;
		}

		@Override
		public Samples like(final int length) {
			return new Floats(new float[length]);
		}

		@Override
		public int length() {
			return values.length;
		}

		@Override
		public long bytes() {
			return (long) Float.BYTES * values.length;
		}
	}
}
