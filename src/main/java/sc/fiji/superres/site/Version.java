package sc.fiji.superres.site;

import java.util.List;

/**
 * The version of a file that an update site offers.
 *
 * @param checksum see {@link UpdaterChecksum}
 * @param timestamp when it was published, as the decimal number yyyyMMddHHmmss
 * @param filesize in bytes
 */
record Version(String checksum, long timestamp, long filesize, List<Detail> details) {}
