/**
 * The interface to a compute engine: what computes networks, and what is said to it and heard of it. Nothing here knows which
 * engine that is, or where it lies.
 */
package sc.fiji.superres.engine;
