package sc.fiji.superres.engine;

/** The number format of the convolutions; weights, sums and results are float32 in any case. */
public enum Precision {
	FLOAT32, BFLOAT16
}
