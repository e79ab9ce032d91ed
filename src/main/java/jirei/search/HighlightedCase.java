package jirei.search;

import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;

/**
 * A case with what a query matches in it.
 *
 * @param caseStudy the case
 * @param sections its sections in reading order, marked
 * @param complete whether all sections were marked in the time that there was
 */
public record HighlightedCase(CaseStudy caseStudy, List<HighlightedSection> sections, boolean complete) {
    public HighlightedCase {
        sections = List.copyOf(sections);
    }

    /** How many sections have a match. */
    public long matchingSections() {
        return sections.stream().filter(HighlightedSection::hasMatches).count();
    }

    /**
     * A section with what matches in it.
     *
     * @param section the section, its actors by canonical name
     * @param heading the matches in its heading, in order, without overlap
     * @param paragraphs the matches in each paragraph of {@link Section#paragraphs()}, offsets from the paragraph's beginning
     */
    public record HighlightedSection(Section section, List<MatchRange> heading, List<List<MatchRange>> paragraphs) {
        public HighlightedSection {
            heading = List.copyOf(heading);
            paragraphs = List.copyOf(paragraphs);
        }

        /** Whether anything matches in heading or text. */
        public boolean hasMatches() {
            return !heading.isEmpty() || paragraphs.stream().anyMatch(matches -> !matches.isEmpty());
        }
    }
}
