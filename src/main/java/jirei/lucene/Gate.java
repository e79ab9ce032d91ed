package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jirei.lucene.Segment.Alternative;
import jirei.query.FormKind;
import jirei.query.Matching.Form;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.search.WordForm;
import org.apache.lucene.util.FixedBitSet;

/** Says which sections answer. What is counted comes from here and never depends on ranking. */
final class Gate {
    private final SectionSets sets;
    private final SectionQueries queries;
    private final Map<Word, FixedBitSet> words = new HashMap<>();
    private final Map<WordQueries, List<FixedBitSet>> pieces = new HashMap<>();

    Gate(SectionSets sets, SectionQueries queries) {
        this.sets = sets;
        this.queries = queries;
    }

    /** The sections that answer {@code expression}; a new set. */
    FixedBitSet of(QueryExpression expression) throws IOException {
        return switch (expression) {
            case MatchAll() -> sets.sections().clone();
            case Word word -> allowed(word).clone();
            case Phrase phrase -> sets.of(queries.exact(phrase)).clone();
            case Value(var facet, String value) ->
                sets.of(SectionQueries.facetValue(facet, value)).clone();
            case And(List<QueryExpression> operands) -> all(operands);
            case Or(List<QueryExpression> operands) -> any(operands);
            case Not not -> all(List.of(not));
        };
    }

    private FixedBitSet allowed(Word word) throws IOException {
        FixedBitSet found = words.get(word);
        if (found == null) {
            WordQueries asked = queries.word(word);
            found = of(asked, pieces(asked), queries.matching()::allows);
            words.put(word, found);
        }
        return found;
    }

    private FixedBitSet all(List<QueryExpression> operands) throws IOException {
        FixedBitSet found = sets.sections().clone();
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression excluded)) {
                found.andNot(of(excluded));
            } else {
                found.and(of(operand));
            }
        }
        return found;
    }

    private FixedBitSet any(List<QueryExpression> operands) throws IOException {
        FixedBitSet found = sets.none();
        for (QueryExpression operand : operands) {
            found.or(of(operand));
        }
        return found;
    }

    /** Sections with at least one of the things asked for, in cases that have them all; none where only one thing is asked for. */
    FixedBitSet sameCase(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = SectionQueries.wanted(expression);
        if (wanted.size() < 2) {
            return sets.none();
        }
        List<FixedBitSet> units = new ArrayList<>();
        for (QueryExpression unit : wanted) {
            units.add(of(unit));
        }
        FixedBitSet found = sets.inCasesOf(units);
        found.and(any(wanted));
        return without(expression, found);
    }

    /** Sections with any of the things asked for, with any piece of a single word; how many and how rare is for the score. */
    FixedBitSet mostWords(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = SectionQueries.wanted(expression);
        FixedBitSet found = any(wanted);
        if (wanted.size() == 1 && wanted.getFirst() instanceof Word word) {
            for (FixedBitSet piece : pieces(queries.word(word))) {
                found.or(piece);
            }
        }
        return without(expression, found);
    }

    private FixedBitSet without(QueryExpression expression, FixedBitSet found) throws IOException {
        for (QueryExpression excluded : SectionQueries.excluded(expression)) {
            found.andNot(of(excluded));
        }
        return found;
    }

    /**
     * Sections with every piece of the word or what may stand for it, with its very characters, or with its reading. A sentence
     * is met by any of its pieces: how many they are is for the score.
     */
    private FixedBitSet of(WordQueries word, Predicate<Form> allowed) throws IOException {
        return of(word, pieces(word, allowed), allowed);
    }

    private FixedBitSet of(WordQueries word, List<FixedBitSet> pieces, Predicate<Form> allowed) throws IOException {
        FixedBitSet found = sets.none();
        if (!pieces.isEmpty()) {
            found.or(pieces.getFirst());
            pieces.stream().skip(1).forEach(word.word().sentence() ? found::or : found::and);
        }
        found.or(sets.of(word.exact()));
        if (allowed.test(word.word().spelling())) {
            found.or(sets.of(word.asWritten()));
        }
        if (allowed.test(word.word().read())) {
            found.or(sets.of(word.read()));
        }
        return found;
    }

    /** The sections of each piece of the word, in whatever form is allowed; not to be changed. */
    List<FixedBitSet> pieces(WordQueries word) throws IOException {
        List<FixedBitSet> found = pieces.get(word);
        if (found == null) {
            found = pieces(word, queries.matching()::allows);
            pieces.put(word, found);
        }
        return found;
    }

    private List<FixedBitSet> pieces(WordQueries word, Predicate<Form> allowed) throws IOException {
        List<FixedBitSet> pieces = new ArrayList<>();
        boolean spellings = allowed.test(word.word().spelling());
        if (!spellings && word.word().isSpeltOtherwise()) {
            return List.of();
        }
        for (Segment segment : word.word().telling()) {
            FixedBitSet piece = sets.of(word.terms(segment)).clone();
            if (!spellings) {
                piece.and(sets.of(word.exact(segment)));
            }
            for (Alternative alternative : segment.alternatives()) {
                if (allowed.test(alternative.form())) {
                    piece.or(sets.of(
                            word.alternative(alternative, queries.matching().spellings())));
                }
            }
            pieces.add(piece);
        }
        return pieces;
    }

    /** The forms in which {@code typed} is looked for and those that are off, the typed one first, synonyms last. */
    List<WordForm> forms(Word typed) throws IOException {
        WordQueries word = queries.word(typed);
        Set<Form> on = new HashSet<>();
        long found = of(word, on::contains).cardinality();
        List<WordForm> forms = new ArrayList<>();
        forms.add(new WordForm(new Form(FormKind.TYPED, typed.text()), found, found, true));
        List<Form> off = new ArrayList<>();
        for (Form form : word.word().forms()) {
            if (queries.matching().allows(form)) {
                on.add(form);
                long before = found;
                found = of(word, on::contains).cardinality();
                add(forms, form, sections(word, form), found - before, true);
            } else if (queries.matching().off().contains(form)) {
                off.add(form);
            }
        }
        for (Form form : off) {
            long with = of(word, one -> on.contains(one) || one.equals(form)).cardinality();
            add(forms, form, sections(word, form), with - found, false);
        }
        return forms;
    }

    /** A form that stands nowhere isn't worth a word. */
    private static void add(List<WordForm> forms, Form form, long sections, long adds, boolean on) {
        if (sections > 0 && (adds > 0 || form.kind() == FormKind.SYNONYM || !on)) {
            forms.add(new WordForm(form, sections, adds, on));
        }
    }

    private long sections(WordQueries word, Form form) throws IOException {
        for (Alternative alternative : word.word().alternatives()) {
            if (alternative.form().equals(form)) {
                return sets.of(word.alternative(alternative, queries.matching().spellings()))
                        .cardinality();
            }
        }
        return form.kind() == FormKind.READING
                ? sets.of(word.read()).cardinality()
                : of(word, form::equals).cardinality();
    }
}
