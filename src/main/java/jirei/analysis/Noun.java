package jirei.analysis;

/**
 * A noun of a text, or a part of a compound that the dictionary splits. Immutable.
 *
 * @param text surface form
 * @param folded surface form folded by {@link JapaneseAnalyzers#foldVariants}
 * @param reading reading in full-width katakana; characters without a reading are unchanged
 * @param adjacent whether it directly follows another noun of the same text
 * @param role whether it can be used alone
 */
public record Noun(String text, String folded, String reading, boolean adjacent, Role role) {
    /** Role of a noun in compounds. Immutable. */
    public enum Role {
        /** An independent noun, e.g. 医療. */
        WORD,
        /** A prefix, which can start a compound but not end one, e.g. 各 and 再. */
        PREFIX,
        /** A suffix, which can end a compound but not start one, e.g. 者 and 的. */
        SUFFIX
    }
}
