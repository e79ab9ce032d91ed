package jirei.cases;

/**
 * Where a case was published first (出典); each part empty where it isn't known.
 *
 * @param title the publication and the place in it
 * @param publisher who published it
 * @param url where it can be read
 * @param rights what may be done with it
 */
public record Source(String title, String publisher, String url, String rights) {
    /** Nothing is known of the source. */
    public static final Source UNKNOWN = new Source("", "", "", "");

    public Source {
        title = title.strip();
        publisher = publisher.strip();
        url = url.strip();
        rights = rights.strip();
    }

    /** Whether nothing is known of the source. */
    public boolean isEmpty() {
        return equals(UNKNOWN);
    }
}
