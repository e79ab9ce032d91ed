package jirei.cases;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Citation (出典) of a case or of a section. Immutable.
 *
 * <p>Unknown elements are left out. A case has no author, so the title comes first, as SIST 02-2007 prescribes for
 * works of unknown authors. The year is a fiscal year. Of a case that was retold, the number and place of the case in
 * the publication are cited: the title of the retelling is not that of the publication.
 *
 * @param title title of the case in the publication, followed by the heading of the section if a section is cited
 * @param retelling that the case was retold, and the heading of the section of the retelling; empty if it was not
 * @param publication publication and location in it, else the case collection; empty if neither is known, or the case is the publication
 * @param publisher publisher; empty if unknown
 * @param year fiscal year as a Gregorian year; null if unknown
 * @param pages pages of the section in the publication, as in 12-14; empty if unknown
 * @param url http or https URL of the publication; empty if there is none
 * @param accessed date of access
 */
public record Citation(
        String title,
        String retelling,
        String publication,
        String publisher,
        @Nullable Integer year,
        String pages,
        String url,
        LocalDate accessed) {
    /** The first year of Java's Japanese calendar. */
    private static final int MEIJI_6 = 1873;
    /** Java's own names of the eras need locale data, which a server does not load. */
    private static final Map<JapaneseEra, String> ERAS = Map.of(
            JapaneseEra.MEIJI, "明治",
            JapaneseEra.TAISHO, "大正",
            JapaneseEra.SHOWA, "昭和",
            JapaneseEra.HEISEI, "平成",
            JapaneseEra.REIWA, "令和");

    /** Returns the citation of {@code caseStudy} as a whole, accessed on {@code accessed}. */
    public static Citation of(CaseStudy caseStudy, LocalDate accessed) {
        return of(caseStudy, "", "", accessed);
    }

    /**
     * Returns the citation of {@code section} of {@code caseStudy}, accessed on {@code accessed}. A section without a
     * heading is cited by the label of its kind.
     */
    public static Citation of(CaseStudy caseStudy, Section section, LocalDate accessed) {
        return of(
                caseStudy,
                section.heading().isEmpty() ? section.kind().label() : section.heading(),
                section.pages() == null ? "" : section.pages().toString(),
                accessed);
    }

    private static Citation of(CaseStudy caseStudy, String heading, String pages, LocalDate accessed) {
        Source source = caseStudy.source();
        boolean isRetold = !source.retoldBy().isEmpty();
        String ownTitle = caseStudy.title() + (heading.isEmpty() ? "" : "：" + heading);
        String note = "（" + source.retoldBy() + " による書き起こし）" + (heading.isEmpty() ? "" : quoted(heading));
        return new Citation(
                isRetold ? printedName(caseStudy) : ownTitle,
                isRetold ? note : "",
                isRetold ? collection(caseStudy) : publication(caseStudy),
                source.publisher(),
                caseStudy.year(),
                pages,
                isWebUrl(source.url()) ? source.url() : "",
                accessed);
    }

    /** Returns {@code text} in 「」; its own quotation marks become 『』, and 「」 within these. */
    private static String quoted(String text) {
        var marked = new StringBuilder("「");
        int depth = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isOpening = c == '「' || c == '『';
            boolean isClosing = c == '」' || c == '』';
            if (isClosing) {
                depth = Math.max(1, depth - 1);
            }
            boolean isDouble = depth % 2 == 1;
            if (isOpening) {
                marked.append(isDouble ? '『' : '「');
                depth++;
            } else if (isClosing) {
                marked.append(isDouble ? '』' : '」');
            } else {
                marked.append(c);
            }
        }
        return marked.append('」').toString();
    }

    /** Number and place, as in 事例4 和泉市; the title if both are unknown. */
    private static String printedName(CaseStudy caseStudy) {
        String number = caseStudy.number() == null ? "" : "事例" + caseStudy.number();
        String name = (number + " " + caseStudy.place()).strip();
        return name.isEmpty() ? caseStudy.title() : name;
    }

    /** Empty if the case is the publication: its title names it. */
    private static String publication(CaseStudy caseStudy) {
        String printed = Stream.of(caseStudy.source().name(), caseStudy.collection())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return printed.equals(caseStudy.title()) ? "" : printed;
    }

    /** The publication without the location in it, which the title of the citation names. */
    private static String collection(CaseStudy caseStudy) {
        String printed = publication(caseStudy);
        return caseStudy.collection().isEmpty() || !printed.startsWith(caseStudy.collection())
                ? printed
                : caseStudy.collection();
    }

    /** Other schemes, such as {@code javascript:}, could execute a script when the URL is rendered as a link. */
    private static boolean isWebUrl(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return (lower.startsWith("https://") || lower.startsWith("http://"))
                && url.codePoints().noneMatch(c -> c <= ' ' || c == 0x7F);
    }

    /** The title with the remark that the case was retold, for formats that have one field for both. */
    public String fullTitle() {
        return title + retelling;
    }

    /** The first of the pages; empty if unknown. */
    public String firstPage() {
        return pages.replaceFirst("-.*", "");
    }

    /** The last of several pages; empty if there is one, or none is known. */
    public String lastPage() {
        return pages.contains("-") ? pages.replaceFirst(".*-", "") : "";
    }

    /**
     * Formats the citation in one line as SIST 02-2007 (参照文献の書き方) defines it:
     * “題”. 資料名. 出版者, 2017年度, p. 12-14. https://example.org/, (参照 2026-11-22).
     *
     * <p>The year is left out if the name of the publication has it, and the date of access without a URL.
     */
    public String sist02() {
        List<String> parts = new ArrayList<>();
        parts.add("“" + stripFullStop(title).replace('“', '‘').replace('”', '’') + "”" + retelling);
        if (!publication.isEmpty()) {
            parts.add(stripFullStop(publication));
        }
        String imprint = joinWithComma(stripFullStop(publisher), year == null || namesYear() ? "" : year + "年度");
        String withPages = joinWithComma(imprint, pages.isEmpty() ? "" : "p. " + pages);
        if (!withPages.isEmpty()) {
            parts.add(withPages);
        }
        if (!url.isEmpty()) {
            parts.add(url + ", (参照 " + accessed + ")");
        }
        return String.join(". ", parts) + ".";
    }

    /** Whether the name of the publication contains the year, as in 2017年度 or 平成29年度. */
    private boolean namesYear() {
        if (year == null) {
            return false;
        }
        String printed = Normalizer.normalize(publication, Normalizer.Form.NFKC);
        Stream<String> eraYears = year < MEIJI_6
                ? Stream.empty()
                : Stream.of(LocalDate.of(year, 4, 1), LocalDate.of(year, 12, 31))
                        .map(JapaneseDate::from)
                        .flatMap(Citation::eraYears);
        return Stream.concat(Stream.of(year + "年"), eraYears).anyMatch(printed::contains);
    }

    private static Stream<String> eraYears(JapaneseDate date) {
        String era = ERAS.getOrDefault(date.getEra(), date.getEra().toString());
        int yearOfEra = date.get(ChronoField.YEAR_OF_ERA);
        return yearOfEra == 1 ? Stream.of(era + "1年", era + "元年") : Stream.of(era + yearOfEra + "年");
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
