package jirei.search;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.search.HitExplanation.Field;
import org.jspecify.annotations.Nullable;

/**
 * A matching section. Immutable.
 *
 * @param rank rank among all hits, from 1; the rank of its case if hits are grouped
 * @param score relevance score; higher is better, comparable within one response only
 * @param caseId id of its case
 * @param number number of the case; null if it has none
 * @param caseTitle title of the case
 * @param prefecture prefecture of the case; null if unknown
 * @param place place of the case; may be empty
 * @param section the complete section
 * @param parentHeading heading of the section that contains it; empty at the top level
 * @param titleMatches matches in the title of the case, in order, not overlapping; empty if heading or text match
 * @param caseFields fields of its case that match, for a hit that represents its case: the case matches, but the text
 *     of none of its sections; empty for other hits
 * @param headingMatches matches in the heading, in order, not overlapping
 * @param snippets passages of the text with matches, in text order; the start of the text if only other fields match
 * @param textMatches all matches in the text, in order, not overlapping; empty unless hits are listed by
 *     {@link jirei.query.HitLayout#MATCHES}
 * @param match how much of the query it matches
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
        List<MatchRange> titleMatches,
        Set<Field> caseFields,
        List<MatchRange> headingMatches,
        List<Snippet> snippets,
        List<MatchRange> textMatches,
        MatchLevel match) {
    public Hit {
        titleMatches = List.copyOf(titleMatches);
        caseFields = Collections.unmodifiableSet(new LinkedHashSet<>(caseFields));
        headingMatches = List.copyOf(headingMatches);
        snippets = List.copyOf(snippets);
        textMatches = List.copyOf(textMatches);
    }

    /** A hit that matches the whole query. */
    public Hit(
            int rank,
            float score,
            String caseId,
            @Nullable Integer number,
            String caseTitle,
            @Nullable Prefecture prefecture,
            String place,
            Section section,
            String parentHeading,
            List<MatchRange> titleMatches,
            Set<Field> caseFields,
            List<MatchRange> headingMatches,
            List<Snippet> snippets) {
        this(
                rank,
                score,
                caseId,
                number,
                caseTitle,
                prefecture,
                place,
                section,
                parentHeading,
                titleMatches,
                caseFields,
                headingMatches,
                snippets,
                List.of(),
                MatchLevel.ALL);
    }

    /** Returns this hit with the rank {@code newRank}. */
    public Hit withRank(int newRank) {
        return with(newRank, textMatches, match);
    }

    /** Returns this hit with {@code matches} in its text. */
    public Hit withTextMatches(List<MatchRange> matches) {
        return with(rank, matches, match);
    }

    /** Returns this hit as one that matches some of the words. */
    public Hit withSomeWords() {
        return with(rank, textMatches, MatchLevel.SOME);
    }

    private Hit with(int newRank, List<MatchRange> newMatches, MatchLevel newMatch) {
        return new Hit(
                newRank,
                score,
                caseId,
                number,
                caseTitle,
                prefecture,
                place,
                section,
                parentHeading,
                titleMatches,
                caseFields,
                headingMatches,
                snippets,
                newMatches,
                newMatch);
    }
}
