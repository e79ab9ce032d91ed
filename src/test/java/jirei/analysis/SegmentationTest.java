package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Municipality;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentationTest {
    private static final Path DICTIONARY = Path.of("corpus/lexicon/user-dictionary.txt");

    @ParameterizedTest(name = "{0} yields {1}")
    @MethodSource("listed")
    void textIsTokenizedAsListed(String text, String terms) throws Exception {
        assertThat(String.join(" ", terms(analyzers().searchMode(), text))).isEqualTo(terms);
    }

    @Test
    void bigramsAreAllOverlappingPairsOfFoldedCharacters() throws Exception {
        assertThat(terms(analyzers().bigrams(), "第３回ICT").stream().filter(term -> !WordEdgesTest.isMarked(term)))
                .containsExactly("第3", "3回", "回i", "ic", "ct");
    }

    @Test
    void aSupplementaryCharacterIsOneUnigram() throws Exception {
        assertThat(terms(analyzers().unigrams(), "𠮷野")).containsExactly("𠮷", "野");
    }

    @ParameterizedTest
    @ValueSource(strings = {"訪問看護ｽﾃｰｼｮﾝ㌔と㍻29年", "ﾎﾟｲﾝﾄ々①②ａｂｃ𠮷野家", "か\u3099き\u3099　人々の想い"})
    void offsetsAreInOrderAndInsideTheText(String text) throws Exception {
        for (Analyzer analyzer : List.of(
                analyzers().searchMode(), analyzers().bigrams(), analyzers().unigrams())) {
            int last = 0;
            for (int[] offsets : offsets(analyzer, text)) {
                assertThat(offsets[0]).isBetween(last, offsets[1]);
                assertThat(offsets[1]).isLessThanOrEqualTo(text.length());
                last = offsets[0];
            }
        }
    }

    @Test
    void noMunicipalityIsSplitWithinItsStem() throws Exception {
        JapaneseAnalyzers analyzers = analyzers();
        List<String> split = new ArrayList<>();

        for (Municipality municipality : Municipality.all()) {
            String name = JapaneseAnalyzers.foldVariants(municipality.name());
            int stem = name.length() - 1;
            for (int[] offsets : offsets(analyzers.searchMode(), name + "の取り組み")) {
                if (offsets[0] > 0 && offsets[0] < stem) {
                    split.add(name);
                }
            }
        }

        assertThat(split).isEmpty();
    }

    @Test
    void municipalitiesHaveTheirOfficialReadings() throws Exception {
        assertThat(readings("匝瑳市と大子町")).isEqualTo(readings("ソウサシトダイゴマチ"));
    }

    private static List<String> readings(String text) throws Exception {
        return terms(analyzers().readings(), text).stream()
                .filter(term -> !WordEdgesTest.isMarked(term))
                .toList();
    }

    @Test
    void anErrorInTheUserDictionaryNamesItsLine() {
        assertThatThrownBy(() -> JapaneseAnalyzers.with(new StringReader("# 注\n医師会,医師 会,イシカイ,カスタム名詞\n")))
                .isInstanceOfSatisfying(
                        LexiconException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessage("「医師会」の読みの数が分割の数と違います");
    }

    private static JapaneseAnalyzers analyzers() throws Exception {
        try (var reader = Files.newBufferedReader(DICTIONARY)) {
            return JapaneseAnalyzers.with(reader);
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }

    private static List<int[]> offsets(Analyzer analyzer, String text) throws IOException {
        List<int[]> offsets = new ArrayList<>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                offsets.add(new int[] {offset.startOffset(), offset.endOffset()});
            }
            stream.end();
        }
        return offsets;
    }

    static Stream<Arguments> listed() throws IOException {
        try (var in = SegmentationTest.class.getResourceAsStream("/analysis/segmentation.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> Arguments.of(columns[0], columns[1]))
                    .toList()
                    .stream();
        }
    }
}
