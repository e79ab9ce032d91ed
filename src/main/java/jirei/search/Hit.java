package jirei.search;

import java.util.List;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import org.jspecify.annotations.Nullable;

/**
 * A section that answers.
 *
 * @param rank its place in the whole order, from 1; that of its case where hits are grouped
 * @param score its relevance; greater is better, comparable within one answer only
 * @param caseId the case it stands in
 * @param number the case's number; null where it has none
 * @param caseTitle the case's title
 * @param prefecture the case's prefecture; null where it isn't known
 * @param place the case's place; may be empty
 * @param section the section whole, its actors by canonical name
 * @param parentHeading the heading of the main section it stands in; empty where it stands in none
 * @param headingMatches what matches in the heading, in order, without overlap
 * @param snippets what matches in the text, in its order; the text's beginning where only something else matches
 */
public record Hit(
        int rank,
        float score,
        String caseId,
        @Nullable Integer number,
        String caseTitle,
        @Nullable Prefecture prefecture,
        String place,
        Section section,
        String parentHeading,
        List<MatchRange> headingMatches,
        List<Snippet> snippets) {
    public Hit {
        headingMatches = List.copyOf(headingMatches);
        snippets = List.copyOf(snippets);
    }

    /** The same hit at another place in the order. */
    public Hit withRank(int other) {
        return new Hit(
                other,
                score,
                caseId,
                number,
                caseTitle,
                prefecture,
                place,
                section,
                parentHeading,
                headingMatches,
                snippets);
    }
}
