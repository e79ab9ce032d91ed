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
    private final Map<WordQueryFactory, List<DocSet>> unitSets = new HashMap<>();

    public MatchEvaluator(DocSetFactory sets, RequestQueryFactory queries) {
        this.sets = sets;
        this.queries = queries;
    }

    /** The sections that answer {@code expression}. */
    public DocSet evaluate(QueryExpression expression) throws IOException {
        return switch (expression) {
            case MatchAll() -> sets.all();
            case Word word -> allowed(word);
            case Phrase phrase -> sets.docSet(queries.exact(phrase));
            case Value(var facet, String value) -> sets.docSet(SchemaQueries.facetValue(facet, value));
            case And(List<QueryExpression> operands) -> all(operands);
            case Or(List<QueryExpression> operands) -> any(operands);
            case Not not -> all(List.of(not));
        };
    }

    private DocSet allowed(Word word) throws IOException {
        DocSet found = words.get(word);
        if (found == null) {
            WordQueryFactory asked = queries.word(word);
            found = evaluate(asked, unitSets(asked), queries.matching()::allows);
            words.put(word, found);
        }
        return found;
    }

    private DocSet all(List<QueryExpression> operands) throws IOException {
        List<DocSet> wanted = new ArrayList<>(List.of(sets.all()));
        List<DocSet> excluded = new ArrayList<>();
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression inner)) {
                excluded.add(evaluate(inner));
            } else {
                wanted.add(evaluate(operand));
            }
        }
        DocSet found = sets.intersection(wanted);
        return excluded.isEmpty() ? found : found.andNot(sets.union(excluded));
    }

    private DocSet any(List<QueryExpression> operands) throws IOException {
        List<DocSet> found = new ArrayList<>();
        for (QueryExpression operand : operands) {
            found.add(evaluate(operand));
        }
        return sets.union(found);
    }

    /** Sections with at least one of the things asked for, in cases that have them all; none where only one thing is asked for. */
    DocSet sameCase(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = expression.required();
        if (wanted.size() < 2) {
            return sets.none();
        }
        List<DocSet> units = new ArrayList<>();
        for (QueryExpression unit : wanted) {
            units.add(evaluate(unit));
        }
        return without(expression, sets.sameCase(units).intersect(sets.union(units)));
    }

    /** Sections with any of the things asked for, with any piece of a single word; how many and how rare is for the score. */
    DocSet anyTerm(QueryExpression expression) throws IOException {
        List<QueryExpression> wanted = expression.required();
        DocSet found = any(wanted);
        if (wanted.size() == 1 && wanted.getFirst() instanceof Word word) {
            List<DocSet> parts = new ArrayList<>(List.of(found));
            parts.addAll(unitSets(queries.word(word)));
            found = sets.union(parts);
        }
        return without(expression, found);
    }

    private DocSet without(QueryExpression expression, DocSet found) throws IOException {
        List<QueryExpression> excluded = expression.prohibited();
        return excluded.isEmpty() ? found : found.andNot(any(excluded));
    }

    /**
     * Sections with every piece of the word or what may stand for it, with its very characters, or with its reading. A sentence
     * is met by any of its pieces: how many they are is for the score.
     */
    private DocSet evaluate(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        return evaluate(word, unitSets(word, allowed), allowed);
    }

    private DocSet evaluate(WordQueryFactory word, List<DocSet> pieces, Predicate<Expansion> allowed)
            throws IOException {
        List<DocSet> found = new ArrayList<>();
        if (word.word().sentence()) {
            found.addAll(pieces);
        } else if (!pieces.isEmpty()) {
            found.add(sets.intersection(pieces));
        }
        found.add(sets.docSet(word.exact()));
        if (allowed.test(word.word().variantExpansion())) {
            found.add(sets.docSet(word.normalizedText()));
        }
        if (allowed.test(word.word().readingExpansion())) {
            found.add(sets.docSet(word.reading()));
        }
        return sets.union(found);
    }

    /** The sections of each piece of the word, in whatever form is allowed. */
    List<DocSet> unitSets(WordQueryFactory word) throws IOException {
        List<DocSet> found = unitSets.get(word);
        if (found == null) {
            found = unitSets(word, queries.matching()::allows);
            unitSets.put(word, found);
        }
        return found;
    }

    private List<DocSet> unitSets(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        List<DocSet> pieces = new ArrayList<>();
        boolean spellings = allowed.test(word.word().variantExpansion());
        if (!spellings && word.word().isRewritten()) {
            return List.of();
        }
        for (WordUnit segment : word.word().contentUnits()) {
            DocSet typed = sets.docSet(word.terms(segment));
            List<DocSet> any = new ArrayList<>();
            any.add(spellings ? typed : typed.intersect(sets.docSet(word.exact(segment))));
            for (Variant alternative : segment.variants()) {
                if (allowed.test(alternative.expansion())) {
                    any.add(sets.docSet(
                            word.variant(alternative, queries.matching().variants())));
                }
            }
            pieces.add(sets.union(any));
        }
        return pieces;
    }

    /** The forms in which {@code typed} is looked for and those that are off, the typed one first, synonyms last. */
    List<ExpansionCount> expansionCounts(Word typed) throws IOException {
        WordQueryFactory word = queries.word(typed);
        Set<Expansion> on = new HashSet<>();
        long found = evaluate(word, on::contains).size();
        List<ExpansionCount> forms = new ArrayList<>();
        forms.add(new ExpansionCount(new Expansion(ExpansionKind.ORIGINAL, typed.text()), found, found, true));
        List<Expansion> off = new ArrayList<>();
        for (Expansion form : word.word().expansions()) {
            if (queries.matching().allows(form)) {
                on.add(form);
                long before = found;
                found = evaluate(word, on::contains).size();
                add(forms, form, sections(word, form), found - before, true);
            } else if (queries.matching().disabled().contains(form)) {
                off.add(form);
            }
        }
        for (Expansion form : off) {
            long with =
                    evaluate(word, one -> on.contains(one) || one.equals(form)).size();
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
        for (Variant alternative : word.word().variants()) {
            if (alternative.expansion().equals(form)) {
                return sets.docSet(word.variant(alternative, queries.matching().variants()))
                        .size();
            }
        }
        return form.kind() == ExpansionKind.READING
                ? sets.docSet(word.reading()).size()
                : evaluate(word, form::equals).size();
    }
}
