package jirei.cases;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * First publication of a case (出典). Unknown components are empty. Immutable.
 *
 * @param title publication and location in it, as printed
 * @param publisher publisher
 * @param url URL of the publication
 * @param rights terms of use
 * @param file name of the file from which the case was imported, with the folder or archive that contains it
 * @param sha256 SHA-256 of that file, in hexadecimal
 * @param retoldBy who retold the case in other words; empty if title, headings and text are those of the publication
 */
public record Source(
        String title, String publisher, String url, String rights, String file, String sha256, String retoldBy) {
    private static final Pattern LAST_YEAR = Pattern.compile("\\s*[（(](?<year>[^（）()]*年度?)[）)]$");

    /** An unknown source. */
    public static final Source UNKNOWN = new Source("", "", "", "");

    public Source {
        title = VisibleText.oneLine(title);
        publisher = VisibleText.oneLine(publisher);
        url = VisibleText.oneLine(url);
        rights = VisibleText.strip(rights);
        file = VisibleText.oneLine(file);
        sha256 = VisibleText.oneLine(sha256);
        retoldBy = VisibleText.oneLine(retoldBy);
    }

    /** Creates a source whose file is unknown. */
    public Source(String title, String publisher, String url, String rights) {
        this(title, publisher, url, rights, "", "", "");
    }

    /** Returns this source with the file from which the case was imported. */
    public Source withFile(String newFile, String newSha256) {
        return new Source(title, publisher, url, rights, newFile, newSha256, retoldBy);
    }

    /** Returns this source of a case that {@code author} retold. */
    public Source retoldBy(String author) {
        return new Source(title, publisher, url, rights, file, sha256, author);
    }

    /** Returns the title without a year in parentheses at its end that it names before: A（平成29年度） for 平成29年度 A（平成29年度）. */
    public String name() {
        Matcher last = LAST_YEAR.matcher(title);
        boolean isNamedBefore =
                last.find() && normalized(title.substring(0, last.start())).contains(normalized(last.group("year")));
        return isNamedBefore ? title.substring(0, last.start()) : title;
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Returns whether the source is unknown. */
    public boolean isEmpty() {
        return equals(UNKNOWN);
    }
}
