package jirei.query;

import java.util.Optional;

/** In what order hits come (並び順). */
public enum SortOrder {
    /** Best first; equal scores by case number, then by place in the case. */
    RELEVANCE("relevance", "適合度順"),
    /** By case number, then by place in the case. */
    NUMBER("number", "事例番号順"),
    /** Fewest people first; as all the following: what isn't known last, what is equal by relevance. */
    POPULATION("population", "人口の少ない順"),
    POPULATION_DESC("population-desc", "人口の多い順"),
    AGEING("ageing", "高齢化率の低い順"),
    AGEING_DESC("ageing-desc", "高齢化率の高い順"),
    YEAR("year", "年度の古い順"),
    YEAR_DESC("year-desc", "年度の新しい順"),
    /** The region most like the one compared to first; by relevance where none is given. */
    REGION_SIMILARITY("like", "似た自治体の順");

    private final String id;
    private final String label;

    SortOrder(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in URLs. */
    public String id() {
        return id;
    }

    /** The name shown to people. */
    public String label() {
        return label;
    }

    /** The order with the id {@code id}; empty for any other text. */
    public static Optional<SortOrder> named(String id) {
        for (SortOrder order : values()) {
            if (order.id.equals(id)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
