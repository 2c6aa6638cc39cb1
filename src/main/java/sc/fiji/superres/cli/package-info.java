/**
 * The command line: one subcommand for each SciJava command, its options made from the command's inputs. There is no
 * second list of either.
 */
package sc.fiji.superres.cli;
