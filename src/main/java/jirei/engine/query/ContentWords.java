package jirei.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param isDoubtful whether neighbouring units are in hiragana, of which the analysis often makes wrong ones
 */
record ContentWords(List<List<PlacedUnit>> words, boolean isClause, boolean isDoubtful) {
    /** Fewer words are all required; a compound has several. */
    private static final int MIN_SENTENCE_UNITS = 4;

    private static final String BLANK = " ";
    private static final String BREAKS = "、。,「」『』()[]";

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
        boolean isDoubtful = false;
        PlacedUnit last = null;
        for (PlacedUnit unit : units) {
            String gap = last == null ? "" : gap(folded, last, unit);
            boolean isParticle = last != null && isParticle(gap, last.unit().text());
            isClause |= (isParticle && !gap.equals(BLANK) && !CONNECTORS.contains(gap))
                    || QuestionStopWords.isAll(unit.unit());
            isDoubtful |= last != null && gap.isEmpty() && isHiragana(last) && isHiragana(unit);
            if (words.isEmpty() || isParticle) {
                words.add(new ArrayList<>());
            }
            words.getLast().add(unit);
            last = unit;
        }
        int end = last == null ? folded.length() : last.end();
        boolean hasEnding = folded.substring(end).chars().anyMatch(Kana::isHiragana);
        return new ContentWords(words, isClause || hasEnding, isDoubtful);
    }

    /** Returns what is between two units without signs; a sign that ends a clause or quotation as a blank. */
    private static String gap(String folded, PlacedUnit left, PlacedUnit right) {
        String between = folded.substring(left.end(), right.start());
        String letters = between.chars()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
        return letters.isEmpty() && between.chars().anyMatch(c -> BREAKS.indexOf(c) >= 0) ? BLANK : letters;
    }

    /** Behind hiragana, only certain particles are read as such: あおぞら is no あお with a particle. */
    private static boolean isParticle(String gap, String before) {
        if (gap.equals(BLANK) || CONNECTORS.contains(gap) || CASE_PARTICLES.contains(gap)) {
            return true;
        }
        return !gap.isEmpty()
                && gap.chars().allMatch(Kana::isHiragana)
                && !before.chars().allMatch(Kana::isHiragana);
    }

    private static boolean isHiragana(PlacedUnit unit) {
        return unit.unit().text().chars().allMatch(c -> Kana.isHiragana(c) || c == 'ー');
    }

    /** Returns whether it is a sentence or question, which matches by any of its words. */
    boolean isSentence() {
        return isClause && withoutQuestionWords().stream().mapToInt(List::size).sum() >= MIN_SENTENCE_UNITS;
    }

    private List<List<PlacedUnit>> withoutQuestionWords() {
        return words.stream()
                .filter(word -> !word.stream().allMatch(unit -> QuestionStopWords.isAll(unit.unit())))
                .toList();
    }

    /** Returns the content words of {@code typed}, which is no sentence; {@code typed} itself if it is a single word. */
    List<String> in(NormalizedText typed, String original) {
        List<List<PlacedUnit>> content = withoutQuestionWords();
        if (content.isEmpty() || words.size() < 2 || isDoubtful) {
            return List.of(original);
        }
        return content.stream()
                .map(word -> baseForm(word)
                        .orElseGet(() -> original.substring(
                                typed.correctOffset(word.getFirst().start()),
                                typed.correctOffset(word.getLast().end()))))
                .toList();
    }

    /** Returns the base form of an inflected verb, whose stem alone is analyzed otherwise: 配る for 配っ; else empty. */
    private static Optional<String> baseForm(List<PlacedUnit> word) {
        String stem = word.getFirst().unit().text();
        List<String> terms = word.getFirst().unit().terms();
        boolean isVerb = word.size() == 1
                && terms.size() == 1
                && stem.endsWith("っ")
                && Kana.isHiragana(terms.getFirst().charAt(terms.getFirst().length() - 1));
        return isVerb ? Optional.of(terms.getFirst()) : Optional.empty();
    }
}
