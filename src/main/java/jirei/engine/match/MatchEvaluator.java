package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jirei.engine.backend.DocSets;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.query.WordUnit;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.SchemaQueries;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.MatchNone;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.search.ExpansionCount;
import org.apache.lucene.search.Query;

/**
 * Evaluates which sections match. Hit counts come from this match alone; scoring never changes them. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public final class MatchEvaluator<S> {
    private final DocSets<S> sets;
    private final RequestQueryFactory queries;
    private final Map<Word, S> words = new HashMap<>();
    private final Map<WordQueryFactory, List<S>> unitSets = new HashMap<>();

    /** Evaluates over {@code sets}; each distinct word is evaluated once. */
    public MatchEvaluator(DocSets<S> sets, RequestQueryFactory queries) {
        this.sets = sets;
        this.queries = queries;
    }

    /** Returns the sections that match {@code expression}. */
    public S evaluate(QueryExpression expression) throws IOException {
        return switch (expression) {
            case MatchAll() -> sets.all();
            case MatchNone() -> sets.none();
            case Word word -> evaluate(word);
            case Prefix prefix -> sets.matching(queries.prefix(prefix));
            case Phrase phrase -> sets.matching(queries.exact(phrase));
            case Value(var facet, String value) -> sets.matching(SchemaQueries.facetValue(facet, value));
            case And(List<QueryExpression> operands) -> conjunction(operands);
            case Or(List<QueryExpression> operands) -> disjunction(operands);
            case Not not -> conjunction(List.of(not));
        };
    }

    private S evaluate(Word word) throws IOException {
        S matches = words.get(word);
        if (matches == null) {
            matches = usesInfix(word) ? sets.union(List.of(asWord(word), infix(word))) : asWord(word);
            words.put(word, matches);
        }
        return matches;
    }

    /** Returns the sections that match {@code word} in any allowed expansion but the infix one. */
    private S asWord(Word word) throws IOException {
        WordQueryFactory factory = queries.word(word);
        return evaluate(factory, unitSets(factory), queries.expansionOptions()::allows);
    }

    private S infix(Word word) throws IOException {
        return sets.matching(queries.word(word).infix());
    }

    /**
     * Returns whether the characters of {@code word} also match within other words: on request, or if it matches nothing
     * else.
     */
    public boolean usesInfix(Word word) throws IOException {
        WordQueryFactory factory = queries.word(word);
        if (factory.word().sentence()) {
            return false;
        }
        boolean isRequested = queries.expansionOptions().allows(factory.word().infixExpansion());
        return isRequested || sets.size(asWord(word)) == 0;
    }

    /** Returns the words of {@code expression} that are not prohibited and use their infix expansion. */
    public Set<Word> infixWords(QueryExpression expression) throws IOException {
        Set<Word> infixWords = new HashSet<>();
        for (QueryExpression leaf : expression.leaves()) {
            if (leaf instanceof Word word && usesInfix(word)) {
                infixWords.add(word);
            }
        }
        return infixWords;
    }

    private S conjunction(List<QueryExpression> operands) throws IOException {
        List<S> required = new ArrayList<>(List.of(sets.all()));
        List<S> prohibited = new ArrayList<>();
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression inner)) {
                prohibited.add(inner instanceof Word word ? asWord(word) : evaluate(inner));
            } else {
                required.add(evaluate(operand));
            }
        }
        S matches = sets.intersection(required);
        return prohibited.isEmpty() ? matches : sets.andNot(matches, sets.union(prohibited));
    }

    private S disjunction(List<QueryExpression> operands) throws IOException {
        List<S> matches = new ArrayList<>();
        for (QueryExpression operand : operands) {
            matches.add(evaluate(operand));
        }
        return sets.union(matches);
    }

    /**
     * Returns the sections that match at least one required operand, in cases that match all of them; none if there is
     * only one operand. Filters stay conditions on each section.
     */
    S sameCase(QueryExpression expression) throws IOException {
        List<QueryExpression> required = words(expression);
        if (required.size() < 2) {
            return sets.none();
        }
        List<S> operands = new ArrayList<>();
        for (QueryExpression operand : required) {
            operands.add(evaluate(operand));
        }
        S matches = sets.intersection(List.of(sets.sameCase(operands), sets.union(operands)));
        return filtered(expression, matches);
    }

    /**
     * Returns the sections that match any required operand; none if there is no operand but filters, which stay
     * conditions. A single word is never split into its units.
     */
    S anyTerm(QueryExpression expression) throws IOException {
        return filtered(expression, disjunction(words(expression)));
    }

    private static List<QueryExpression> words(QueryExpression expression) {
        return expression.required().stream()
                .filter(operand -> !operand.isFilter())
                .toList();
    }

    /** Returns those of {@code matches} that match the filters of {@code expression} and no prohibited operand. */
    private S filtered(QueryExpression expression, S words) throws IOException {
        List<S> conditions = new ArrayList<>(List.of(words));
        for (QueryExpression operand : expression.required()) {
            if (operand.isFilter()) {
                conditions.add(evaluate(operand));
            }
        }
        S matches = sets.intersection(conditions);
        List<QueryExpression> prohibited = expression.prohibited();
        return prohibited.isEmpty() ? matches : sets.andNot(matches, disjunction(prohibited));
    }

    private S evaluate(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        return evaluate(word, unitSets(word, allowed), allowed);
    }

    /**
     * Returns the sections with every unit of the word or one of its variants, with its exact characters, or with its
     * reading. A sentence matches by any unit: how many match only affects the score.
     */
    private S evaluate(WordQueryFactory word, List<S> units, Predicate<Expansion> allowed) throws IOException {
        List<S> matches = new ArrayList<>();
        if (word.word().sentence()) {
            matches.addAll(units);
        } else if (!units.isEmpty() && word.word().isCovered()) {
            matches.add(sets.intersection(units));
        }
        matches.add(sets.matching(word.exact()));
        if (allowed.test(word.word().variantExpansion())) {
            matches.add(sets.matching(word.spellings()));
        }
        if (allowed.test(word.word().readingExpansion())) {
            matches.add(sets.matching(word.reading()));
        }
        return sets.union(matches);
    }

    /** Returns the sections that match each unit of the word in any allowed expansion. */
    private List<S> unitSets(WordQueryFactory word) throws IOException {
        List<S> units = unitSets.get(word);
        if (units == null) {
            units = unitSets(word, queries.expansionOptions()::allows);
            unitSets.put(word, units);
        }
        return units;
    }

    /** Returns a query for each unit of the word, which matches it in any allowed expansion. */
    List<Query> unitQueries(WordQueryFactory word) throws IOException {
        return unitSets(word).stream().map(sets::query).toList();
    }

    /** Counts the sections that match {@code expression}. */
    long count(QueryExpression expression) throws IOException {
        return sets.size(evaluate(expression));
    }

    private List<S> unitSets(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        List<S> units = new ArrayList<>();
        boolean variants = allowed.test(word.word().variantExpansion());
        if (!variants && word.word().isRewritten()) {
            return List.of();
        }
        for (WordUnit unit : word.word().contentUnits()) {
            S original = sets.matching(word.terms(unit));
            List<S> any = new ArrayList<>();
            any.add(variants ? original : sets.intersection(List.of(original, sets.matching(word.exact(unit)))));
            for (Variant variant : unit.variants()) {
                if (allowed.test(variant.expansion())) {
                    any.add(variantSet(word, variant));
                }
            }
            units.add(sets.union(any));
        }
        return units;
    }

    private S variantSet(WordQueryFactory word, Variant variant) throws IOException {
        return sets.matching(word.variant(variant, queries.expansionOptions().variants()));
    }

    /**
     * Counts the sections that each allowed expansion of {@code typed} adds to those before it, and that each disabled
     * one would add: the original first, synonyms last.
     */
    List<ExpansionCount> expansionCounts(Word typed) throws IOException {
        WordQueryFactory word = queries.word(typed);
        Set<Expansion> on = new HashSet<>();
        long total = size(word, on::contains);
        List<ExpansionCount> counts = new ArrayList<>();
        counts.add(new ExpansionCount(new Expansion(ExpansionKind.ORIGINAL, typed.text()), total, total, true));
        List<Expansion> disabled = new ArrayList<>();
        for (Expansion expansion : word.word().expansions()) {
            if (queries.expansionOptions().allows(expansion)) {
                on.add(expansion);
                long before = total;
                total = size(word, on::contains);
                add(counts, expansion, size(word, expansion), total - before, true);
            } else if (queries.expansionOptions().toggled().contains(expansion)) {
                disabled.add(expansion);
            }
        }
        for (Expansion expansion : disabled) {
            long with = size(word, one -> on.contains(one) || one.equals(expansion));
            add(counts, expansion, size(word, expansion), with - total, false);
        }
        addInfix(counts, typed, total);
        return counts;
    }

    private void addInfix(List<ExpansionCount> counts, Word typed, long total) throws IOException {
        if (!queries.word(typed).word().sentence()) {
            S infix = infix(typed);
            long added = sets.size(sets.union(List.of(asWord(typed), infix))) - total;
            if (added > 0) {
                Expansion expansion = queries.word(typed).word().infixExpansion();
                counts.add(new ExpansionCount(expansion, sets.size(infix), added, usesInfix(typed)));
            }
        }
    }

    /** Skips expansions without effect. */
    private static void add(List<ExpansionCount> counts, Expansion expansion, long sections, long added, boolean on) {
        if (sections > 0 && (added > 0 || expansion.kind() == ExpansionKind.SYNONYM || !on)) {
            counts.add(new ExpansionCount(expansion, sections, added, on));
        }
    }

    private long size(WordQueryFactory word, Predicate<Expansion> allowed) throws IOException {
        return sets.size(evaluate(word, allowed));
    }

    private long size(WordQueryFactory word, Expansion expansion) throws IOException {
        for (Variant variant : word.word().variants()) {
            if (variant.expansion().equals(expansion)) {
                return sets.size(variantSet(word, variant));
            }
        }
        return expansion.kind() == ExpansionKind.READING
                ? sets.size(sets.matching(word.reading()))
                : size(word, expansion::equals);
    }
}
