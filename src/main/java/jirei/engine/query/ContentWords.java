package jirei.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.analysis.Kana;
import jirei.analysis.NormalizedText;
import jirei.engine.query.UnitMerger.PlacedUnit;

/**
 * The content words of a query word and the particles between them. A particle between two content words means the same
 * as a blank, 在宅医療の推進 the same as 在宅医療 推進, whereas all words of a sentence seldom occur in one section. Immutable.
 *
 * @param words the content words, each of one or more units without a particle between them
 * @param isClause whether there is a verb form, a particle of a clause or a question word, and not only connecting particles
 */
record ContentWords(List<List<PlacedUnit>> words, boolean isClause) {
    /** Fewer content words are all required. */
    private static final int MIN_SENTENCE_WORDS = 4;

    /** What connects nouns. */
    private static final Set<String> CONNECTORS = Set.of(
            "の", "と", "や", "への", "との", "での", "からの", "までの", "による", "における", "に関する", "についての", "に対する", "に係る", "に向けた",
            "のための", "および", "ならびに");

    private static final Set<String> CASE_PARTICLES =
            Set.of("が", "を", "に", "は", "へ", "で", "も", "から", "まで", "には", "では", "とは", "にも", "でも");

    ContentWords {
        words = List.copyOf(words);
    }

    /**
     * Divides {@code folded} at the hiragana between its units. In a noun phrase, a single character stays with its
     * neighbours: 町の医師 is one word.
     */
    static ContentWords of(String folded, List<PlacedUnit> units) {
        ContentWords content = divided(folded, units);
        return content.isClause ? content : divided(folded, UnitMerger.merge(units, folded));
    }

    private static ContentWords divided(String folded, List<PlacedUnit> units) {
        List<List<PlacedUnit>> words = new ArrayList<>();
        boolean isClause = false;
        PlacedUnit last = null;
        for (PlacedUnit unit : units) {
            String gap = last == null ? "" : folded.substring(last.end(), unit.start());
            boolean isParticle = last != null && isParticle(gap, last.unit().text());
            isClause |= (isParticle && !CONNECTORS.contains(gap)) || QuestionStopWords.isAll(unit.unit());
            if (words.isEmpty() || isParticle) {
                words.add(new ArrayList<>());
            }
            words.getLast().add(unit);
            last = unit;
        }
        int end = last == null ? folded.length() : last.end();
        boolean hasEnding = folded.substring(end).chars().anyMatch(Kana::isHiragana);
        return new ContentWords(words, isClause || hasEnding);
    }

    /** Behind hiragana, only certain particles are read as such: あおぞら is no あお with a particle. */
    private static boolean isParticle(String gap, String before) {
        if (CONNECTORS.contains(gap) || CASE_PARTICLES.contains(gap)) {
            return true;
        }
        return !gap.isEmpty()
                && gap.chars().allMatch(Kana::isHiragana)
                && !before.chars().allMatch(Kana::isHiragana);
    }

    /** Returns whether it is a sentence or question, which matches by any of its words. */
    boolean isSentence() {
        return isClause && withoutQuestionWords().size() >= MIN_SENTENCE_WORDS;
    }

    private List<List<PlacedUnit>> withoutQuestionWords() {
        return words.stream()
                .filter(word -> !word.stream().allMatch(unit -> QuestionStopWords.isAll(unit.unit())))
                .toList();
    }

    /** Returns the content words of {@code typed}, which is no sentence; {@code typed} itself if it is a single word. */
    List<String> in(NormalizedText typed, String original) {
        List<List<PlacedUnit>> content = withoutQuestionWords();
        if (content.isEmpty() || words.size() < 2) {
            return List.of(original);
        }
        return content.stream()
                .map(word -> original.substring(
                        typed.correctOffset(word.getFirst().start()),
                        typed.correctOffset(word.getLast().end())))
                .toList();
    }
}
