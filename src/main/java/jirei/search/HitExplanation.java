package jirei.search;

import java.util.List;
import jirei.query.Expansion;

/**
 * Explains why a section matches a query and how its score is composed. Immutable.
 *
 * @param hit section with highlights
 * @param sections number of sections in the index
 * @param words contribution of each query word, in the order typed; prohibited words are left out
 */
public record HitExplanation(Hit hit, long sections, List<WordMatch> words) {
    public HitExplanation {
        words = List.copyOf(words);
    }

    /** Returns the sum of the contributions of all words. */
    public double score() {
        return words.stream().mapToDouble(WordMatch::score).sum();
    }

    /**
     * Contribution of a word. Immutable.
     *
     * @param text word as typed
     * @param sections number of sections that match the word alone; rarer words score higher
     * @param score contribution to the score; 0 if the section does not match the word
     * @param matches matching fields and expansions, highest score first; empty if the section does not match the word
     */
    public record WordMatch(String text, long sections, double score, List<ExpansionMatch> matches) {
        public WordMatch {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Contribution of an expansion in a field of the section. Immutable.
     *
     * @param expansion expansion of the word
     * @param field field that matches
     * @param score contribution to the score
     */
    public record ExpansionMatch(Expansion expansion, Field field, double score) {}

    /** A field of a section. Immutable. */
    public enum Field {
        HEADING("heading", "見出し"),
        TEXT("text", "本文"),
        /** Heading and text, which score terms as one field. */
        BODY("body", "見出しと本文"),
        /** Context of the section: case title, place, parent heading and actors. */
        CONTEXT("context", "事例の題・地域・上の見出し・主体"),
        TITLE("title", "事例の題"),
        REGION("region", "地域");

        private final String id;
        private final String label;

        Field(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** Returns the name in JSON. */
        public String id() {
            return id;
        }

        /** Returns the Japanese display name. */
        public String label() {
            return label;
        }
    }
}
