/**
 * The SciJava commands: one thin class for each menu entry and subcommand. A command reads its parameters, calls the core,
 * and hands over the result.
 */
package sc.fiji.superres.command;
