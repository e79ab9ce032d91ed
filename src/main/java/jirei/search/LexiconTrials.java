package jirei.search;

import java.io.IOException;
import java.util.Optional;

/** Searches the corpus as if a file of its lexicon had another text. Thread-safe. */
public interface LexiconTrials {
    /** Never searches: the effect of a change is seen only after it is saved. */
    LexiconTrials NONE = new LexiconTrials() {
        @Override
        public <T, X extends Exception> Optional<T> with(String file, String text, EngineReference.Task<T, X> task) {
            return Optional.empty();
        }
    };

    /**
     * Runs {@code task} over an engine that is closed after it.
     *
     * @param file the name of the file, such as {@code synonyms.txt}
     * @param text its proposed text, which is valid
     * @return the result; empty if the change acts on the whole index, and the corpus is too large to index it for a trial
     * @throws IOException if the corpus or the index cannot be read
     */
    <T, X extends Exception> Optional<T> with(String file, String text, EngineReference.Task<T, X> task)
            throws IOException, X;
}
