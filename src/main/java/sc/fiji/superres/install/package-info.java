/** Fetches engines, from Maven Central or from a folder, for machines that have no network. */
package sc.fiji.superres.install;
