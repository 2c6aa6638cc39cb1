/**
 * The interface to a compute engine, and how one is loaded: TensorFlow Java lives in a class loader of its own, so that it
 * neither meets nor disturbs another TensorFlow on the class path of ImageJ.
 */
package sc.fiji.superres.engine;
