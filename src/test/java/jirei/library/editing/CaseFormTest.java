package jirei.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Source;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.format.HostileCases;
import jirei.corpus.lexicon.FacetLexicon;
import jirei.corpus.lexicon.Lexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case survives its form, and a fault is shown at its field. */
class CaseFormTest {
    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final int CASES = 200;
    private static final String LAMP =
            """
            ---
            id: lamp-1
            title: 灯台の当番
            ---

            ## 当番 {#s1}

            島の当番が灯台へ渡った。

            ### しくみ {#s1-1}

            - 主体: 診療所・在宅医、医師会

            当番表を作る。

            ## 油 {#s2}

            油を注ぐ。
            """;

    private static CaseStudy lamp(String text) throws Exception {
        return CaseMarkdown.read(Path.of("lamp.md"), text, LEXICON);
    }

    private static CaseForm form() throws Exception {
        return CaseForm.of(lamp(LAMP), "v", LEXICON);
    }

    private static CaseForm with(String field, String value) throws Exception {
        Map<String, String> fields = new HashMap<>(form().fields());
        fields.put(field, value);
        return new CaseForm("lamp-1", "v", fields, form().sections());
    }

    private static CaseFormReader.Result read(CaseForm form) {
        return CaseFormReader.read(form, LEXICON);
    }

    private static CaseStudy valid(CaseForm form) {
        return Objects.requireNonNull(read(form).caseStudy());
    }

