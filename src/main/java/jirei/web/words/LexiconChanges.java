package jirei.web.words;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.words.LexiconFile;
import jirei.library.words.LexiconTrial;
import jirei.library.words.StaleLexiconException;
import jirei.library.words.StoredLexicon;
import jirei.search.EngineReference;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchUnavailableException;

/**
 * Tries and makes changes of the lexicon. Thread-safe.
 *
 * @param words the lexicon and the judgments
 * @param engines the engine that readers search
 */
record LexiconChanges(WordParts words, EngineReference engines) {
    /**
     * What a change would do. Immutable.
     *
     * @param trial what the query finds
     * @param ndcgNow nDCG@10 by the ids of the judged queries
     * @param ndcgThen the same after the change
     */
    record Effect(LexiconTrial trial, Map<String, Double> ndcgNow, Map<String, Double> ndcgThen) {}

    /** Returns what {@code query} finds; empty if the corpus is too large to try a change of this file. */
    Optional<Effect> tried(LexiconFile file, String text, String query) throws IOException {
        return engines.with(now -> words.trials()
                .with(
                        file.fileName(),
                        text,
                        then -> new Effect(
                                LexiconTrial.of(query, now, then),
                                words.ranking().ndcg(now),
                                words.ranking().ndcg(then))));
    }

    /** Saves a file as {@link jirei.library.words.LexiconStore#save} does, and keeps the figures of the ranking before it. */
    StoredLexicon save(LexiconFile file, String text, String version, String editor)
            throws IOException, CorpusFormatException, StaleLexiconException {
        Map<String, Double> before = Map.of();
        try {
            before = engines.with(now -> words.ranking().ndcg(now));
        } catch (IndexNotReadyException | SearchUnavailableException unknown) {
            // without an index there are no figures
        }
        StoredLexicon saved = words.lexicon().save(file, text, version, editor);
        words.ranking().keep(before);
        return saved;
    }
}
