package jirei.engine.schema;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import jirei.analysis.LexiconException;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/** Loads the files of the lexicon that analysis needs. Stateless. */
public final class LexiconLoader {
    private LexiconLoader() {}

    /** Parses the text of a lexicon file. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(Reader text) throws IOException, LexiconException;
    }

    /**
     * Parses {@code file} of the lexicon of {@code corpus}.
     *
     * @throws CorpusFormatException if the file has a fault; names file and line
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
