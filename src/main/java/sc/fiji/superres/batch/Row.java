package sc.fiji.superres.batch;

/**
 * What became of an image, for the table.
 *
 * @param file name of the image
 * @param reason why there is no result, or no PSNR; else empty
 * @param seconds that its result took; 0 where there is none
 * @param psnr in dB; NaN where none was measured
 */
public record Row(String file, Status status, String reason, double seconds, double psnr) {}
