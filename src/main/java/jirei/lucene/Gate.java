package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** Says which sections answer. What is counted comes from here and never depends on ranking. */
final class Gate {
    private final SectionSource sets;
    private final SectionQueries queries;

    Gate(SectionSource sets, SectionQueries queries) {
        this.sets = sets;
        this.queries = queries;
    }

    /** The sections that answer {@code expression}. */
    SectionSet of(QueryExpression expression) throws IOException {
        return switch (expression) {
            case MatchAll() -> sets.all();
            case Word word -> of(queries.word(word), queries.matching()::allows);
            case Phrase phrase -> sets.of(queries.exact(phrase));
            case Value(var facet, String value) -> sets.of(SectionQueries.facetValue(facet, value));
            case And(List<QueryExpression> operands) -> all(operands);
            case Or(List<QueryExpression> operands) -> any(operands);
            case Not not -> all(List.of(not));
        };
    }

    private SectionSet all(List<QueryExpression> operands) throws IOException {
        SectionSet found = sets.all();
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression excluded)) {
                found = found.without(of(excluded));
            } else {
                found = found.and(of(operand));
            }
        }
        return found;
    }

    private SectionSet any(List<QueryExpression> operands) throws IOException {
        SectionSet found = sets.none();
        for (QueryExpression operand : operands) {
            found = found.or(of(operand));
        }
        return found;
    }

    /** Sections with at least one of the things asked for, in cases that have them all; none where only one thing is asked for. */
    SectionSet sameCase(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = SectionQueries.wanted(expression);
        if (wanted.size() < 2) {
            return sets.none();
        }
        List<SectionSet> units = new ArrayList<>();
        for (QueryExpression unit : wanted) {
            units.add(of(unit));
        }
        return without(expression, sets.inCasesOf(units).and(any(wanted)));
    }

    /** Sections with any of the things asked for, with any piece of a single word; how many and how rare is for the score. */
    SectionSet mostWords(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = SectionQueries.wanted(expression);
        SectionSet found = any(wanted);
        if (wanted.size() == 1 && wanted.getFirst() instanceof Word word) {
            for (SectionSet piece : pieces(queries.word(word))) {
                found = found.or(piece);
            }
        }
        return without(expression, found);
    }

    private SectionSet without(QueryExpression expression, SectionSet found) throws IOException {
        SectionSet left = found;
        for (QueryExpression excluded : SectionQueries.excluded(expression)) {
            left = left.without(of(excluded));
        }
        return left;
    }

    /**
     * Sections with every piece of the word or what may stand for it, with its very characters, or with its reading. A sentence
     * is met by any of its pieces: how many they are is for the score.
     */
    private SectionSet of(WordQueries word, Predicate<Form> allowed) throws IOException {
        SectionSet found = sets.none();
        List<SectionSet> pieces = pieces(word, allowed);
        if (!pieces.isEmpty()) {
            found = pieces.stream()
                    .reduce(word.word().sentence() ? SectionSet::or : SectionSet::and)
                    .orElseThrow();
        }
        found = found.or(sets.of(word.exact()));
        if (allowed.test(word.word().spelling())) {
            found = found.or(sets.of(word.asWritten()));
        }
        if (allowed.test(word.word().read())) {
            found = found.or(sets.of(word.read()));
        }
        return found;
    }

    /** The sections of each piece of the word, in whatever form is allowed. */
    List<SectionSet> pieces(WordQueries word) throws IOException {
        return pieces(word, queries.matching()::allows);
    }

    private List<SectionSet> pieces(WordQueries word, Predicate<Form> allowed) throws IOException {
        List<SectionSet> pieces = new ArrayList<>();
        boolean spellings = allowed.test(word.word().spelling());
        if (!spellings && word.word().isSpeltOtherwise()) {
            return List.of();
        }
        for (Segment segment : word.word().telling()) {
            SectionSet piece = sets.of(word.terms(segment));
            if (!spellings) {
                piece = piece.and(sets.of(word.exact(segment)));
            }
            for (Alternative alternative : segment.alternatives()) {
                if (allowed.test(alternative.form())) {
                    piece = piece.or(sets.of(
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
        long found = of(word, on::contains).size();
        List<WordForm> forms = new ArrayList<>();
        forms.add(new WordForm(new Form(FormKind.TYPED, typed.text()), found, found, true));
        List<Form> off = new ArrayList<>();
        for (Form form : word.word().forms()) {
            if (queries.matching().allows(form)) {
                on.add(form);
                long before = found;
                found = of(word, on::contains).size();
                add(forms, form, sections(word, form), found - before, true);
            } else if (queries.matching().off().contains(form)) {
                off.add(form);
            }
        }
        for (Form form : off) {
            long with = of(word, one -> on.contains(one) || one.equals(form)).size();
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
                        .size();
            }
        }
        return form.kind() == FormKind.READING
                ? sets.of(word.read()).size()
                : of(word, form::equals).size();
    }
}
