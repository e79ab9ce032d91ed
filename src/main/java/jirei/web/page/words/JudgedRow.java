package jirei.web.page.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jirei.evaluation.Topic;
import jirei.web.request.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * A judged query with its figures. Immutable.
 *
 * @param query the query; empty for the mean of all
 * @param judged the number of judged sections
 * @param before nDCG@10 before a change; null if it is unknown
 * @param after nDCG@10 after it; null if no judged section is relevant
 */
public record JudgedRow(String query, int judged, @Nullable Double before, @Nullable Double after) {
    private static final double SHOWN = 0.0005;

    /** Returns the rows of {@code topics}, and their mean if there are several. */
    public static List<JudgedRow> of(List<Topic> topics, Map<String, Double> before, Map<String, Double> after) {
        List<JudgedRow> rows = new ArrayList<>();
        double sumBefore = 0;
        double sumAfter = 0;
        int both = 0;
        int judged = 0;
        for (Topic topic : topics) {
            Double old = before.get(topic.id());
            Double current = after.get(topic.id());
            rows.add(new JudgedRow(topic.query(), topic.grades().size(), old, current));
            judged += topic.grades().size();
            if (old != null && current != null) {
                sumBefore += old;
                sumAfter += current;
                both++;
            }
        }
        if (both > 1) {
            rows.add(new JudgedRow("", judged, sumBefore / both, sumAfter / both));
        }
        return rows;
    }

    /** Whether it is the mean of all queries. */
    public boolean isMean() {
        return query.isEmpty();
    }

    /** The figure before, for people. */
    public String beforeText() {
        return text(before);
    }

    /** The figure after, for people. */
    public String afterText() {
        return text(after);
    }

    private static String text(@Nullable Double figure) {
        return figure == null ? "－" : String.format(Locale.ROOT, "%.3f", figure);
    }

    /** What became of it: 上がる, 下がる or empty. */
    public String trend() {
        Double old = before;
        Double current = after;
        if (old == null || current == null || Math.abs(current - old) < SHOWN) {
            return "";
        }
        return current > old ? "▲ 上がる" : "▼ 下がる";
    }

    /** The URL of the page that judges its hits. */
    public String url() {
        return "/library/judge" + new QueryString(List.of()).with("q", query);
    }
}
