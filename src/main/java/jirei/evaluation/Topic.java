package jirei.evaluation;

import java.util.Map;

/**
 * A question to search with and what people judged about its answers (評価用の質問).
 *
 * @param id its name in both files
 * @param query what is typed
 * @param type the kind of question it is; empty where the file doesn't say
 * @param caseLevel whether cases are judged, rather than sections
 * @param grades the grade of each judged {@code caseId#sectionId}, or {@code caseId} at case level
 */
public record Topic(String id, String query, String type, boolean caseLevel, Map<String, Integer> grades) {
    /** What stands between the case and the section in the name of a section. */
    public static final String SECTION_SEPARATOR = "#";

    public Topic {
        grades = Map.copyOf(grades);
    }
}
