package jirei.engine.spell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jirei.corpus.CorpusReader;
import jirei.engine.vocabulary.Vocabulary;
import jirei.engine.vocabulary.VocabularyEntry;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures how many typos are recognized over the shipped corpus, and how many correct words are taken for typos. */
@Tag("slow")
class ShippedSpellingTest {
    /** Homophones of words of the corpus. */
    private static final Set<String> PROPOSED_FOR = Set.of("区報");

    @TempDir
    private static Path folder;

    private static SearchEngine engine;

    @BeforeAll
    static void open() throws Exception {
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(Path.of("corpus")), folder);
        index.rebuild(done -> {}, fault -> {});
        engine = index.open();
    }

    @AfterAll
    static void close() throws Exception {
        engine.close();
    }

    private static SearchResults search(String query) throws Exception {
        return engine.search(SearchRequest.of(query).withSize(1));
    }

    private static Optional<SpellingCorrection> correction(String query) throws Exception {
        return Optional.ofNullable(search(query).interpretation().correction());
    }

    @Test
    void misspelledWordsAreRecognized() throws Exception {
        List<String> wrong = new ArrayList<>();

        for (String line : resource("/spelling/misspellings.tsv")) {
            String[] columns = line.split("\t", -1);
            Optional<String> proposed = correction(columns[0]).map(SpellingCorrection::text);
            boolean isFound =
                    proposed.isEmpty() && isFoundAs(columns[0], columns[1].split("\\|", -1)[0]);
            if (!isFound && !List.of(columns[1].split("\\|", -1)).contains(proposed.orElse(""))) {
                wrong.add(line + " -> " + proposed.orElse("nothing"));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aProposedCorrectionHasMatches() throws Exception {
        for (String line : resource("/spelling/misspellings.tsv")) {
            Optional<String> proposed = correction(line.split("\t", -1)[0]).map(SpellingCorrection::text);

            if (proposed.isPresent()) {
                assertThat(search(proposed.get()).total().sections()).as(line).isPositive();
            }
        }
    }

    /** Returns whether {@code typed} finds what {@code word} finds, as another spelling of it. */
    private static boolean isFoundAs(String typed, String word) throws Exception {
        long sections = search(typed).total().sections();
        return sections > 0 && sections == search(word).total().sections();
    }

    @Test
    void noWordOfTheCorpusIsTakenForATypo() throws Exception {
        List<String> taken = new ArrayList<>();

        for (VocabularyEntry entry : vocabulary()) {
            correction(entry.text()).ifPresent(proposed -> taken.add(entry.text() + " -> " + proposed));
        }

        assertThat(taken).isEmpty();
    }

    @Test
    void hardlyAnyDomainWordIsTakenForATypo() throws Exception {
        Set<String> taken = new TreeSet<>();

        for (String word : domainWords()) {
            correction(word).ifPresent(proposed -> taken.add(word));
        }

        assertThat(taken).isEqualTo(new TreeSet<>(PROPOSED_FOR));
    }

    private static List<VocabularyEntry> vocabulary() throws Exception {
        String generation = Files.readString(folder.resolve("CURRENT")).strip();
        try (var directory = FSDirectory.open(folder.resolve(generation))) {
            return Vocabulary.read(directory, Vocabulary.FILE).entries();
        }
    }

    /** The words of the lexicon; most of them are not in the corpus. */
    private static Set<String> domainWords() throws Exception {
        Set<String> words = new TreeSet<>();
        lines("user-dictionary.txt").map(line -> line.split(",", -1)[0]).forEach(words::add);
        lines("synonyms.txt")
                .flatMap(line -> Stream.of(line.split("#", -1)[0].split("[=>,、]", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }

    private static Stream<String> lines(String file) throws Exception {
        return Files.readAllLines(Path.of("corpus/lexicon").resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static List<String> resource(String name) throws Exception {
        try (var in = ShippedSpellingTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
