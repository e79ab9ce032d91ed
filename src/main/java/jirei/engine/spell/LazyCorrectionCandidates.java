package jirei.engine.spell;

import java.util.function.Supplier;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Builds the candidates when a word may be misspelled for the first time, since most requests have no such word.
 * Thread-safe.
 */
public final class LazyCorrectionCandidates implements Supplier<CorrectionCandidates> {
    private final Supplier<Vocabulary> vocabulary;
    private final QueryAnalyzer analyzer;
    private @Nullable CorrectionCandidates candidates;

    /** Builds candidates from {@code vocabulary} on first use. */
    public LazyCorrectionCandidates(Supplier<Vocabulary> vocabulary, QueryAnalyzer analyzer) {
        this.vocabulary = vocabulary;
        this.analyzer = analyzer;
    }

    @Override
    public synchronized CorrectionCandidates get() {
        CorrectionCandidates result = candidates;
        if (result == null) {
            result = CorrectionCandidates.of(vocabulary.get().entries(), analyzer);
            candidates = result;
        }
        return result;
    }
}
