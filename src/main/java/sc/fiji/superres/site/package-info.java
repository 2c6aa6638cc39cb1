/**
 * Writes the update site of Fiji's updater, and checks that it touches no file that is not ours. For those who publish: no
 * part of the plugin's jar.
 */
package sc.fiji.superres.site;
