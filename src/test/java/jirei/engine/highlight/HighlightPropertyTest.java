package jirei.engine.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.SynonymLexicon;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.Source;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.RandomQueries;
import jirei.engine.World;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.schema.AnalyzedField;
import jirei.lucene.EmbeddedIndex;
import jirei.lucene.index.GenerationFolder;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.Hit;
import jirei.search.MatchRange;
import jirei.search.SearchEngine;
import jirei.search.Snippet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the highlights of random queries with a scan of the texts: of the shipped cases, and of an invented one with
 * characters that are hard to highlight. Every highlighted range is explained by a query word, and every occurrence of
 * a phrase, and of a word outside other words, is highlighted.
 */
@Tag("slow")
class HighlightPropertyTest {
    private static final int QUERIES = 50;
    private static final int CASES_PER_QUERY = 2;

    private static final List<CaseStudy> CASES = new ArrayList<>();
    private static final List<SearchEngine> OPENED = new ArrayList<>();
    private static final List<ReferenceHighlighter> EXPLAINED = new ArrayList<>();
    private static @Nullable DirectoryReader reader;
    private static List<String> lexiconWords = List.of();
    private static List<String> readings = List.of();

    @BeforeAll
    static void openShippedAndHardCases(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        CorpusReader.of(Path.of("corpus")).read(CASES::add, fault -> {});
        CASES.add(hardToHighlight());
        Files.write(
                corpus.resolve("cases.jsonl"),
                CASES.stream().map(CaseJson::write).toList());
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        OPENED.add(index.open());
        try (var words = CorpusReader.of(corpus).openLexiconFile(Lexicon.USER_DICTIONARY_FILE);
                var groups = CorpusReader.of(corpus).openLexiconFile(Lexicon.SYNONYMS_FILE)) {
            Analyzer analyzer = AnalyzedField.analyzer(JapaneseAnalyzers.with(words));
            SynonymLexicon synonyms = SynonymLexicon.read(groups);
            reader = DirectoryReader.open(FSDirectory.open(
                    GenerationFolder.in(folder.resolve("index")).current().orElseThrow()));
            EXPLAINED.add(new ReferenceHighlighter(analyzer, new QueryAnalyzer(analyzer, synonyms).withCounts(query ->
                            (long) new IndexSearcher(reader).count(query))));
            lexiconWords = synonyms.words().stream().sorted().toList();
            readings = readings(analyzer);
        }
    }

    @AfterAll
    static void close() throws Exception {
        OPENED.getFirst().close();
        if (reader != null) {
            reader.close();
        }
    }

    private static CaseStudy hardToHighlight() {
        List<Section> sections = List.of(
                World.section("s1", "𠮷野町の㍿と㈱", "𠮷野町の看取り\u3000㍿わかば薬局と㈱あおぞらが組んだ。"),
                World.section("s2", "ｶﾝﾌｧﾚﾝｽ", "㌔と㍻29年、ﾎｳﾓﾝｶﾝｺﾞｽﾃｰｼｮﾝでか\u3099んは\u309Aる。ﾊﾟﾋﾟﾌﾟ"),
                World.section("s3", "人々の想い", "葛\uDB40\uDD00飾の人々😀が①医師會へ、②藥局へ行つた。ＩＣＴ\n第３回ＡＣＰ講座"),
                World.section("s4", "", "𠮷𠮷𠮷看取り看取り率と取組み取り組み、𩸽の煮付け"));
        return new CaseStudy(
                "hard", 99, "書きにくい字", "", 2017, Prefecture.OSAKA, "𠮷野町", RegionFigures.NONE, Source.UNKNOWN, sections);
    }

