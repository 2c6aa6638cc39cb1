package sc.fiji.superres.site;

/**
 * A version that an update site offered once: the updater replaces or deletes a user's file only if it is one of these.
 *
 * @param timestamp when it was published, as the decimal number yyyyMMddHHmmss
 * @param obsolete when it was replaced or withdrawn, in the same way; 0 if unknown
 * @param filename the path it had, or {@code null} where the site does not say
 */
record EarlierVersion(String checksum, long timestamp, long obsolete, String filename) {}
