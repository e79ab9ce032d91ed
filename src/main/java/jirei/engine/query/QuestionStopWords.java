package jirei.engine.query;

import java.util.Set;

/** The words by which Japanese asks: in a sentence they say what kind of answer is wanted, not what it is about. */
final class QuestionStopWords {
    private static final Set<String> TERMS = Set.of(
            "何", "なに", "なん", "誰", "だれ", "いつ", "どこ", "どの", "どう", "どんな", "どれ", "どちら", "なぜ", "いくつ", "幾つ", "いくら", "どのくらい",
            "どれくらい");

    private QuestionStopWords() {}

    /** Whether {@code term} is one of them. */
    static boolean has(String term) {
        return TERMS.contains(term);
    }

    /** Whether {@code piece} of a sentence is nothing else. */
    static boolean isAll(WordUnit piece) {
        return TERMS.containsAll(piece.terms());
    }
}
