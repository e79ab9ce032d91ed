package jirei.search;

import java.util.List;
import jirei.query.ExpansionOptions.Expansion;

/**
 * Why a section answers a query and what its score is made of.
 *
 * @param hit the section, marked
 * @param sections how many sections there are at all
 * @param words what each word of the query contributes, in the order typed; those that are excluded are left out
 */
public record HitExplanation(Hit hit, long sections, List<WordMatch> words) {
    public HitExplanation {
        words = List.copyOf(words);
    }

    /** The sum of what all words contribute. */
    public double score() {
        return words.stream().mapToDouble(WordMatch::score).sum();
    }

    /**
     * What a word contributes.
     *
     * @param text the word as typed
     * @param sections how many sections have it by itself: the fewer, the more it counts
     * @param score what it adds to the score; 0 where the section doesn't have it
     * @param matches where it stands and in which form, the most weighty first; empty where the section doesn't have it
     */
    public record WordMatch(String text, long sections, double score, List<ExpansionMatch> matches) {
        public WordMatch {
            matches = List.copyOf(matches);
        }
    }

    /**
     * A form of a word in a part of a section.
     *
     * @param expansion the form
     * @param field where it stands
     * @param score what it adds to the score
     */
    public record ExpansionMatch(Expansion expansion, Field field, double score) {}

    /** A part of a section. */
    public enum Field {
        HEADING("heading", "見出し"),
        TEXT("text", "本文"),
        /** What the section stands in: case title, place, main heading, who acts. */
        CONTEXT("context", "事例の題・地域・章・主体"),
        TITLE("title", "事例の題"),
        REGION("region", "地域");

        private final String id;
        private final String label;

        Field(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** The name in JSON. */
        public String id() {
            return id;
        }

        /** The name shown to people. */
        public String label() {
            return label;
        }
    }
}
