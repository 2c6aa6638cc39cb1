/** Files: written whole or not at all, and the lines of tables. */
package sc.fiji.superres.io;
