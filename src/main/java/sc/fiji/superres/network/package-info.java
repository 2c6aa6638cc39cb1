/**
 * Network architectures as data: a network is a list of layers, and its receptive radius, weights, memory and graph are
 * folds over that list. A new architecture is one record in this package, named in {@code Architectures}; a new kind of
 * layer is one more {@code Layer}.
 */
package sc.fiji.superres.network;
