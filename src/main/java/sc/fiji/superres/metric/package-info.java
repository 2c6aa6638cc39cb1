/**
 * Image quality as a number, always together with the convention that it was measured in.
 */
package sc.fiji.superres.metric;
