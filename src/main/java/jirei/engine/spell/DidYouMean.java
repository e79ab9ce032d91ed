package jirei.engine.spell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.engine.backend.DocSetFactory;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.QueryRelaxer;
import jirei.engine.match.QueryRelaxer.Relaxed;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.spell.CorrectionCandidates.Candidate;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryParser;
import jirei.query.QueryTextEditor;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;

/**
 * Proposes another spelling for the words of a query that stand nowhere as typed, and answers by it where the query as typed finds
 * nothing. What is quoted or excluded was meant to the letter: for that a spelling is offered at most.
 */
public final class DidYouMean {
    /** How many times more sections the word that is proposed has, where the typed one has any. */
    private static final int FAR_MORE = 10;

    private final DocSetFactory sets;
    private final MatchEvaluator gate;
    private final RequestQueryFactory queries;
    private final QueryRelaxer widener;
    private final Supplier<CorrectionCandidates> corrector;

    public DidYouMean(
            DocSetFactory sets,
            MatchEvaluator gate,
            RequestQueryFactory queries,
            Supplier<CorrectionCandidates> corrector) {
        this.sets = sets;
        this.gate = gate;
        this.queries = queries;
        this.widener = new QueryRelaxer(gate, queries);
        this.corrector = corrector;
    }

    /** Widens {@code query}, or what was meant by it unless it is to be answered as typed. */
    public Relaxed relaxAndCorrect(ParsedQuery query) throws IOException {
        Relaxed typed = widener.relax(query);
        Optional<SpellingCorrection> proposed = proposal(typed.interpretation());
        if (proposed.isEmpty()) {
            return typed;
        }
        Relaxed meant = widener.relax(QueryParser.parse(proposed.get().text()));
        if (meant.matches().size() == 0) {
            return typed;
        }
        boolean mayApply = queries.matching().variants() && !queries.matching().verbatim();
        boolean applied = proposed.get().applied() && mayApply && findsNothing(typed);
        return (applied ? meant : typed)
                .with(new SpellingCorrection(proposed.get().text(), applied));
    }

    /** Whether neither a section nor a case has all that was asked for. */
    private boolean findsNothing(Relaxed typed) throws IOException {
        return typed.interpretation().relaxation() == Relaxation.ANY_WORD
                || typed.matches().size() == 0;
    }

    /** The query with every misspelt word corrected, to be applied if all of them are certain; empty if none is misspelt. */
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
            Optional<Candidate> meant = meant(leaves.get(i), word);
            if (meant.isPresent()) {
                text = QueryTextEditor.replace(text, word.text(), meant.get().text());
                certain &= meant.get().certain() && !word.exact() && !word.excluded();
            }
        }
        return text.equals(typed.query().text())
                ? Optional.empty()
                : Optional.of(new SpellingCorrection(text, certain));
    }

    private Optional<Candidate> meant(QueryExpression leaf, WordInterpretation word) throws IOException {
        long found = isCutAtRandom(leaf) ? 0 : word.sections();
        if (found * FAR_MORE > sets.all().size()) {
            return Optional.empty();
        }
        List<Candidate> candidates = corrector.get().candidates(word.text());
        if (candidates.isEmpty() || stands(leaf, word)) {
            return Optional.empty();
        }
        for (Candidate candidate : candidates) {
            long sections = gate.evaluate(as(leaf, candidate.text())).size();
            if (sections >= Math.max(1, found * FAR_MORE)) {
                return Optional.of(new Candidate(candidate.text(), candidate.certain() && found == 0));
            }
        }
        return Optional.empty();
    }

    /** Misspelt kana fall into pieces that stand everywhere, which tells nothing. */
    private boolean isCutAtRandom(QueryExpression leaf) {
        return leaf instanceof Word word
                && Kana.isKana(JapaneseAnalyzers.foldWidthAndCase(word.text()))
                && queries.word(word).word().sentence();
    }

    /** Whether any section has the word as it was typed. */
    private boolean stands(QueryExpression leaf, WordInterpretation word) throws IOException {
        return word.sections() > 0
                && (!(leaf instanceof Word typed)
                        || sets.docSet(queries.typed(typed)).size() > 0);
    }

    private static QueryExpression as(QueryExpression leaf, String text) {
        return switch (leaf) {
            case Word word -> new Word(text, word.field());
            case Phrase phrase -> new Phrase(text, phrase.field());
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }
}