    private static List<String> readings(Analyzer analyzer) throws Exception {
        Set<String> readings = new HashSet<>();
        for (CaseStudy caseStudy : CASES) {
            for (Section section : caseStudy.sections()) {
                try (var stream = analyzer.tokenStream("text.words", section.text())) {
                    var reading = stream.addAttribute(ReadingAttribute.class);
                    stream.reset();
                    while (stream.incrementToken()) {
                        if (reading.getReading() != null) {
                            readings.add(reading.getReading());
                        }
                    }
                    stream.end();
                }
            }
        }
        return readings.stream().sorted().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261122, 3, 5})
    void everyHighlightIsExplainedAndEveryOccurrenceIsHighlighted(long seed) throws Exception {
        var queries = new RandomQueries(seed, CASES, lexiconWords, readings);

        for (int round = 0; round < QUERIES; round++) {
            String query = queries.next();
            List<Hit> hits = engine().search(SearchRequest.of(query)).hits();
            hits.forEach(hit -> hit.snippets().forEach(snippet -> checkHighlights(query, snippet)));
            for (String caseId : hits.stream()
                    .map(Hit::caseId)
                    .distinct()
                    .limit(CASES_PER_QUERY)
                    .toList()) {
                HighlightedCase marked = engine().highlight(caseId, SearchRequest.of(query), Deadline.NONE)
                        .orElseThrow();
                marked.sections().forEach(section -> checkHighlights(query, section));
            }
        }
    }

    private static void checkHighlights(String query, Snippet snippet) {
        checkDisjointAndOnCharacterBoundaries(query, snippet.text(), snippet.matches());
    }

    private static void checkHighlights(String query, HighlightedSection section) {
        List<MatchRange> matches = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < section.paragraphs().size(); i++) {
            int offset = start;
            section.paragraphs().get(i).stream()
                    .map(match -> match.moved(offset))
                    .forEach(matches::add);
            start += section.section().paragraphs().get(i).length() + 1;
        }
        checkHighlights(query, section.section().text(), matches);
        checkHighlights(query, section.section().heading(), section.heading());
    }

    private static void checkHighlights(String query, String text, List<MatchRange> matches) {
        checkDisjointAndOnCharacterBoundaries(query, text, matches);
        Set<MatchRange> typed = new HashSet<>();
        Set<MatchRange> explained = new HashSet<>();
        for (QueryExpression leaf : EXPLAINED.getFirst().leaves(query)) {
            if (leaf instanceof Word(String word, QueryField field) && field == QueryField.ANYWHERE) {
                explained.addAll(EXPLAINED.getFirst().in(text, word));
                typed.addAll(EXPLAINED.getFirst().words(text, word));
            } else if (leaf instanceof Phrase(String phrase, QueryField field) && field == QueryField.ANYWHERE) {
                explained.addAll(ReferenceHighlighter.characters(text, phrase));
                typed.addAll(ReferenceHighlighter.characters(text, phrase));
            }
        }
        checkExplained(query, text, matches, explained);
        typed.forEach(occurrence -> checkHighlighted(query, text, matches, occurrence));
    }

    private static void checkExplained(String query, String text, List<MatchRange> matches, Set<MatchRange> explained) {
        for (MatchRange match : matches) {
            List<MatchRange> inside = explained.stream()
                    .filter(range -> range.start() >= match.start() && range.end() <= match.end())
                    .toList();
            assertThat(merge(inside))
                    .as("%s marks %s in %s", query, text.substring(match.start(), match.end()), text)
                    .containsExactly(match.ofWord(0));
        }
    }

    private static void checkHighlighted(String query, String text, List<MatchRange> matches, MatchRange occurrence) {
        assertThat(matches)
                .as("%s leaves %s unmarked in %s", query, occurrence, text)
                .anyMatch(match -> match.start() <= occurrence.start() && match.end() >= occurrence.end());
    }

    /** Merges overlapping and adjacent {@code ranges}. */
    private static List<MatchRange> merge(List<MatchRange> ranges) {
        List<MatchRange> merged = new ArrayList<>();
        for (MatchRange range : ranges.stream()
                .sorted(Comparator.comparingInt(MatchRange::start).thenComparingInt(MatchRange::end))
                .toList()) {
            if (!merged.isEmpty() && range.start() <= merged.getLast().end()) {
                MatchRange last = merged.removeLast();
                merged.add(new MatchRange(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    private static void checkDisjointAndOnCharacterBoundaries(String query, String text, List<MatchRange> matches) {
        int last = -1;
        for (MatchRange match : matches) {
            assertThat(match.start()).as("%s: %s in %s", query, matches, text).isGreaterThanOrEqualTo(last);
            assertThat(isInsideACharacter(text, match.start()) || isInsideACharacter(text, match.end()))
                    .as("%s marks half a character: %s in %s", query, match, text)
                    .isFalse();
            last = match.end();
        }
    }

    private static boolean isInsideACharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static SearchEngine engine() {
        return OPENED.getFirst();
    }
}
