/**
 * The SciJava commands: one class for each menu entry and subcommand, which reads its parameters, calls the core, and hands
 * over the result; and what several of them do with files, tables and reports on the way.
 */
package sc.fiji.superres.command;
