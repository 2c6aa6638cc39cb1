/**
 * Many images by one method: what there is to do, cut into shards, done image by image, and a journal of it, so that what
 * was done is never done twice, whenever a run ends. Where the images come from is behind an interface.
 */
package sc.fiji.superres.batch;
