package jirei.library.judging;

import java.util.Optional;
import java.util.stream.Stream;

/** How well a section answers a query, in the grades of {@link jirei.evaluation.RankingMetrics}. Immutable. */
public enum Grade {
    /** It answers the query. */
    RELEVANT(2, "的確"),
    /** It answers a part of it. */
    PARTIAL(1, "部分"),
    /** It does not answer it. */
    IRRELEVANT(0, "外れ");

    private final int value;
    private final String label;

    Grade(int value, String label) {
        this.value = value;
        this.label = label;
    }

    /** Returns the grade with {@link #value} {@code value}; empty if there is none. */
    public static Optional<Grade> of(int value) {
        return Stream.of(values()).filter(grade -> grade.value == value).findFirst();
    }

    /** Returns the grade in judgment files. */
    public int value() {
        return value;
    }

    /** Returns the grade in Japanese. */
    public String label() {
        return label;
    }
}
