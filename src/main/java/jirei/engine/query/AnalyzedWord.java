package jirei.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.analysis.JapaneseAnalyzers;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;

/**
 * A word of a query, analysed once for everything that is made of it.
 *
 * @param text as typed
 * @param normalized folded, with its words in katakana where the sections write them so
 * @param sources where it is looked for
 * @param units its pieces, in order; may be empty
 * @param reading how it is read, in pairs of kana, if it is typed as a reading; empty if it isn't
 * @param sentence whether it is a sentence or a question rather than a word
 */
public record AnalyzedWord(
        String text,
        String normalized,
        Set<Source> sources,
        List<WordUnit> units,
        List<String> reading,
        boolean sentence) {
    public AnalyzedWord {
        sources = Set.copyOf(sources);
        units = List.copyOf(units);
        reading = List.copyOf(reading);
    }

    /** The terms of all its pieces, each once. */
    public List<String> terms() {
        return units.stream()
                .flatMap(segment -> segment.terms().stream())
                .distinct()
                .toList();
    }

    /** Its pieces; of a sentence those that say what it is about, if there are any. */
    public List<WordUnit> contentUnits() {
        List<WordUnit> telling = sentence
                ? units.stream()
                        .filter(piece -> !QuestionStopWords.isAll(piece))
                        .toList()
                : units;
        return telling.isEmpty() ? units : telling;
    }

    /** Whether the sections write it in other kana than it was typed in. */
    public boolean isRewritten() {
        return !normalized.equals(JapaneseAnalyzers.foldWidthAndCase(text));
    }

    /** All its spellings that share its terms. */
    public Expansion variantExpansion() {
        return new Expansion(ExpansionKind.VARIANT, text);
    }

    /** Whatever is read as it is typed. */
    public Expansion readingExpansion() {
        return new Expansion(ExpansionKind.READING, text);
    }

    /** Every form but the typed one, in the order in which they are tried. */
    public List<Expansion> expansions() {
        List<Expansion> forms = new ArrayList<>();
        if (!sentence) {
            forms.add(variantExpansion());
        }
        if (!reading.isEmpty()) {
            forms.add(readingExpansion());
        }
        for (ExpansionKind kind : List.of(ExpansionKind.VARIANT, ExpansionKind.SYNONYM)) {
            variants().stream()
                    .map(Variant::expansion)
                    .filter(form -> form.kind() == kind)
                    .forEach(forms::add);
        }
        return forms;
    }

    /** What may stand for one of its pieces, each once. */
    public List<Variant> variants() {
        return units.stream()
                .flatMap(segment -> segment.variants().stream())
                .distinct()
                .toList();
    }
}
