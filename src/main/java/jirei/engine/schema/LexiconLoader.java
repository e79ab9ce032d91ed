package jirei.engine.schema;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import jirei.analysis.LexiconException;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/** Loads the lexicon files that analysis needs. Stateless. */
public final class LexiconLoader {
    private LexiconLoader() {}

    /**
     * Parses the text of a lexicon file. Stateless.
     *
     * @param <T> the type of the parsed file
     */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * Parses {@code text}.
         *
         * @throws LexiconException if it is malformed
         */
        T parse(Reader text) throws IOException, LexiconException;
    }

    /**
     * Parses the lexicon file {@code file} of {@code corpus}.
     *
     * @throws CorpusFormatException if the file is malformed; names file and line
     */
    public static <T> T load(CorpusReader corpus, String file, Parser<T> parser)
            throws IOException, CorpusFormatException {
        try (Reader text = corpus.openLexiconFile(file)) {
            return parser.parse(text);
        } catch (LexiconException e) {
            var fault = new CorpusDiagnostic(corpus.lexiconFile(file), e.line(), String.valueOf(e.getMessage()));
            throw new CorpusFormatException(List.of(fault));
        }
    }
}