    @Test
    void everyShippedCaseIsTheSameAfterItsForm() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("corpus/cases"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".md")).toList()) {
                CaseStudy shipped = CaseMarkdown.read(file, Files.readString(file), LEXICON);

                CaseFormReader.Result read = read(CaseForm.of(shipped, "v", LEXICON));

                assertThat(read.faults()).as("%s", file).isEmpty();
                assertThat(read.caseStudy()).as("%s", file).isEqualTo(shipped);
            }
        }
    }

    @Test
    void valuesOfTheFacetsOfTheCorpusAreKeptAndFaultsAreAtTheirField() throws Exception {
        var lexicon = new Lexicon(
                LEXICON.actors(),
                LEXICON.themes(),
                FacetLexicon.parse(Path.of("facets.txt"), "予算: 一つ、一覧の順\n予算の値: 少し、たくさん\n分野: 階層"));
        String text = LAMP.replace("title: 灯台の当番", "title: 灯台の当番\n予算: 少し\n分野: 海/灯、島")
                .replace("- 主体: 診療所", "- 予算: なし\n- 主体: 診療所");
        CaseStudy caseStudy = CaseMarkdown.read(Path.of("lamp.md"), text, lexicon);
        CaseForm form = CaseForm.of(caseStudy, "v", lexicon);

        assertThat(form.field("facets.分野")).isEqualTo("海/灯、島");
        assertThat(form.sections().get(1).facets()).isEqualTo(Map.of("予算", "なし"));
        assertThat(CaseFormReader.read(form, lexicon).caseStudy()).isEqualTo(caseStudy);

        Map<String, String> fields = new HashMap<>(form.fields());
        fields.put("facets.予算", "少しだけ");
        assertThat(CaseFormReader.read(new CaseForm("lamp-1", "v", fields, form.sections()), lexicon)
                        .faults())
                .containsExactly(new CaseFormReader.Fault("facets.予算", "予算の値「少しだけ」は一覧にありません。少し・たくさん のどれかに直してください"));
    }

    @Test
    void everyOddCaseIsTheSameAfterItsForm() {
        for (int seed = 0; seed < CASES; seed++) {
            CaseStudy odd = plain(new HostileCases(seed, LEXICON.actors().actors()).next());

            CaseFormReader.Result read = read(CaseForm.of(odd, "v", LEXICON));

            assertThat(read.faults()).as("seed %d", seed).isEmpty();
            assertThat(read.caseStudy()).as("seed %d", seed).isEqualTo(odd);
        }
    }

    /** Returns the case with its figures as a form shows them: 10 for 1E+1. */
    private static CaseStudy plain(CaseStudy odd) {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        odd.region()
                .figures()
                .forEach((what, figure) -> figures.put(
                        what, new Figure(new BigDecimal(figure.value().toPlainString()), figure.basis())));
        return new CaseStudy(
                odd.id(),
                odd.number(),
                odd.title(),
                odd.collection(),
                odd.year(),
                odd.prefecture(),
                odd.place(),
                new RegionFigures(odd.region().name(), figures),
                withAddress(odd.source()),
                odd.sections());
    }

    /** The form takes no address that is none of a page. */
    private static Source withAddress(Source odd) {
        return new Source(
                odd.title(),
                odd.publisher(),
                odd.url().isEmpty() ? "" : "https://example.jp/" + odd.url(),
                odd.rights(),
                odd.file(),
                odd.sha256(),
                odd.retoldBy());
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', 必須の項目「題」がありません。事例の題を一行で書いてください",
        "year, 令和四, 年度の値「令和四」は使えません。2017 のように西暦の年度で書いてください",
        "region.clinics, 多い, 一般診療所数の値「多い」は使えません。88694 や 24.9 のように単位を付けずに正しい数を書いてください",
        "source.url, javascript:alert(1), 出典のURL「javascript:alert(1)」は使えません。https:// か http:// から始まるURLを書いてください",
    })
    void aFaultIsNamedAsTheFormNamesTheField(String field, String value, String problem) throws Exception {
        assertThat(read(with(field, value)).faults())
                .extracting(CaseFormReader.Fault::problem)
                .containsExactly(problem);
    }

    @Test
    void aFaultOfASectionDoesNotNameItsId() throws Exception {
        SectionForm empty = form().sections().getFirst().with("", "");

        assertThat(read(form().with(List.of(empty))).faults())
                .extracting(CaseFormReader.Fault::problem)
                .containsExactly("この節に見出しも本文もありません。どちらかを書くか、この節を消してください");
    }

    @Test
    void actorsAndThemesThatTheRulesFindAreLeftToThem() throws Exception {
        CaseStudy chosen = lamp(LAMP);
        CaseStudy found = chosen.withSections(chosen.sections().stream()
                .map(section -> section.withActors(LEXICON.actorsOf(section.kind(), section.heading(), section.text())))
                .toList());

        assertThat(CaseForm.of(chosen, "v", LEXICON).sections())
                .extracting(SectionForm::actors)
                .contains("診療所・在宅医、医師会");
        assertThat(CaseForm.of(found, "v", LEXICON).sections())
                .extracting(SectionForm::actors)
                .containsOnly("");
        assertThat(CaseMarkdown.write(found, Map.of(), LEXICON)).doesNotContain("主体:");
        assertThat(CaseMarkdown.write(chosen, Map.of(), LEXICON)).containsOnlyOnce("- 主体: 診療所・在宅医、医師会");
    }

    @Test
    void everyOddCaseIsTheSameInAFileThatLeavesThemOut() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            CaseStudy odd = plain(new HostileCases(seed, LEXICON.actors().actors()).next());
            CaseStudy found = odd.withSections(odd.sections().stream()
                    .map(section ->
                            section.withActors(LEXICON.actorsOf(section.kind(), section.heading(), section.text())))
                    .toList());

            assertThat(lamp(CaseMarkdown.write(odd, Map.of(), LEXICON)))
                    .as("seed %d", seed)
                    .isEqualTo(odd);
            assertThat(lamp(CaseMarkdown.write(found, Map.of(), LEXICON)))
                    .as("seed %d", seed)
                    .isEqualTo(found);
        }
    }

    @Test
    void aSectionKeepsAParentThatIsNotTheMainSectionBeforeIt() throws Exception {
        CaseStudy far = lamp(LAMP + "\n### 樽 {#s2-1}\n\n- 親: s1-1\n\n樽を運ぶ。\n");

        assertThat(read(CaseForm.of(far, "v", LEXICON)).caseStudy()).isEqualTo(far);
    }

    @Test
    void aSectionWhoseParentWasDeletedBelongsToTheMainSectionBeforeIt() throws Exception {
        CaseForm far = CaseForm.of(lamp(LAMP + "\n### 樽 {#s2-1}\n\n- 親: s1-1\n\n樽を運ぶ。\n"), "v", LEXICON);

        CaseStudy left = valid(SectionOperation.DELETE.apply(far, 1, -1));

        assertThat(left.section("s2-1").orElseThrow().parent()).isEqualTo("s2");
    }

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "number, 零",
        "source.url, javascript:alert(1)",
        "source.url, www.example.jp",
        "year, 平成",
        "prefecture, 海の国",
        "region.areaKm2, 広い",
        "region.population, 1.5",
        "region.ageingRatePercent, 101",
        "region.clinics, -1",
        "region.hospitals, 二",
        "region.basis.areaKm2, 2015年",
        "region.basis.population, 2015年",
        "region.basis.ageingRatePercent, 2015年",
        "region.basis.clinics, 2015年",
        "region.basis.hospitals, 2015年"
    })
    void aFaultStandsAtTheFieldOfTheCase(String field, String value) throws Exception {
        CaseFormReader.Result read = read(with(field, value));

        assertThat(read.caseStudy()).isNull();
        assertThat(read.faults()).extracting(CaseFormReader.Fault::place).containsExactly(field);
    }

    @Test
    void aValueThatIsTooLongIsAFaultOfItsField() throws Exception {
        for (String field : CaseForm.FIELDS) {
            assertThat(read(with(field, "長".repeat(10_001))).faults())
                    .extracting(CaseFormReader.Fault::place)
                    .as(field)
                    .containsExactly(field);
        }
    }

    @ParameterizedTest
    @CsvSource({"kind, 飾り", "actors, 海の精", "themes, ン", "pages, 表紙", "heading, ''"})
    void aFaultStandsAtTheFieldOfTheSection(String field, String value) throws Exception {
        SectionForm section = form().sections().get(1);
        boolean isHeading = field.equals("heading");
        SectionForm faulty = new SectionForm(
                section.id(),
                field.equals("kind") ? value : section.kind(),
                isHeading ? "" : section.heading(),
                false,
                field.equals("actors") ? value : section.actors(),
                field.equals("themes") ? value : section.themes(),
                field.equals("pages") ? value : section.pages(),
                isHeading ? "" : section.text());
        List<SectionForm> sections = new ArrayList<>(form().sections());
        sections.set(1, faulty);

        CaseFormReader.Result read = read(form().with(sections));

        assertThat(read.caseStudy()).isNull();
        assertThat(read.faults()).extracting(CaseFormReader.Fault::place).containsExactly("sections.1." + field);
    }

    @Test
    void aFormWithoutSectionsIsAFaultOfTheWholeForm() throws Exception {
        assertThat(read(form().with(List.of())).faults())
                .extracting(CaseFormReader.Fault::place)
                .containsExactly("");
    }

    @Test
    void whatTheCaseFileCannotHaveIsAFault() throws Exception {
        SectionForm section = form().sections().getFirst();

        CaseFormReader.Result read = read(form().with(List.of(section.with("当番", "長".repeat(1_000_001)))));

        assertThat(read.caseStudy()).isNull();
        assertThat(read.faults()).hasSize(1);
    }

    @Test
    void aTextWithTheLineTerminatorsOfBrowsersIsTheSameText() throws Exception {
        List<SectionForm> sections = form().sections().stream()
                .map(section -> section.with(section.heading(), section.text().replace("\n", "\r\n") + "\r\n"))
                .toList();

        assertThat(read(form().with(sections)).caseStudy()).isEqualTo(lamp(LAMP));
        assertThat(sections).noneMatch(section -> section.text().contains("\r"));
    }

    @Test
    void actorsAreListedByCommasOnlyAndNoneByTheWordForIt() throws Exception {
        SectionForm section = form().sections().get(1);

        assertThat(section.actors()).isEqualTo("診療所・在宅医、医師会");
        CaseForm none = form().with(List.of(section.asMain(true).withNames("なし", "なし")));
        assertThat(valid(none).sections().getFirst().actors()).isEmpty();
        CaseForm byRule = form().with(List.of(section.with("医師会", "医師会の表").withNames(" ", "")));
        assertThat(valid(byRule).sections().getFirst().actors())
                .extracting("name")
                .containsExactly("医師会");
    }
}
