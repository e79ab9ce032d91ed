package jirei.cases;

/**
 * First publication of a case (出典). Unknown components are empty. Immutable.
 *
 * @param title publication and location in it, as printed
 * @param publisher publisher
 * @param url URL of the publication
 * @param rights terms of use
 * @param file name of the file from which the case was imported, with the folder or archive that contains it
 * @param sha256 SHA-256 of that file, in hexadecimal
 */
public record Source(String title, String publisher, String url, String rights, String file, String sha256) {
    /** An unknown source. */
    public static final Source UNKNOWN = new Source("", "", "", "");

    public Source {
        title = VisibleText.oneLine(title);
        publisher = VisibleText.oneLine(publisher);
        url = VisibleText.oneLine(url);
        rights = VisibleText.strip(rights);
        file = VisibleText.oneLine(file);
        sha256 = VisibleText.oneLine(sha256);
    }

    /** Creates a source whose file is unknown. */
    public Source(String title, String publisher, String url, String rights) {
        this(title, publisher, url, rights, "", "");
    }

    /** Returns this source with the file from which the case was imported. */
    public Source withFile(String newFile, String newSha256) {
        return new Source(title, publisher, url, rights, newFile, newSha256);
    }

    /** Returns whether the source is unknown. */
    public boolean isEmpty() {
        return equals(UNKNOWN);
    }
}
