package jirei.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.CorpusFormatException;
import jirei.lucene.index.CurrentGeneration;
import jirei.lucene.index.GenerationFolder;
import jirei.search.EngineReference;
import jirei.search.LexiconTrials;
import jirei.search.SearchEngine;

/**
 * Searches the embedded index of a corpus with proposed synonyms; for other files of the lexicon, whose changes act on
 * the whole index, a small corpus is indexed in a temporary folder. One trial is made at a time. Thread-safe.
 */
public final class TrialIndex implements LexiconTrials {
    /** A corpus with as many sections is indexed in some seconds. */
    private static final long MAX_SECTIONS = 2_000;

    private final CorpusReader corpus;
    private final Path folder;
    private final ReentrantLock trial = new ReentrantLock();

    /** @param folder the index of {@code corpus}; it is not written */
    public TrialIndex(CorpusReader corpus, Path folder) {
        this.corpus = corpus;
        this.folder = folder;
    }

    @Override
    public <T, X extends Exception> Optional<T> with(String file, String text, EngineReference.Task<T, X> task)
            throws IOException, X {
        boolean isReused = file.equals(Lexicon.SYNONYMS_FILE);
        GenerationFolder generations = GenerationFolder.in(folder);
        Optional<Path> current = generations.current();
        if (current.isEmpty() || (!isReused && !isSmall(generations))) {
            return Optional.empty();
        }
        trial.lock();
        Path temporary = Files.createTempDirectory("jirei-trial");
        try {
            (isReused ? corpus.in(current.get()) : corpus).copyLexicon(temporary);
            CorpusReader proposed = corpus.in(temporary);
            Files.createDirectories(proposed.lexiconFolder());
            AtomicFile.write(proposed.lexiconFile(file), text);
            EmbeddedIndex index = isReused
                    ? EmbeddedIndex.withLexicon(corpus, proposed, folder)
                    : EmbeddedIndex.withLexicon(corpus, proposed, temporary.resolve("index"));
            if (!isReused) {
                index.rebuild(done -> {}, fault -> {});
            }
            try (SearchEngine engine = index.open()) {
                return Optional.of(task.run(engine));
            }
        } catch (CorpusFormatException invalid) {
            throw new IOException(invalid);
        } finally {
            delete(temporary);
            trial.unlock();
        }
    }

    private static boolean isSmall(GenerationFolder generations) throws IOException {
        return new CurrentGeneration(generations)
                .manifest()
                .filter(manifest -> manifest.sections() <= MAX_SECTIONS)
                .isPresent();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            // the system clears its folder for temporary files
        }
    }
}
