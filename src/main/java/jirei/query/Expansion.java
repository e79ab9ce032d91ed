package jirei.query;

/**
 * What a query word is expanded to. Immutable.
 *
 * @param kind how it relates to the typed word
 * @param text the expansion; for {@link ExpansionKind#VARIANT} the word itself, which represents all its spelling variants, or one
 *     of them
 */
public record Expansion(ExpansionKind kind, String text) {
    /** The id in URLs, as in {@code synonym:ターミナルケア}. */
    public String id() {
        return kind.id() + ":" + text;
    }
}
