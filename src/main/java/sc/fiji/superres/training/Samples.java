package sc.fiji.superres.training;

/** The values of an image as training keeps them: grey levels, in as little memory as they need. */
sealed interface Samples {

	/** Grey level of a sample, 0..255 where the image has 8 bits. */
	float get(int index);

	int length();

	/** Memory that they take. */
	long bytes();

	/** Whole grey levels 0..255. */
	record Bytes(byte[] values) implements Samples {

		@Override
		public float get(final int index) {
			return values[index] & 0xff;
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
		public int length() {
			return values.length;
		}

		@Override
		public long bytes() {
			return (long) Float.BYTES * values.length;
		}
	}
}
