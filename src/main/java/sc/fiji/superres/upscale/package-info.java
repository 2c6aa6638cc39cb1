/**
 * Super-resolves series of planes of any size, or a region of them, by models or by the baselines that they are compared
 * with: the plan of the windows with their halo, the memory they may take, the intensity maps of the channels, bad pixels,
 * the self-ensemble, the pipeline that reads, computes and writes, and how far to trust its results.
 */
package sc.fiji.superres.upscale;
