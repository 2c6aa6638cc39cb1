/** Files: written whole or not at all. */
package sc.fiji.superres.io;
