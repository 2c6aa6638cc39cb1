/** Files: written whole or not at all, locked, listed; and the lines of tables. */
package sc.fiji.superres.io;
