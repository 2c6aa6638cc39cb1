/**
 * The engines on the disk, what this machine can do, and how one of them is chosen, tested and loaded: TensorFlow Java lives in
 * a class loader of its own, so that it neither meets nor disturbs another TensorFlow on the class path of ImageJ.
 */
package sc.fiji.superres.loader;
