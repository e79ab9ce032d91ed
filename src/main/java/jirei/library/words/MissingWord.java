package jirei.library.words;

import java.util.List;

/**
 * A word of queries that occurs in no section. Immutable.
 *
 * @param word the word as typed
 * @param times the number of queries with the word
 * @param example the most frequent of these queries
 * @param proposals words of the corpus that might mean the same, the most likely first; may be empty
 */
public record MissingWord(String word, int times, String example, List<Proposal> proposals) {
    public MissingWord {
        proposals = List.copyOf(proposals);
    }

    /** Why a word is proposed. Immutable. */
    public enum Reason {
        /** A group of synonyms has it. */
        GROUP("同義語の組にある語"),
        /** It is frequent in the sections that the other words of the query find. */
        TOGETHER("いっしょに検索されたキーワードの近くに多い語");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** Returns the reason in Japanese. */
        public String label() {
            return label;
        }
    }

    /**
     * A proposed word. Immutable.
     *
     * @param word the word
     * @param sections the number of sections that it finds, at least 1
     * @param reason why it is proposed
     */
    public record Proposal(String word, long sections, Reason reason) {}
}
