package jirei.evaluation;

import java.util.Map;

/**
 * A TREC topic with its relevance judgments (評価用の質問). Immutable.
 *
 * @param id topic id in both files
 * @param query query text
 * @param type query type; empty if not given
 * @param caseLevel whether cases are judged instead of sections
 * @param grades grade by docno: {@code caseId#sectionId}, or {@code caseId} at case level
 */
public record Topic(String id, String query, String type, boolean caseLevel, Map<String, Integer> grades) {
    /** Separator of case id and section id in a docno. */
    public static final String SECTION_SEPARATOR = "#";

    public Topic {
        grades = Map.copyOf(grades);
    }
}
