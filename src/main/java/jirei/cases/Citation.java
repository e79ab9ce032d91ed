package jirei.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Citation (出典) of a case or of a section. Immutable.
 *
 * <p>Unknown elements are left out. A case has no author, so the title comes first, as SIST 02-2007 prescribes for
 * works of unknown authors. The year is a fiscal year.
 *
 * @param title title of the case, followed by the heading of the section if a section is cited
 * @param publication publication and location in it, else the case collection; empty if neither is known
 * @param publisher publisher; empty if unknown
 * @param year fiscal year as a Gregorian year; null if unknown
 * @param pages pages of the section in the publication, as in 12-14; empty if unknown
 * @param url http or https URL of the publication; empty if there is none
 * @param accessed date of access
 */
public record Citation(
        String title,
        String publication,
        String publisher,
        @Nullable Integer year,
        String pages,
        String url,
        LocalDate accessed) {
    /** Returns the citation of {@code caseStudy} as a whole, accessed on {@code accessed}. */
    public static Citation of(CaseStudy caseStudy, LocalDate accessed) {
        Source source = caseStudy.source();
        return new Citation(
                caseStudy.title(),
                source.title().isEmpty() ? caseStudy.collection() : source.title(),
                source.publisher(),
                caseStudy.year(),
                "",
                isWebUrl(source.url()) ? source.url() : "",
                accessed);
    }

    /**
     * Returns the citation of {@code section} of {@code caseStudy}, accessed on {@code accessed}. A section without a
     * heading is cited by the label of its kind.
     */
    public static Citation of(CaseStudy caseStudy, Section section, LocalDate accessed) {
        String name = section.heading().isEmpty() ? section.kind().label() : section.heading();
        Citation whole = of(caseStudy, accessed);
        return new Citation(
                whole.title + "：" + name,
                whole.publication,
                whole.publisher,
                whole.year,
                section.pages() == null ? "" : section.pages().toString(),
                whole.url,
                accessed);
    }

    /** Other schemes, such as {@code javascript:}, could execute a script when the URL is rendered as a link. */
    private static boolean isWebUrl(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return (lower.startsWith("https://") || lower.startsWith("http://"))
                && url.codePoints().noneMatch(c -> c <= ' ' || c == 0x7F);
    }

    /**
     * Formats the citation in one line as SIST 02-2007 (参照文献の書き方) defines it:
     * “題”. 資料名. 出版者, 2017年度, p. 12-14. https://example.org/, (参照 2026-11-22).
     */
    public String sist02() {
        List<String> parts = new ArrayList<>();
        parts.add("“" + stripFullStop(title).replace('“', '‘').replace('”', '’') + "”");
        if (!publication.isEmpty()) {
            parts.add(stripFullStop(publication));
        }
        String imprint = joinWithComma(stripFullStop(publisher), year == null ? "" : year + "年度");
        String withPages = joinWithComma(imprint, pages.isEmpty() ? "" : "p. " + pages);
        if (!withPages.isEmpty()) {
            parts.add(withPages);
        }
        parts.add(joinWithComma(url, "(参照 " + accessed + ")"));
        return String.join(". ", parts) + ".";
    }

    private static String joinWithComma(String first, String second) {
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    /** The format adds its own full stops. */
    private static String stripFullStop(String text) {
        int end = text.length();
        while (end > 0 && "。．.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? text : text.substring(0, end);
    }
}
