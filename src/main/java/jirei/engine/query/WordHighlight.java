package jirei.engine.query;

import static jirei.engine.query.WordQueryFactory.folded;
import static jirei.engine.query.WordQueryFactory.terms;

import java.util.ArrayList;
import java.util.List;
import jirei.analysis.WordEdges;
import jirei.engine.query.WordUnit.Variant;
import jirei.query.ExpansionOptions;

/**
 * Builds the highlight patterns of a query word. Immutable.
 *
 * @param word the analyzed word
 * @param options the allowed expansions
 */
record WordHighlight(AnalyzedWord word, ExpansionOptions options) {
    /**
     * Returns the highlight patterns: its units, the characters of the word, and its variants.
     *
     * @param infix whether the characters of the word also match within other words
     */
    List<HighlightPattern> patterns(boolean infix) {
        List<HighlightPattern> patterns = new ArrayList<>();
        boolean variants = options.allows(word.variantExpansion());
        if (word.isCovered() && variants) {
            boolean isOneTerm = word.terms().size() == 1;
            word.units().forEach(unit -> patterns.addAll(unitPatterns(unit, isOneTerm)));
        } else if (word.isCovered() && !word.isRewritten()) {
            word.units().forEach(unit -> patterns.addAll(wordPatterns(unit.text())));
        }
        for (Variant variant : allowedVariants()) {
            if (options.variants()) {
                variant.phrases().forEach(phrase -> patterns.add(new HighlightPattern.TermSequence(phrase)));
            }
            patterns.addAll(wordPatterns(variant.text()));
        }
        patterns.addAll(wordPatterns(word.text()));
        if (variants) {
            word.spellings().forEach(spelling -> patterns.addAll(wordPatterns(spelling)));
        }
        if (options.allows(word.readingExpansion())) {
            word.readings()
                    .forEach(reading -> patterns.add(new HighlightPattern.Marked(
                            TermPhrase.consecutive(WordEdges.readingTerms(reading)), reading, true)));
        }
        if (infix) {
            patterns.addAll(literalPatterns(word.text()));
            word.readings()
                    .forEach(reading -> patterns.add(
                            new HighlightPattern.Marked(TermPhrase.consecutive(terms(reading)), reading, true)));
        }
        return patterns;
    }

    /** A single kanji among several units is too often part of another word. */
    private List<HighlightPattern> unitPatterns(WordUnit unit, boolean isOneTerm) {
        String folded = folded(unit.text());
        if (folded.length() > 1 && WordEdges.isPlace(folded)) {
            return wordPatterns(folded);
        }
        return unit.phrases().stream()
                .filter(phrase -> isOneTerm || !isSingleCharacter(phrase))
                .<HighlightPattern>map(HighlightPattern.TermSequence::new)
                .toList();
    }

    private static boolean isSingleCharacter(TermPhrase phrase) {
        String first = phrase.terms().getFirst();
        return phrase.terms().size() == 1 && first.codePointCount(0, first.length()) == 1;
    }

    /** The characters of {@code text} as a word; none if it is blank. */
    private static List<HighlightPattern> wordPatterns(String text) {
        String folded = folded(text);
        if (WordQueryFactory.isNumberOrLetter(folded)) {
            return List.of(new HighlightPattern.TermSequence(TermPhrase.consecutive(List.of(folded))));
        }
        if (folded.codePointCount(0, folded.length()) < 2) {
            return literalPatterns(text);
        }
        List<String> terms = WordEdges.terms(folded);
        return terms.equals(terms(folded))
                ? literalPatterns(text)
                : List.of(new HighlightPattern.Marked(TermPhrase.consecutive(terms), folded, false));
    }

    /** The exact characters of {@code text}; none if it is blank. */
    static List<HighlightPattern> literalPatterns(String text) {
        String folded = folded(text);
        return folded.isEmpty() ? List.of() : List.of(new HighlightPattern.Literal(folded));
    }

    /** The characters of {@code text} at the beginning of a word, or anywhere if they begin with a kanji. */
    static List<HighlightPattern> prefixPatterns(String text) {
        String folded = folded(text);
        List<String> marked = WordEdges.prefixTerms(folded);
        return marked.isEmpty()
                ? literalPatterns(text)
                : List.of(new HighlightPattern.Marked(TermPhrase.consecutive(marked), folded, false));
    }

    private List<Variant> allowedVariants() {
        return word.units().stream()
                .flatMap(unit -> unit.variants().stream())
                .filter(variant -> options.allows(variant.expansion()))
                .toList();
    }
}
