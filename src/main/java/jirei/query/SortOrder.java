package jirei.query;

import java.util.Optional;

/** Sort order of hits (並び順). Immutable. */
public enum SortOrder {
    /** Highest score first; ties by case number, then by position in the case. */
    RELEVANCE("relevance", "適合度順"),
    /**
     * Newest fiscal year first. Here and in all following orders but that by number, unknown values are last, and ties are
     * sorted by relevance.
     */
    YEAR_DESC("year-desc", "新しい順（年度）"),
    YEAR("year", "古い順（年度）"),
    /** By case number, then by position in the case. */
    NUMBER("number", "事例番号順"),
    /** Smallest population first. */
    POPULATION("population", "人口の少ない順"),
    POPULATION_DESC("population-desc", "人口の多い順"),
    AGEING("ageing", "高齢化率の低い順"),
    AGEING_DESC("ageing-desc", "高齢化率の高い順"),
    /** Most similar region first; by relevance if the request has no region to compare to. */
    REGION_SIMILARITY("like", "似た自治体の順");

    private final String id;
    private final String label;

    SortOrder(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name in URLs. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name. */
    public String label() {
        return label;
    }

    /** Returns the order with the id {@code id}; empty for any other text. */
    public static Optional<SortOrder> named(String id) {
        for (SortOrder order : values()) {
            if (order.id.equals(id)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
