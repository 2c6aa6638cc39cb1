/**
 * What users see: the window of the models and their cards, and the adapter that makes dialogs, macro options and recorder
 * lines for plain ImageJ of the same SciJava commands that Fiji runs. The only room with AWT and Swing.
 */
package sc.fiji.superres.ui;
