package jirei.engine.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.WordEdges;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;

/**
 * A query word, analyzed once for all queries built from it. Immutable.
 *
 * @param text the word as typed
 * @param normalized the folded word, with hiragana restored to katakana where the index contains the katakana spelling
 * @param sources the searched texts
 * @param units its units, in order; may be empty
 * @param isCovered whether the units cover the whole word; else only its characters and expansions match
 * @param spellings its other spellings, matched by their characters
 * @param readings its readings if it is typed as a reading, in the form of {@code Kana.phoneticKey}; else empty
 * @param sentence whether it is a sentence or question rather than a word
 */
public record AnalyzedWord(
        String text,
        String normalized,
        Set<Source> sources,
        List<WordUnit> units,
        boolean isCovered,
        List<String> spellings,
        List<String> readings,
        boolean sentence) {
    public AnalyzedWord {
        sources = Set.copyOf(sources);
        units = List.copyOf(units);
        spellings = List.copyOf(spellings);
        readings = List.copyOf(readings);
    }

    /** Returns the word in {@code texts}. */
    AnalyzedWord in(Set<Source> texts) {
        return new AnalyzedWord(text, normalized, texts, units, isCovered, spellings, readings, sentence);
    }

    /** Returns the terms of all units, without duplicates. */
    public List<String> terms() {
        return units.stream().flatMap(unit -> unit.terms().stream()).distinct().toList();
    }

    /** Returns the units; those of a sentence without question words, unless nothing else is left. */
    public List<WordUnit> contentUnits() {
        List<WordUnit> content = sentence
                ? units.stream().filter(unit -> !QuestionStopWords.isAll(unit)).toList()
                : units;
        return content.isEmpty() ? units : content;
    }

    /** Returns whether katakana was restored, so that the normalized word differs from the typed one. */
    public boolean isRewritten() {
        return !normalized.equals(JapaneseAnalyzers.foldWidthAndCase(text));
    }

    /** Returns the expansion to all spelling variants with the same terms. */
    public Expansion variantExpansion() {
        return new Expansion(ExpansionKind.VARIANT, text);
    }

    /** Returns the expansion to all words with the typed reading. */
    public Expansion readingExpansion() {
        return new Expansion(ExpansionKind.READING, text);
    }

    /** Returns whether the characters of the word may be within other words; not those of a sentence or a long word. */
    public boolean hasInfix() {
        return !sentence && normalized.length() <= WordEdges.MAX_MARKED_LENGTH;
    }

    /** Returns the expansion to the characters of the word within other words. */
    public Expansion infixExpansion() {
        return new Expansion(ExpansionKind.INFIX, text);
    }

    /** Returns every expansion but the original and the infix one, in the order in which they are evaluated. */
    public List<Expansion> expansions() {
        List<Expansion> expansions = new ArrayList<>();
        if (!sentence) {
            expansions.add(variantExpansion());
        }
        if (!readings.isEmpty()) {
            expansions.add(readingExpansion());
        }
        for (ExpansionKind kind : List.of(ExpansionKind.VARIANT, ExpansionKind.SYNONYM)) {
            variants().stream()
                    .map(Variant::expansion)
                    .filter(expansion -> expansion.kind() == kind)
                    .forEach(expansions::add);
        }
        return expansions;
    }

    /** Returns the variants of all units, without duplicates. */
    public List<Variant> variants() {
        return units.stream()
                .flatMap(unit -> unit.variants().stream())
                .distinct()
                .toList();
    }

    /** The sources whose terms are scored: heading and text count as one field where both are searched. */
    List<Source> termSources() {
        Set<Source> scored = EnumSet.copyOf(sources);
        if (scored.contains(Source.HEADING) && scored.remove(Source.TEXT)) {
            scored.add(Source.BODY);
        }
        return List.copyOf(scored);
    }
}
