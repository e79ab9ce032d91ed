package jirei.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a case or a section of it is quoted (出典).
 *
 * <p>Only what is known is said: a case has no author, so that the title comes first, as SIST 02-2007 has it for works of unknown
 * authors, and its year is a fiscal year.
 *
 * @param title the title of the case, with the heading of the section behind it
 * @param publication the publication and the place in it, else the case collection; may be empty
 * @param publisher who published it; may be empty
 * @param year the fiscal year in western count; null where it isn't known
 * @param url where it can be read on the web; empty where nowhere
 * @param accessed the day on which it was read
 */
public record Citation(
        String title, String publication, String publisher, @Nullable Integer year, String url, LocalDate accessed) {
    /** How {@code caseStudy}, read on {@code accessed}, is quoted as a whole. */
    public static Citation of(CaseStudy caseStudy, LocalDate accessed) {
        Source source = caseStudy.source();
        return new Citation(
                caseStudy.title(),
                source.title().isEmpty() ? caseStudy.collection() : source.title(),
                source.publisher(),
                caseStudy.year(),
                isWebAddress(source.url()) ? source.url() : "",
                accessed);
    }

    /** How {@code section} of {@code caseStudy}, read on {@code accessed}, is quoted. A section without heading goes by its kind. */
    public static Citation of(CaseStudy caseStudy, Section section, LocalDate accessed) {
        String name = section.heading().isEmpty() ? section.kind().label() : section.heading();
        Citation whole = of(caseStudy, accessed);
        return new Citation(
                whole.title + "：" + name, whole.publication, whole.publisher, whole.year, whole.url, accessed);
    }

    /** Other addresses could bring a script. */
    private static boolean isWebAddress(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return (lower.startsWith("https://") || lower.startsWith("http://"))
                && url.codePoints().noneMatch(c -> c <= ' ' || c == 0x7F);
    }

    /**
     * In one line in the form of SIST 02-2007 (参照文献の書き方):
     * “題”. 資料名. 出版者, 2017年度. https://example.org/, (参照 2026-11-22).
     */
    public String sist02() {
        List<String> parts = new ArrayList<>();
        parts.add("“" + withoutStop(title).replace('“', '‘').replace('”', '’') + "”");
        if (!publication.isEmpty()) {
            parts.add(withoutStop(publication));
        }
        String published = joined(withoutStop(publisher), year == null ? "" : year + "年度");
        if (!published.isEmpty()) {
            parts.add(published);
        }
        parts.add(joined(url, "(参照 " + accessed + ")"));
        return String.join(". ", parts) + ".";
    }

    private static String joined(String first, String second) {
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    /** The form has stops of its own. */
    private static String withoutStop(String text) {
        int end = text.length();
        while (end > 0 && "。．.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? text : text.substring(0, end);
    }
}
