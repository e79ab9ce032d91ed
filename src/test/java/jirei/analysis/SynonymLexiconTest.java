package jirei.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymLexiconTest {
    @Test
    void equivalentWordsExpandToEachOther() throws Exception {
        SynonymLexicon synonyms = read("ケアマネ = 介護支援専門員 = ＣＭ # 注\n");

        assertThat(synonyms.of("介護支援専門員")).containsExactly("ケアマネ", "ＣＭ");
        assertThat(synonyms.of("cm")).containsExactly("ケアマネ", "介護支援専門員");
    }

    @Test
    void aOneWayRuleExpandsInOneDirectionOnly() throws Exception {
        SynonymLexicon synonyms = read("首長 > 市長、町長\n");

        assertThat(synonyms.of("首長")).containsExactly("市長", "町長");
        assertThat(synonyms.of("市長")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ケアマネ", "ケアマネ =", "= ケアマネ", "A > B > C"})
    void aMalformedLineIsRejectedWithItsNumber(String line) {
        assertThatThrownBy(() -> read("# 注\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        LexiconException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("「語 = 語」または「語 > 語、語」の形で書いてください");
    }

    @Test
    void eachWordOfTheBundledListIsInAtMostOneEquivalence() throws IOException {
        Map<String, String> lineByWord = new HashMap<>();
        List<String> duplicates = Files.readAllLines(Path.of("corpus/lexicon/synonyms.txt")).stream()
                .map(line -> line.replaceFirst("#.*$", "").strip())
                .filter(line -> line.contains("="))
                .flatMap(line -> Stream.of(line.split("=", -1))
                        .map(word -> JapaneseAnalyzers.foldWidthAndCase(word.strip()))
                        .filter(word -> lineByWord.put(word, line) != null))
                .toList();

        assertThat(duplicates).isEmpty();
        assertThat(lineByWord).hasSizeGreaterThan(300);
    }

    @Test
    void theExampleOfEachGroupOccursInItsCase() throws IOException {
        String lexicon = Files.readString(Path.of("corpus/lexicon/synonyms.txt"));
        List<String> wrong = Files.readAllLines(Path.of("src/test/resources/analysis/synonym-examples.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> !isExample(line.split("\t", -1), lexicon))
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** Returns whether the groups of a row are in the lexicon and its words in the cases that it names. */
    private static boolean isExample(String[] row, String lexicon) {
        boolean hasGroups = Stream.of(row[0].split("；")).allMatch(lexicon::contains);
        boolean hasGloss = row.length == 3 && !row[2].isBlank();
        return hasGroups
                && (row[1].equals("-")
                        ? hasGloss
                        : Stream.of(row[1].split("、(?=mieruka)")).allMatch(SynonymLexiconTest::occurs));
    }

    private static boolean occurs(String caseAndWord) {
        String[] parts = caseAndWord.split(" ", 2);
        Path file = Path.of("corpus/cases/mieruka-h29", parts[0] + ".md");
        try {
            return Files.readString(file).contains(parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "平成29年度, 2017年度 H29",
        "平成元年, 1989年 平成1年 H1",
        "令和1年, 2019年 令和元年 R1",
        "平成二十九年度, 2017年度 平成29年度 H29",
        "昭和64年, 1989年 S64",
        "令和5年度, 2023年度 R5",
        "2019年, 平成31年 H31 令和1年 令和元年 R1",
        "h29, 2017年 平成29",
        "s60年, 1985年 昭和60年 S60",
        "平成40年, ''",
        "2017, ''"
    })
    void yearsAreConvertedBetweenCalendars(String year, String variants) {
        assertThat(String.join(" ", EraYearVariants.of(year))).isEqualTo(variants);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"mitori, ミトリ", "zaitaku, ザイタク", "kenshuu, ケンシュウ", "ICT, ''", "care-team2, ''"})
    void romajiIsConvertedToKatakana(String typed, String kana) {
        assertThat(Romaji.toKatakana(typed).orElse("")).isEqualTo(kana);
    }

    private static SynonymLexicon read(String text) throws Exception {
        return SynonymLexicon.read(new StringReader(text));
    }
}
