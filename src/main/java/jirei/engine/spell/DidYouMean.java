package jirei.engine.spell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.engine.backend.DocSets;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.QueryRelaxer;
import jirei.engine.match.QueryRelaxer.Relaxed;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.spell.CorrectionCandidates.Candidate;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryParser;
import jirei.query.QueryTextEditor;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;

/**
 * Proposes a correction for query words that no section contains as typed, and applies it if the query as typed matches
 * nothing. Quoted and prohibited words are literal: their corrections are only proposed. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public final class DidYouMean<S> {
    /** The minimum ratio of the section counts of a candidate and the typed word. */
    private static final int MIN_RATIO = 10;

    private final DocSets<S> sets;
    private final MatchEvaluator<S> evaluator;
    private final RequestQueryFactory queries;
    private final QueryRelaxer<S> relaxer;
    private final Supplier<CorrectionCandidates> candidates;
    private final UnaryOperator<ParsedQuery> resolved;

    /**
     * Creates a spelling corrector.
     *
     * @param candidates loaded only if a word may be misspelled
     * @param resolved resolves the facet values of a parsed query
     */
    public DidYouMean(
            DocSets<S> sets,
            MatchEvaluator<S> evaluator,
            RequestQueryFactory queries,
            Supplier<CorrectionCandidates> candidates,
            UnaryOperator<ParsedQuery> resolved) {
        this.sets = sets;
        this.evaluator = evaluator;
        this.queries = queries;
        this.relaxer = new QueryRelaxer<>(sets, evaluator, queries);
        this.candidates = candidates;
        this.resolved = resolved;
    }

    /** Relaxes {@code query}, whose facet values are resolved, or its correction if that is applied. */
    public Relaxed<S> relaxAndCorrect(ParsedQuery query) throws IOException {
        Relaxed<S> typed = relaxer.relax(query);
        Optional<SpellingCorrection> proposed = proposal(typed.interpretation());
        if (proposed.isEmpty()) {
            return typed;
        }
        ParsedQuery correction = resolved.apply(QueryParser.parse(proposed.get().text(), query.facets()));
        if (!correction.expression().hasSameShape(query.expression())) {
            return typed;
        }
        Relaxed<S> corrected = relaxer.relax(correction);
        if (isEmpty(corrected)) {
            return typed;
        }
        boolean mayApply = queries.expansionOptions().variants()
                && !queries.expansionOptions().verbatim();
        boolean applied = proposed.get().applied() && mayApply && hasNoFullMatch(typed);
        return (applied ? corrected : typed)
                .with(new SpellingCorrection(proposed.get().text(), applied));
    }

    private boolean isEmpty(Relaxed<S> relaxed) {
        return sets.size(relaxed.matches().all()) == 0;
    }

    /** Returns whether neither a section nor a case matches all words. */
    private boolean hasNoFullMatch(Relaxed<S> typed) {
        return typed.interpretation().relaxation() == Relaxation.ANY_WORD || isEmpty(typed);
    }

    /**
     * Returns the query with every misspelled word corrected, to be applied if all corrections are certain; empty if no
     * word is misspelled.
     */
    private Optional<SpellingCorrection> proposal(QueryInterpretation typed) throws IOException {
        QueryExpression expression = typed.query().expression();
        List<QueryExpression> leaves = Stream.concat(
                        expression.leaves().stream(),
                        expression.prohibited().stream().flatMap(excluded -> excluded.leaves().stream()))
                .toList();
        String text = typed.query().text();
        boolean certain = true;
        for (int i = 0; i < leaves.size(); i++) {
            WordInterpretation word = typed.words().get(i);
            Optional<Candidate> correction = correction(leaves.get(i), word);
            if (correction.isPresent()) {
                text = QueryTextEditor.replace(
                        text,
                        word.text(),
                        correction.get().text(),
                        typed.query().facets());
                certain &= correction.get().certain() && !word.exact() && !word.excluded();
            }
        }
        return text.equals(typed.query().text())
                ? Optional.empty()
                : Optional.of(new SpellingCorrection(text, certain));
    }

    private Optional<Candidate> correction(QueryExpression leaf, WordInterpretation word) throws IOException {
        if (leaf instanceof Prefix) {
            return Optional.empty();
        }
        long found = isRandomlySegmented(leaf) ? 0 : word.sections();
        if (found * MIN_RATIO > sets.size(sets.all())) {
            return Optional.empty();
        }
        List<Candidate> proposed = candidates.get().candidates(word.text());
        if (proposed.isEmpty() || occursAsTyped(leaf, word)) {
            return Optional.empty();
        }
        for (Candidate candidate : proposed) {
            long sections = sets.size(evaluator.evaluate(as(leaf, candidate.text())));
            if (sections >= Math.max(1, found * MIN_RATIO)) {
                return Optional.of(new Candidate(candidate.text(), candidate.certain() && found == 0));
            }
        }
        return Optional.empty();
    }

    /** Misspelled kana are segmented into frequent units, so their matches are meaningless. */
    private boolean isRandomlySegmented(QueryExpression leaf) {
        return leaf instanceof Word word
                && Kana.isKana(JapaneseAnalyzers.foldWidthAndCase(word.text()))
                && queries.word(word).word().sentence();
    }

    private boolean occursAsTyped(QueryExpression leaf, WordInterpretation word) throws IOException {
        return word.sections() > 0
                && (!(leaf instanceof Word typed) || sets.size(sets.matching(queries.typed(typed))) > 0);
    }

    private static QueryExpression as(QueryExpression leaf, String text) {
        return switch (leaf) {
            case Word word -> new Word(text, word.field());
            case Phrase phrase -> new Phrase(text, phrase.field());
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }
}
