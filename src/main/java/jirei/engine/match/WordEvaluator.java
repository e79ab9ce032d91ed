package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import jirei.engine.backend.DocSets;
import jirei.engine.query.AnalyzedWord;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.query.WordUnit;
import jirei.engine.query.WordUnit.Variant;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.QueryExpression.Word;
import jirei.search.ExpansionCount;
import org.apache.lucene.search.Query;

/**
 * Evaluates which sections match a word in its expansions. Not thread-safe.
 *
 * @param <S> the doc set type
 */
final class WordEvaluator<S> {
    private final DocSets<S> sets;
    private final RequestQueryFactory queries;
    private final Map<Word, Matches<S>> words = new HashMap<>();
    private final Map<Word, List<Matches<S>>> units = new HashMap<>();

    /** Evaluates over {@code sets}; each distinct word is evaluated once. */
    WordEvaluator(DocSets<S> sets, RequestQueryFactory queries) {
        this.sets = sets;
        this.queries = queries;
    }

    /** Returns the sections that match {@code word} in any allowed expansion. */
    Matches<S> evaluate(Word word) throws IOException {
        Matches<S> matches = asWord(word);
        return usesInfix(word) ? Matches.union(sets, List.of(matches, infix(word))) : matches;
    }

    /** Returns the sections that match {@code word} in any allowed expansion but the infix one. */
    Matches<S> asWord(Word word) throws IOException {
        Matches<S> matches = words.get(word);
        if (matches == null) {
            matches = evaluate(word, unitMatches(word), queries.expansionOptions()::allows);
            words.put(word, matches);
        }
        return matches;
    }

    private Matches<S> infix(Word word) throws IOException {
        return matching(word, WordQueryFactory::infix);
    }

    /**
     * Returns whether the characters of {@code word} also match within other words: on request, or if it matches nothing
     * else.
     */
    boolean usesInfix(Word word) throws IOException {
        AnalyzedWord analyzed = queries.word(word).word();
        if (!analyzed.hasInfix()) {
            return false;
        }
        return queries.expansionOptions().allows(analyzed.infixExpansion())
                || sets.size(asWord(word).any()) == 0;
    }

    /** Returns the matches of a query of {@code word}, built for its own texts and for its context. */
    private Matches<S> matching(Word word, Function<WordQueryFactory, Query> query) throws IOException {
        S own = sets.matching(query.apply(queries.inOwnText(word)));
        S context = sets.matching(query.apply(queries.inContext(word)));
        return new Matches<>(sets.union(List.of(own, context)), own);
    }

    private Matches<S> evaluate(Word word, Predicate<Expansion> allowed) throws IOException {
        return evaluate(word, unitMatches(word, allowed), allowed);
    }

    /**
     * Returns the sections with every unit of the word or one of its variants, with its exact characters, or with its
     * reading. A sentence matches by any unit: how many match only affects the score.
     */
    private Matches<S> evaluate(Word word, List<Matches<S>> unitMatches, Predicate<Expansion> allowed)
            throws IOException {
        AnalyzedWord analyzed = queries.word(word).word();
        List<Matches<S>> matches = new ArrayList<>();
        if (analyzed.sentence()) {
            matches.addAll(unitMatches);
        } else if (!unitMatches.isEmpty() && analyzed.isCovered()) {
            matches.add(Matches.intersection(sets, unitMatches));
        }
        matches.add(matching(word, WordQueryFactory::exact));
        if (allowed.test(analyzed.variantExpansion()) && !analyzed.spellings().isEmpty()) {
            matches.add(matching(word, WordQueryFactory::spellings));
        }
        if (allowed.test(analyzed.readingExpansion()) && !analyzed.readings().isEmpty()) {
            matches.add(matching(word, WordQueryFactory::reading));
        }
        return Matches.union(sets, matches);
    }

    private List<Matches<S>> unitMatches(Word word) throws IOException {
        List<Matches<S>> matches = units.get(word);
        if (matches == null) {
            matches = unitMatches(word, queries.expansionOptions()::allows);
            units.put(word, matches);
        }
        return matches;
    }

