package jirei.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.analysis.JapaneseAnalyzers;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions.Expansion;

/**
 * A word of a query, analysed once for everything that is made of it.
 *
 * @param text as typed
 * @param spelt folded, with its words in katakana where the sections write them so
 * @param parts where it is looked for
 * @param segments its pieces, in order; may be empty
 * @param reading how it is read, in pairs of kana, if it is typed as a reading; empty if it isn't
 * @param sentence whether it is a sentence or a question rather than a word
 */
public record AnalyzedWord(
        String text, String spelt, Set<Source> parts, List<WordUnit> segments, List<String> reading, boolean sentence) {
    public AnalyzedWord {
        parts = Set.copyOf(parts);
        segments = List.copyOf(segments);
        reading = List.copyOf(reading);
    }

    /** The terms of all its pieces, each once. */
    public List<String> terms() {
        return segments.stream()
                .flatMap(segment -> segment.terms().stream())
                .distinct()
                .toList();
    }

    /** Its pieces; of a sentence those that say what it is about, if there are any. */
    public List<WordUnit> telling() {
        List<WordUnit> telling = sentence
                ? segments.stream()
                        .filter(piece -> !QuestionStopWords.isAll(piece))
                        .toList()
                : segments;
        return telling.isEmpty() ? segments : telling;
    }

    /** Whether the sections write it in other kana than it was typed in. */
    public boolean isSpeltOtherwise() {
        return !spelt.equals(JapaneseAnalyzers.fold(text));
    }

    /** All its spellings that share its terms. */
    public Expansion spelling() {
        return new Expansion(ExpansionKind.SPELLING, text);
    }

    /** Whatever is read as it is typed. */
    public Expansion read() {
        return new Expansion(ExpansionKind.READING, text);
    }

    /** Every form but the typed one, in the order in which they are tried. */
    public List<Expansion> forms() {
        List<Expansion> forms = new ArrayList<>();
        if (!sentence) {
            forms.add(spelling());
        }
        if (!reading.isEmpty()) {
            forms.add(read());
        }
        for (ExpansionKind kind : List.of(ExpansionKind.SPELLING, ExpansionKind.SYNONYM)) {
            alternatives().stream()
                    .map(Variant::form)
                    .filter(form -> form.kind() == kind)
                    .forEach(forms::add);
        }
        return forms;
    }

    /** What may stand for one of its pieces, each once. */
    public List<Variant> alternatives() {
        return segments.stream()
                .flatMap(segment -> segment.alternatives().stream())
                .distinct()
                .toList();
    }
}
