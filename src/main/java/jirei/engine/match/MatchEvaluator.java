package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jirei.engine.backend.DocSet;
import jirei.engine.backend.DocSetFactory;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.query.WordUnit;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.SchemaQueries;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions.Expansion;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.search.ExpansionCount;

/** Says which sections answer. What is counted comes from here and never depends on ranking. */
public final class MatchEvaluator {
    private final DocSetFactory sets;
    private final RequestQueryFactory queries;
    private final Map<Word, DocSet> words = new HashMap<>();
    private final Map<WordQueryFactory, List<DocSet>> pieces = new HashMap<>();

    public MatchEvaluator(DocSetFactory sets, RequestQueryFactory queries) {
        this.sets = sets;
        this.queries = queries;
    }

    /** The sections that answer {@code expression}. */
    public DocSet of(QueryExpression expression) throws IOException {
        return switch (expression) {
            case MatchAll() -> sets.all();
            case Word word -> allowed(word);
            case Phrase phrase -> sets.of(queries.exact(phrase));
            case Value(var facet, String value) -> sets.of(SchemaQueries.facetValue(facet, value));
            case And(List<QueryExpression> operands) -> all(operands);
            case Or(List<QueryExpression> operands) -> any(operands);
            case Not not -> all(List.of(not));
        };
    }

    private DocSet allowed(Word word) throws IOException {
        DocSet found = words.get(word);
        if (found == null) {
            WordQueryFactory asked = queries.word(word);
            found = of(asked, pieces(asked), queries.matching()::allows);
            words.put(word, found);
        }
        return found;
    }

    private DocSet all(List<QueryExpression> operands) throws IOException {
        List<DocSet> wanted = new ArrayList<>(List.of(sets.all()));
        List<DocSet> excluded = new ArrayList<>();
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression inner)) {
                excluded.add(of(inner));
            } else {
                wanted.add(of(operand));
            }
        }
        DocSet found = sets.allOf(wanted);
        return excluded.isEmpty() ? found : found.without(sets.anyOf(excluded));
    }

    private DocSet any(List<QueryExpression> operands) throws IOException {
        List<DocSet> found = new ArrayList<>();
        for (QueryExpression operand : operands) {
            found.add(of(operand));
        }
        return sets.anyOf(found);
    }

    /** Sections with at least one of the things asked for, in cases that have them all; none where only one thing is asked for. */
    DocSet sameCase(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = expression.required();
        if (wanted.size() < 2) {
            return sets.none();
        }
        List<DocSet> units = new ArrayList<>();
        for (QueryExpression unit : wanted) {
            units.add(of(unit));
        }
        return without(expression, sets.inCasesOf(units).and(sets.anyOf(units)));
    }

    /** Sections with any of the things asked for, with any piece of a single word; how many and how rare is for the score. */
    DocSet mostWords(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = expression.required();
        DocSet found = any(wanted);
        if (wanted.size() == 1 && wanted.getFirst() instanceof Word word) {
            List<DocSet> parts = new ArrayList<>(List.of(found));
            parts.addAll(pieces(queries.word(word)));
            found = sets.anyOf(parts);
        }
        return without(expression, found);
    }

    private DocSet without(QueryExpression expression, DocSet found) throws IOException {
        List<QueryExpression> excluded = expression.prohibited();
        return excluded.isEmpty() ? found : found.without(any(excluded));
    }

    /**
     * Sections with every piece of the word or what may stand for it, with its very characters, or with its reading. A sentence
     * is met by any of its pieces: how many they are is for the score.
     */
    private DocSet of(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        return of(word, pieces(word, allowed), allowed);
    }

    private DocSet of(WordQueryFactory word, List<DocSet> pieces, Predicate<Expansion> allowed) throws IOException {
        List<DocSet> found = new ArrayList<>();
        if (word.word().sentence()) {
            found.addAll(pieces);
        } else if (!pieces.isEmpty()) {
            found.add(sets.allOf(pieces));
        }
        found.add(sets.of(word.exact()));
        if (allowed.test(word.word().spelling())) {
            found.add(sets.of(word.asWritten()));
        }
        if (allowed.test(word.word().read())) {
            found.add(sets.of(word.read()));
        }
        return sets.anyOf(found);
    }

    /** The sections of each piece of the word, in whatever form is allowed. */
    List<DocSet> pieces(WordQueryFactory word) throws IOException {
        List<DocSet> found = pieces.get(word);
        if (found == null) {
            found = pieces(word, queries.matching()::allows);
            pieces.put(word, found);
        }
        return found;
    }

    private List<DocSet> pieces(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        List<DocSet> pieces = new ArrayList<>();
        boolean spellings = allowed.test(word.word().spelling());
        if (!spellings && word.word().isSpeltOtherwise()) {
            return List.of();
        }
        for (WordUnit segment : word.word().telling()) {
            DocSet typed = sets.of(word.terms(segment));
            List<DocSet> any = new ArrayList<>();
            any.add(spellings ? typed : typed.and(sets.of(word.exact(segment))));
            for (Variant alternative : segment.alternatives()) {
                if (allowed.test(alternative.form())) {
                    any.add(sets.of(
                            word.alternative(alternative, queries.matching().spellings())));
                }
            }
            pieces.add(sets.anyOf(any));
        }
        return pieces;
    }

    /** The forms in which {@code typed} is looked for and those that are off, the typed one first, synonyms last. */
    List<ExpansionCount> forms(Word typed) throws IOException {
        WordQueryFactory word = queries.word(typed);
        Set<Expansion> on = new HashSet<>();
        long found = of(word, on::contains).size();
        List<ExpansionCount> forms = new ArrayList<>();
        forms.add(new ExpansionCount(new Expansion(ExpansionKind.TYPED, typed.text()), found, found, true));
        List<Expansion> off = new ArrayList<>();
        for (Expansion form : word.word().forms()) {
            if (queries.matching().allows(form)) {
                on.add(form);
                long before = found;
                found = of(word, on::contains).size();
                add(forms, form, sections(word, form), found - before, true);
            } else if (queries.matching().off().contains(form)) {
                off.add(form);
            }
        }
        for (Expansion form : off) {
            long with = of(word, one -> on.contains(one) || one.equals(form)).size();
            add(forms, form, sections(word, form), with - found, false);
        }
        return forms;
    }

    /** A form that stands nowhere isn't worth a word. */
    private static void add(List<ExpansionCount> forms, Expansion form, long sections, long adds, boolean on) {
        if (sections > 0 && (adds > 0 || form.kind() == ExpansionKind.SYNONYM || !on)) {
            forms.add(new ExpansionCount(form, sections, adds, on));
        }
    }

    private long sections(WordQueryFactory word, Expansion form) throws IOException {
        for (Variant alternative : word.word().alternatives()) {
            if (alternative.form().equals(form)) {
                return sets.of(word.alternative(alternative, queries.matching().spellings()))
                        .size();
            }
        }
        return form.kind() == ExpansionKind.READING
                ? sets.of(word.read()).size()
                : of(word, form::equals).size();
    }
}
