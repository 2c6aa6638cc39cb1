/**
 * Super-resolves series of planes of any size, or a region of them: the plan of the windows with their halo, the memory they
 * may take, the intensity maps of the channels, bad pixels, and the pipeline that reads, computes and writes.
 */
package sc.fiji.superres.upscale;
