/**
 * Super-resolves planes of any size: the plan of the windows with their halo, the memory they may take, the intensity map,
 * and the pipeline that reads, computes and writes.
 */
package sc.fiji.superres.upscale;
