package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jirei.analysis.JapaneseAnalyzers;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.SearchRequest;
import jirei.search.Hit;
import jirei.search.MatchRange;
import jirei.search.SearchEngine;
import jirei.search.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the matches of phrases and single characters with a linear scan of the shipped corpus. */
@Tag("slow")
class ExactnessTest {
    private static final List<CaseStudy> CASES = new ArrayList<>();

    @TempDir
    static Path folder = Path.of("unused");

    private static List<SearchEngine> opened = List.of();

    @BeforeAll
    static void openShippedCorpus() throws Exception {
        CorpusReader corpus = CorpusReader.of(Path.of("corpus"));
        corpus.read(CASES::add, fault -> {});
        EmbeddedIndex index = EmbeddedIndex.of(corpus, folder);
        index.rebuild(done -> {}, fault -> {});
        opened = List.of(index.open());
    }

    @AfterAll
    static void close() throws Exception {
        opened.getFirst().close();
    }

    @Test
    void aQuotedPhraseMatchesExactlyTheSectionsWithItsCharacters() throws Exception {
        var random = new Random(20261122);

        for (int round = 0; round < 300; round++) {
            String phrase = randomSubstring(random, 1 + random.nextInt(9));
            var total = engine().search(SearchRequest.of('"' + phrase + '"')).total();
            assertThat(total.sections()).as(phrase).isEqualTo(sectionsWith(phrase));
        }
    }

    @Test
    void excludingAPhraseMatchesExactlyTheOtherSections() throws Exception {
        var random = new Random(7);
        long all = engine().search(SearchRequest.of("")).total().sections();

        for (int round = 0; round < 100; round++) {
            String phrase = randomSubstring(random, 1 + random.nextInt(5));
            var total = engine().search(SearchRequest.of("-\"" + phrase + '"')).total();
            assertThat(total.sections()).as(phrase).isEqualTo(all - sectionsWith(phrase));
        }
    }

    @Test
    void aWordMatchesAtLeastTheSectionsWithItsCharactersIfTheyMayBeWithinWords() throws Exception {
        var random = new Random(11);

        for (int round = 0; round < 200; round++) {
            String word = randomSubstring(random, 2 + random.nextInt(5));
            var within = ExpansionOptions.ALL.toggled(new Expansion(ExpansionKind.INFIX, word));
            var total = engine().search(SearchRequest.of(word).with(within)).total();
            assertThat(total.sections()).as(word).isGreaterThanOrEqualTo(sectionsWith(word));
        }
    }

    @Test
    void everyHighlightOfAPhraseIsThePhrase() throws Exception {
        var random = new Random(13);

        for (int round = 0; round < 100; round++) {
            String phrase = randomSubstring(random, 2 + random.nextInt(6));
            for (Hit hit : engine().search(SearchRequest.of('"' + phrase + '"')).hits()) {
                for (Snippet snippet : hit.snippets()) {
                    for (MatchRange match : snippet.matches()) {
                        String marked = snippet.text().substring(match.start(), match.end());
                        assertThat(JapaneseAnalyzers.foldWidthAndCase(marked))
                                .contains(JapaneseAnalyzers.foldWidthAndCase(phrase));
                    }
                }
            }
        }
    }

    private static SearchEngine engine() {
        return opened.getFirst();
    }

    /** A random substring of letters from the corpus, without possible query operators. */
    private static String randomSubstring(Random random, int length) {
        while (true) {
            CaseStudy any = CASES.get(random.nextInt(CASES.size()));
            String text =
                    any.sections().get(random.nextInt(any.sections().size())).text();
            int start = random.nextInt(Math.max(1, text.length() - length));
            String piece = text.substring(start, Math.min(text.length(), start + length));
            if (piece.length() == length && piece.codePoints().allMatch(Character::isLetterOrDigit)) {
                return piece;
            }
        }
    }

    private static long sectionsWith(String phrase) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(phrase);
        return CASES.stream()
                .flatMap(caseStudy -> caseStudy.sections().stream())
                .filter(section -> contains(section, folded))
                .count();
    }

    private static boolean contains(Section section, String folded) {
        return JapaneseAnalyzers.foldWidthAndCase(section.text()).contains(folded)
                || JapaneseAnalyzers.foldWidthAndCase(section.heading()).contains(folded);
    }
}
