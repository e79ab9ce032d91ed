package jirei.lucene;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the candidates for the first word that may be misspelt, since most requests have none. Thread-safe. */
final class LazyCorrector implements Supplier<Corrector> {
    private final Supplier<Vocabulary> vocabulary;
    private final QueryLexicon lexicon;
    private @Nullable Corrector made;

    LazyCorrector(Supplier<Vocabulary> vocabulary, QueryLexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
    }

    @Override
    public synchronized Corrector get() {
        Corrector known = made;
        if (known == null) {
            known = Corrector.of(vocabulary.get().entries(), lexicon);
            made = known;
        }
        return known;
    }
}
