package jirei.engine.spell;

import java.util.function.Supplier;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Builds the candidates for the first word that may be misspelt, since most requests have none. Thread-safe. */
public final class LazyCorrectionCandidates implements Supplier<CorrectionCandidates> {
    private final Supplier<Vocabulary> vocabulary;
    private final QueryAnalyzer lexicon;
    private @Nullable CorrectionCandidates made;

    public LazyCorrectionCandidates(Supplier<Vocabulary> vocabulary, QueryAnalyzer lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
    }

    @Override
    public synchronized CorrectionCandidates get() {
        CorrectionCandidates known = made;
        if (known == null) {
            known = CorrectionCandidates.of(vocabulary.get().entries(), lexicon);
            made = known;
        }
        return known;
    }
}
