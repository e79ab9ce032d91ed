package jirei.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.cases.OwnFacet;
import jirei.cases.Section;
import jirei.corpus.lexicon.FacetLexicon;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;

/** The values of the facets that a corpus declares, in case files. */
class OwnValuesFormatTest {
    private static final Path FILE = Path.of("kura.md");
    private static final Lexicon LEXICON = lexicon(
            """
            予算: 一つ、一覧の順
            予算の値: 100万円未満、500万円以上
            分野: 階層
            戸数: 一つ、数の順
            """);
    private static final String CASE =
            """
            ---
            id: kura
            title: 蔵の店
            予算: １００万円未満
            分野: 商い、住まい／改修
            ---

            ## 経過

            - 予算: 500万円以上
            - 分野: なし

            蔵を直した。

            ## その後

            - 戸数: 3戸

            店が続いた。
            """;

    @Test
    void aSectionHasTheValuesOfItsCaseUnlessItHasItsOwn() throws Exception {
        CaseStudy read = CaseMarkdown.read(FILE, CASE, LEXICON);

        assertThat(read.facets().byName()).isEqualTo(Map.of("予算", List.of("100万円未満"), "分野", List.of("商い", "住まい/改修")));
        assertThat(effective(read, 0)).isEqualTo(Map.of("予算", List.of("500万円以上"), "分野", List.of()));
        assertThat(effective(read, 1))
                .isEqualTo(Map.of("予算", List.of("100万円未満"), "分野", List.of("商い", "住まい/改修"), "戸数", List.of("3戸")));
    }

    private static Map<String, List<String>> effective(CaseStudy read, int section) {
        Section found = read.withFacetsOfCase(read.sections().get(section));
        return found.facets().byName();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        CaseStudy read = CaseMarkdown.read(FILE, CASE, LEXICON);

        assertThat(CaseMarkdown.read(FILE, CaseMarkdown.write(read), LEXICON)).isEqualTo(read);
        assertThat(CaseJson.read(FILE, 1, CaseJson.write(read), LEXICON)).isEqualTo(read);
        assertThat(CaseJson.write(read))
                .contains("\"facets\":{\"予算\":[\"100万円未満\"],\"分野\":[\"商い\",\"住まい/改修\"]}")
                .contains("\"facets\":{\"予算\":[\"500万円以上\"],\"分野\":[]}");
    }

    @Test
    void signsOfMarkdownAndYamlInAValueAreKept() throws Exception {
        OwnFacet field = LEXICON.facets().facets().get(1);
        String text = CASE.replace("商い、住まい／改修", "\"*店*: [一] #2\"").replace("分野: なし", "分野: \\*店\\* [一] \\#2");

        CaseStudy read = CaseMarkdown.read(FILE, text, LEXICON);

        assertThat(read.facets().of(field)).containsExactly("*店*: [一] #2");
        assertThat(read.sections().getFirst().facets().of(field)).containsExactly("*店* [一] #2");
        assertThat(CaseMarkdown.read(FILE, CaseMarkdown.write(read), LEXICON)).isEqualTo(read);
    }

    @Test
    void faultsNameLineValueAndRemedy() {
        String text = CASE.replace("予算: １００万円未満", "予算: 200万円")
                .replace("予算: 500万円以上", "予算: 500万円以上、100万円未満")
                .replace("分野: なし", "分野: 防災/")
                .replace("戸数: 3戸", "戸数: 少し");

        CorpusFormatException e =
                catchThrowableOfType(CorpusFormatException.class, () -> CaseMarkdown.read(FILE, text, LEXICON));

        assertThat(e.diagnostics())
                .extracting(CorpusDiagnostic::toString)
                .containsExactly(
                        "kura.md:4: 予算の値「200万円」は一覧にありません。100万円未満・500万円以上 のどれかに直してください",
                        "kura.md:10: 予算の値「500万円以上、100万円未満」は一覧にありません。100万円未満・500万円以上 のどれかに直してください",
                        "kura.md:11: 分野の値「防災/」は「/」の前か後ろが空で使えません。防災/避難所 のように書いてください",
                        "kura.md:17: 戸数の値「少し」は数がなくて使えません。12 や 100万円 のように数を入れて書いてください");
    }

    @Test
    void severalValuesOfASingleValuedFacetAreAFault() {
        String text = CASE.replace("予算: １００万円未満", "予算: [100万円未満, 500万円以上]");

        CorpusFormatException e =
                catchThrowableOfType(CorpusFormatException.class, () -> CaseMarkdown.read(FILE, text, LEXICON));

        assertThat(e.diagnostics())
                .extracting(CorpusDiagnostic::toString)
                .containsExactly("kura.md:4: 予算の値が2個あります。一つだけ書いてください");
    }

    @Test
    void aCorpusWithoutTheFacetDoesNotKnowItsField() {
        CorpusFormatException e = catchThrowableOfType(
                CorpusFormatException.class, () -> CaseMarkdown.read(FILE, CASE, Lexicon.shipped()));

        assertThat(e.diagnostics()).extracting(CorpusDiagnostic::line).contains(4, 5);
        assertThat(e.diagnostics().getFirst().problem()).startsWith("「予算」という項目はありません。");
    }

    private static Lexicon lexicon(String facets) {
        try {
            return new Lexicon(
                    Lexicon.shipped().actors(),
                    Lexicon.shipped().themes(),
                    FacetLexicon.parse(Path.of("facets.txt"), facets));
        } catch (CorpusFormatException e) {
            throw new AssertionError(e);
        }
    }
}
