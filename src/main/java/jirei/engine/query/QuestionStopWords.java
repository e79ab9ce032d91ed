package jirei.engine.query;

import java.util.Set;

/** Japanese interrogatives: in a sentence they state the kind of information requested, not the topic. Stateless. */
final class QuestionStopWords {
    private static final Set<String> TERMS = Set.of(
            "何", "なに", "なん", "誰", "だれ", "いつ", "どこ", "どの", "どう", "どんな", "どれ", "どちら", "なぜ", "いくつ", "幾つ", "いくら", "どのくらい",
            "どれくらい");

    private QuestionStopWords() {}

    /** Returns whether {@code term} is a question word. */
    static boolean contains(String term) {
        return TERMS.contains(term);
    }

    /** Returns whether all terms of {@code unit} are question words. */
    static boolean isAll(WordUnit unit) {
        return TERMS.containsAll(unit.terms());
    }
}