    /** Returns a query for each unit of the word, which matches it in any allowed expansion. */
    List<Query> unitQueries(Word word) throws IOException {
        return unitMatches(word).stream().map(unit -> sets.query(unit.any())).toList();
    }

    /** Returns the sections that match each unit of the word in any allowed expansion. */
    private List<Matches<S>> unitMatches(Word word, Predicate<Expansion> allowed) throws IOException {
        AnalyzedWord analyzed = queries.word(word).word();
        List<Matches<S>> matches = new ArrayList<>();
        boolean variants = allowed.test(analyzed.variantExpansion());
        if (!variants && analyzed.isRewritten()) {
            return List.of();
        }
        for (WordUnit unit : analyzed.contentUnits()) {
            Matches<S> terms = matching(word, factory -> factory.terms(unit));
            List<Matches<S>> any = new ArrayList<>();
            any.add(variants ? terms : both(terms, matching(word, factory -> factory.exact(unit))));
            for (Variant variant : unit.variants()) {
                if (allowed.test(variant.expansion())) {
                    any.add(variantMatches(word, variant));
                }
            }
            matches.add(Matches.union(sets, any));
        }
        return matches;
    }

    private Matches<S> both(Matches<S> a, Matches<S> b) {
        return new Matches<>(
                sets.intersection(List.of(a.any(), b.any())), sets.intersection(List.of(a.own(), b.own())));
    }

    private Matches<S> variantMatches(Word word, Variant variant) throws IOException {
        boolean variants = queries.expansionOptions().variants();
        return matching(word, factory -> factory.variant(variant, variants));
    }

    /**
     * Counts the sections that each allowed expansion of {@code word} adds to those before it, and that each disabled
     * one would add: the original first, synonyms last.
     */
    List<ExpansionCount> expansionCounts(Word word) throws IOException {
        AnalyzedWord analyzed = queries.word(word).word();
        Set<Expansion> on = new HashSet<>();
        long total = size(evaluate(word, on::contains));
        List<ExpansionCount> counts = new ArrayList<>();
        counts.add(new ExpansionCount(new Expansion(ExpansionKind.ORIGINAL, word.text()), total, total, true));
        List<Expansion> disabled = new ArrayList<>();
        for (Expansion expansion : analyzed.expansions()) {
            if (queries.expansionOptions().allows(expansion)) {
                on.add(expansion);
                long before = total;
                total = size(evaluate(word, on::contains));
                add(counts, expansion, size(word, expansion), total - before, true);
            } else if (queries.expansionOptions().toggled().contains(expansion)) {
                disabled.add(expansion);
            }
        }
        for (Expansion expansion : disabled) {
            long with = size(evaluate(word, one -> on.contains(one) || one.equals(expansion)));
            add(counts, expansion, size(word, expansion), with - total, false);
        }
        if (analyzed.hasInfix()) {
            Matches<S> infix = infix(word);
            long added = size(Matches.union(sets, List.of(asWord(word), infix))) - total;
            if (added > 0) {
                counts.add(new ExpansionCount(analyzed.infixExpansion(), size(infix), added, usesInfix(word)));
            }
        }
        return counts;
    }

    /** Skips expansions without effect. */
    private static void add(List<ExpansionCount> counts, Expansion expansion, long sections, long added, boolean on) {
        if (sections > 0 && (added > 0 || expansion.kind() == ExpansionKind.SYNONYM || !on)) {
            counts.add(new ExpansionCount(expansion, sections, added, on));
        }
    }

    private long size(Matches<S> matches) throws IOException {
        return sets.size(matches.count(sets).all());
    }

    private long size(Word word, Expansion expansion) throws IOException {
        for (Variant variant : queries.word(word).word().variants()) {
            if (variant.expansion().equals(expansion)) {
                return size(variantMatches(word, variant));
            }
        }
        return size(
                expansion.kind() == ExpansionKind.READING
                        ? matching(word, WordQueryFactory::reading)
                        : evaluate(word, expansion::equals));
    }
}
