package sc.fiji.superres.network;

/**
 * A publication on an architecture.
 *
 * @param text authors, title, where and when
 * @param doi such as {@code 10.1109/CVPRW.2017.151}
 */
public record Paper(String text, String doi) {}
