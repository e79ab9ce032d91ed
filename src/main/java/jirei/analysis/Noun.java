package jirei.analysis;

/**
 * A noun of a text, or a piece of one that the dictionary cuts.
 *
 * @param text as the text writes it
 * @param folded as {@link JapaneseAnalyzers#foldVariants} folds it
 * @param reading how it is read, in full-width katakana; what can't be read stands as it is
 * @param adjacent whether it stands directly behind another noun of the same text
 * @param role whether it can stand alone
 */
public record Noun(String text, String folded, String reading, boolean adjacent, Role role) {
    /** Whether a noun can stand alone. */
    public enum Role {
        /** It says something alone, as 医療 does. */
        WORD,
        /** It can begin a compound but not end one, as 各 and 再. */
        PREFIX,
        /** It can end a compound but not begin one, as 者 and 的. */
        SUFFIX
    }
}
