package jirei.query;

import java.util.Optional;

/** In what order hits come (並び順). */
public enum SortOrder {
    /** Best first; equal scores by case number, then by place in the case. */
    RELEVANCE("relevance", "適合度順"),
    /** By case number, then by place in the case. */
    NUMBER("number", "事例番号順");

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
