package jirei.search;

import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;

/**
 * A case with all matches of a query highlighted. Immutable.
 *
 * @param caseStudy case
 * @param titleMatches matches in the title, in order, not overlapping; empty if a section matches
 * @param sections highlighted sections in reading order
 * @param complete whether all sections were highlighted before the deadline
 */
public record HighlightedCase(
        CaseStudy caseStudy, List<MatchRange> titleMatches, List<HighlightedSection> sections, boolean complete) {
    public HighlightedCase {
        titleMatches = List.copyOf(titleMatches);
        sections = List.copyOf(sections);
    }

    /**
     * A section with its matches. Immutable.
     *
     * @param section section
     * @param heading matches in the heading, in order, not overlapping
     * @param paragraphs matches in each paragraph of {@link Section#paragraphs()}, in order, not overlapping, with
     *     offsets from the start of the paragraph
     */
    public record HighlightedSection(Section section, List<MatchRange> heading, List<List<MatchRange>> paragraphs) {
        public HighlightedSection {
            heading = List.copyOf(heading);
            paragraphs = List.copyOf(paragraphs);
        }

        /** Returns whether the heading or the text has a match. */
        public boolean hasMatches() {
            return !heading.isEmpty() || paragraphs.stream().anyMatch(matches -> !matches.isEmpty());
        }
    }
}
