package jirei.corpus.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.Figure;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.RegionStatistics;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTableTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final String HEADER =
            "code,prefecture,municipality,population,population65,population75,areaHa,generalHospitals,clinics\n";
    private static final String TSUKUBA = "08220,茨城県,つくば市,200000,50000,20000,28372,11,170\n";
    private static final String OFFICIAL =
            """
            SSDSE-A-2030,Prefecture,Municipality,A1101,A110101,A1303,A1419,B1101,I510120,I5102
            ,,,2025,2025,2025,2025,2028,2027,2027
            地域コード,都道府県,市区町村,総人口,総人口（男）,65歳以上人口,75歳以上人口,総面積（北方地域及び竹島を除く）,一般病院数,一般診療所数
            R08220,茨城県,つくば市,200000,99999,50000,20000,28372,11,170
            R08364,茨城県,大子町,"15,000",7000,7500,4000,32576,2,9
            """;

    @TempDir
    Path folder;

    private RegionStatistics read(String text, Charset charset) throws IOException, CorpusFormatException {
        Path file = Files.writeString(folder.resolve("regions.csv"), text, charset);
        return RegionTable.read(file);
    }

    private List<String> faults(String text) {
        return catchThrowableOfType(CorpusFormatException.class, () -> read(text, StandardCharsets.UTF_8))
                .diagnostics()
                .stream()
                .map(CorpusDiagnostic::toString)
                .map(fault -> fault.substring(fault.indexOf("regions.csv")))
                .toList();
    }

    private static RegionFigures figures(RegionStatistics statistics, String name) {
        return statistics.of(Municipalities.matching(name).getFirst()).orElseThrow();
    }

    private static Figure figure(RegionStatistics statistics, RegionFigure type) {
        return figures(statistics, "茨城県つくば市").of(type).orElseThrow();
    }

    /** The six villages of the northern islands have no administration, and no survey reaches them. */
    @Test
    void theBundledTableHasAllMunicipalitiesButTheSixVillagesOfTheNorthernIslands() {
        Set<String> without = Municipality.all().stream()
                .filter(municipality -> RegionTable.shipped().of(municipality).isEmpty())
                .map(municipality -> municipality.code() + municipality.name())
                .collect(Collectors.toSet());

        assertThat(RegionTable.shipped().figures()).hasSize(1741);
        assertThat(Municipality.all()).hasSize(1747);
        assertThat(without)
                .containsExactlyInAnyOrder("01695色丹村", "01696泊村", "01697留夜別村", "01698留別村", "01699紗那村", "01700蘂取村");
    }

    @Test
    void everyBundledFigureHasItsBasisAndYear() {
        assertThat(RegionTable.shipped().source()).contains("独立行政法人統計センター", "SSDSE-A-2025", "加工して作成");
        assertThat(RegionTable.shipped().figures().values()).allSatisfy(figures -> assertThat(figures.values())
                .allSatisfy(figure -> assertThat(figure.basis()).matches("統計から：20(20|22|23)年.+（SSDSE-A-2025）")));
    }

    @Test
    void theBundledFiguresAreThoseOfTheSource() {
        RegionFigures sapporo = figures(RegionTable.shipped(), "札幌市");

        assertThat(sapporo.of(RegionFigure.POPULATION))
                .contains(new Figure(new BigDecimal("1973395"), "統計から：2020年国勢調査（SSDSE-A-2025）"));
        assertThat(sapporo.of(RegionFigure.AREA).orElseThrow().value()).isEqualByComparingTo("1121.26");
        assertThat(sapporo.of(RegionFigure.AGEING_RATE).orElseThrow().value()).isEqualByComparingTo("27.4");
        assertThat(sapporo.fromStatistics()).containsExactly(RegionFigure.values());
    }

    /** Nobody could live in 双葉町 in 2020: a population of 0 has no ageing rate. */
    @Test
    void aTownWithoutInhabitantsHasNoAgeingRate() {
        assertThat(figures(RegionTable.shipped(), "双葉町").figures()).doesNotContainKey(RegionFigure.AGEING_RATE);
    }

    @Test
    void theOfficialFileIsReadAsPublishedInShiftJis() throws Exception {
        RegionStatistics statistics = read(OFFICIAL, SHIFT_JIS);

        assertThat(statistics.source()).contains("SSDSE-A-2030");
        assertThat(figure(statistics, RegionFigure.POPULATION))
                .isEqualTo(new Figure(new BigDecimal("200000"), "統計から：2025年国勢調査（SSDSE-A-2030）"));
        assertThat(figure(statistics, RegionFigure.AGEING_RATE).value()).isEqualByComparingTo("25.0");
        assertThat(figure(statistics, RegionFigure.AREA).basis()).isEqualTo("統計から：2028年全国都道府県市区町村別面積調（SSDSE-A-2030）");
        assertThat(figure(statistics, RegionFigure.HOSPITALS))
                .isEqualTo(new Figure(new BigDecimal("11"), "統計から：2027年医療施設調査（SSDSE-A-2030）"));
        assertThat(figures(statistics, "大子町")
                        .of(RegionFigure.POPULATION)
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("15000");
    }

    @Test
    void aTableOfTheSameColumnsIsRead() throws Exception {
        RegionStatistics statistics = read("\uFEFF" + HEADER + TSUKUBA, StandardCharsets.UTF_8);

        assertThat(statistics.source()).isEqualTo("統計のファイル「regions.csv」");
        assertThat(figure(statistics, RegionFigure.CLINICS)).isEqualTo(new Figure(new BigDecimal("170"), "統計から"));
        assertThat(statistics.figures()).containsOnlyKeys("08220");
    }

    @Test
    void aCodeThatLostItsLeadingZeroIsUnderstood() throws Exception {
        assertThat(read(HEADER + TSUKUBA.substring(1), StandardCharsets.UTF_8).figures())
                .containsOnlyKeys("08220");
    }

    @Test
    void unknownFiguresAreLeftOut() throws Exception {
        RegionStatistics statistics = read(HEADER + "08220,茨城県,つくば市,200000,-,,28372,…,\n", StandardCharsets.UTF_8);

        assertThat(figures(statistics, "茨城県つくば市").figures())
                .containsOnlyKeys(RegionFigure.AREA, RegionFigure.POPULATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            99999,茨城県,つくば市,1,1,1,1,1,1              | 市区町村コード「99999」は市区町村の一覧にない
            08220,茨城県,土浦市,1,1,1,1,1,1                | 市区町村コード「08220」は茨城県つくば市ですが、「茨城県土浦市」とある
            08220,茨城県,つくば市,多い,1,1,1,1,1           | 「総人口」の値「多い」は0以上の整数ではない
            08220,茨城県,つくば市,-5,1,1,1,1,1             | 「総人口」の値「-5」は0以上の整数ではない
            08220,茨城県,つくば市,99999999999,1,1,1,1,1    | 人口が 99999999999人 となりありえない
            08220,茨城県,つくば市,100,200,1,1,1,1          | 高齢化率が 200.0% となりありえない
            """)
    void aFaultNamesLineValueAndRemedy(String row, String problem) {
        assertThat(faults(HEADER + "\n" + row + "\n"))
                .singleElement()
                .asString()
                .startsWith("regions.csv:3: " + problem)
                .containsAnyOf("直して", "書いて", "書くか", "直すか", "消して");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(HEADER + TSUKUBA + TSUKUBA + "12,a,b\n"))
                .satisfiesExactly(
                        second -> assertThat(second).startsWith("regions.csv:3: 市区町村コード「08220」の行が二つある"),
                        third -> assertThat(third).startsWith("regions.csv:4: 市区町村コード「12」は"));
    }

    @Test
    void aTableWithoutAColumnSaysWhich() {
        assertThat(faults("code,prefecture,municipality,population\n08220,茨城県,つくば市,5\n"))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("regions.csv:1: 「65歳以上人口」の列がない");
    }

    @Test
    void whatIsNoTableIsRejectedInOneSentence() throws Exception {
        Path binary =
                Files.write(folder.resolve("regions.xlsx"), new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFF});

        assertThat(catchThrowableOfType(CorpusFormatException.class, () -> RegionTable.read(binary)))
                .hasMessageContaining("UTF-8 でも Shift_JIS でもない");
        assertThat(catchThrowableOfType(
                        CorpusFormatException.class, () -> RegionTable.read(folder.resolve("nowhere.csv"))))
                .hasMessageContaining("統計のファイルがない");
        assertThat(catchThrowableOfType(CorpusFormatException.class, () -> RegionTable.read(folder)))
                .hasMessageContaining("フォルダー");
        assertThat(faults("")).isNotEmpty();
        assertThat(faults(HEADER)).singleElement().asString().contains("市区町村の行が一つもない");
    }

    @Test
    void otherFiguresHaveAnotherFingerprint() throws Exception {
        assertThat(read(HEADER + TSUKUBA, StandardCharsets.UTF_8).fingerprint())
                .isNotEqualTo(read(HEADER + TSUKUBA.replace("170", "171"), StandardCharsets.UTF_8)
                        .fingerprint())
                .isNotEqualTo(RegionTable.shipped().fingerprint());
    }
}
