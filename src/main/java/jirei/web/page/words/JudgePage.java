package jirei.web.page.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jirei.evaluation.Topic;
import jirei.library.judging.Grade;
import jirei.search.Hit;
import jirei.search.MatchLevel;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a query to be judged, and the judged queries. Immutable.
 *
 * @param frame the frame of the page
 * @param query the query; empty for none
 * @param hits its first hits
 * @param rows the judged queries, before the last change of the lexicon and now
 * @param before when the figures before were measured, for people; empty if there are none
 * @param message what was just done; empty for nothing
 */
public record JudgePage(
        Frame frame, String query, List<JudgedHit> hits, List<JudgedRow> rows, String before, String message) {
    public JudgePage {
        hits = List.copyOf(hits);
        rows = List.copyOf(rows);
    }

    /**
     * A hit to be judged. Immutable.
     *
     * @param rank its rank, from 1
     * @param docno its name in judgments
     * @param hasAllWords whether it matches the whole query
     * @param text the passages that match
     * @param grade the grade; null if it is not judged
     */
    public record JudgedHit(
            int rank,
            String docno,
            String caseId,
            String sectionId,
            String caseTitle,
            String heading,
            String text,
            boolean hasAllWords,
            @Nullable Integer grade) {
        static JudgedHit of(Hit hit, Map<String, Integer> grades) {
            String docno =
                    hit.caseId() + Topic.SECTION_SEPARATOR + hit.section().id();
            StringBuilder text = new StringBuilder();
            hit.snippets().forEach(snippet -> text.append(snippet.text()).append("… "));
            return new JudgedHit(
                    hit.rank(),
                    docno,
                    hit.caseId(),
                    hit.section().id(),
                    hit.caseTitle(),
                    hit.section().heading(),
                    text.toString(),
                    hit.match() == MatchLevel.ALL,
                    grades.get(docno));
        }

        /** Whether it has {@code other}. */
        public boolean isGraded(Grade other) {
            Integer known = grade;
            return known != null && known == other.value();
        }
    }

    /** Returns the views of {@code hits} with their {@code grades} by docno. */
    public static List<JudgedHit> hits(List<Hit> hits, Map<String, Integer> grades) {
        List<JudgedHit> views = new ArrayList<>();
        hits.forEach(hit -> views.add(JudgedHit.of(hit, grades)));
        return views;
    }

    /** The grades. */
    public List<Grade> grades() {
        return List.of(Grade.values());
    }

    /** Whether the hit at {@code index} is the first of those with some of the words. */
    public boolean startsSecondGroup(int index) {
        return !hits.get(index).hasAllWords()
                && (index == 0 || hits.get(index - 1).hasAllWords());
    }

    /** Returns the page's frame. */
    public static Frame frame(Frame.AssetUrls assets) {
        return new Frame("検索結果の採点", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }
}
