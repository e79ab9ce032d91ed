package jirei.cases;

/**
 * First publication of a case (出典). Unknown components are empty. Immutable.
 *
 * @param title publication and location in it, as printed
 * @param publisher publisher
 * @param url URL of the publication
 * @param rights terms of use
 */
public record Source(String title, String publisher, String url, String rights) {
    /** An unknown source. */
    public static final Source UNKNOWN = new Source("", "", "", "");

    public Source {
        title = VisibleText.oneLine(title);
        publisher = VisibleText.oneLine(publisher);
        url = VisibleText.oneLine(url);
        rights = VisibleText.strip(rights);
    }

    /** Returns whether the source is unknown. */
    public boolean isEmpty() {
        return equals(UNKNOWN);
    }
}
