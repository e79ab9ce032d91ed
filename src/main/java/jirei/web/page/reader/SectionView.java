package jirei.web.page.reader;

import java.util.List;
import jirei.web.page.Link;
import jirei.web.page.MarkedText;
import jirei.web.page.SectionLabels;
import jirei.web.page.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A section in its case. Immutable.
 *
 * @param id the section id, which is also its URL fragment
 * @param level the level of its heading, 2 to 4
 * @param labels its kind, actors and themes
 * @param showsKind whether the kind is shown; false if it is obvious
 * @param heading its heading; without parts if it has none
 * @param paragraphs its text
 * @param links the links of the section
 * @param pages its pages in the source document, as in p. 12; empty if unknown
 * @param matchCount the number of matches
 */
public record SectionView(
        String id,
        int level,
        SectionLabels labels,
        boolean showsKind,
        MarkedText heading,
        List<MarkedText> paragraphs,
        Links links,
        String pages,
        long matchCount) {
    public SectionView {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * The links of a section. Immutable.
     *
     * @param permalink the URL of the section without a search
     * @param original its first page in the original; null if readers cannot see it
     * @param similarUrl the URL of the similar sections of other cases; null if the case is not published
     * @param previous the previous matching section; null if there is none or this section does not match
     * @param next the next matching section; null if there is none or this section does not match
     */
    public record Links(
            String permalink,
            @Nullable Link original,
            @Nullable String similarUrl,
            @Nullable String previous,
            @Nullable String next) {}

    /** Whether it has a heading of its own. */
    public boolean hasHeading() {
        return !heading.parts().isEmpty();
    }

    /** The name of the section in link texts: its heading, or else its kind. */
    public String name() {
        return hasHeading() ? heading.text() : labels.kind();
    }

    /** Whether its pages are known. */
    public boolean hasPages() {
        return !pages.isEmpty();
    }

    /** The number of matches in words. */
    public String matches() {
        return matches(matchCount);
    }

    static String matches(long count) {
        return Wording.grouped(count) + "か所";
    }

    /** Whether anything in it matches. */
    public boolean hasMatches() {
        return matchCount > 0;
    }
}
