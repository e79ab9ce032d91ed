package jirei.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseJsonTest {
    private static final String WHOLE =
            """
            {"id":"aoba","number":2,"title":"輪番","collection":"緑の事例集","year":2018,"prefecture":"島根県","place":"緑町",\
            "region":{"name":"緑町","areaKm2":24.90,"population":88694,"basis":{"population":"2015年調べ"}},\
            "source":{"title":"緑","url":"https://example.org"},\
            "sections":[{"id":"s1","kind":"lead","heading":"当番","actors":["医師会"],"themes":["ウ"],"text":"一\\n二"},\
            {"id":"s1-1","kind":"note","heading":"","parent":"s1","actors":[],"themes":[],"text":"注"}]}""";

    @Test
    void aCaseIsOneLineWithTheFieldsInOrder() throws Exception {
        assertThat(CaseJson.write(read(WHOLE))).isEqualTo(WHOLE);
    }

    @Test
    void onlyIdTitleAndSectionsAreRequired() throws Exception {
        CaseStudy read =
                read("{\"sections\":[{\"id\":\"p1\",\"text\":\"医師会が研修会を開き、講師を招いた。\"}],\"title\":\"題\",\"id\":\"a\"}");

        assertThat(read.number()).isNull();
        assertThat(read.sections().getFirst().kind()).isEqualTo(SectionKind.LEAD);
        assertThat(read.sections().getFirst().actors()).as("by rule").containsExactly(new Actor("医師会"));
        assertThat(read.sections().getFirst().themes()).as("by rule").containsExactly(ShippedThemes.TRAINING);
    }

    @Test
    void anEmptyListMeansNone() throws Exception {
        CaseStudy read = read(
                "{\"id\":\"a\",\"title\":\"題\",\"sections\":[{\"id\":\"p1\",\"actors\":[],\"themes\":[],\"text\":\"医師会が研修会を開き、講師を招いた。\"}]}");

        assertThat(read.sections().getFirst().actors()).isEmpty();
        assertThat(read.sections().getFirst().themes()).isEmpty();
    }

    @Test
    void numbersMayBeStrings() throws Exception {
        CaseStudy read = read(
                "{\"id\":\"a\",\"number\":\"05\",\"title\":\"題\",\"year\":\"2018\",\"region\":{\"population\":\"88,694\",\"clinics\":null},"
                        + "\"sections\":[{\"id\":\"p1\",\"text\":\"文\"}]}");

        assertThat(read.number()).isEqualTo(5);
        assertThat(read.year()).isEqualTo(2018);
        assertThat(read.region().figures())
                .containsExactly(Map.entry(RegionFigure.POPULATION, new Figure(new BigDecimal("88694"), "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id":"a",	JSON として読めません（11文字目の付近）。この行を JSON の書き方に合わせて直してください
                    [1]	JSON のオブジェクトではありません。一行に { } で囲んだ事例を一件ずつ書いてください
                    {"id":"a","title":"題","sections":[{"id":"p1","text":"文"}]} {}	値の後ろに余分な文字があります。取り除いてください
                    {"id":"a","title":"題"}	sections に節が一つもありません。一つ以上の節を書いてください
                    {"id":"a","title":"題","sections":["文"]}	1番目の節が JSON のオブジェクトではありません。{ } で囲んで書いてください
                    {"id":"a","title":"題","sections":[{"id":"p1","body":"文"}]}	「sections[1].body」という項目はありません。id・kind・heading・parent・actors・themes・pages・ocrConfidence・text・facets のどれかに直してください
                    {"id":"a","title":"題","sections":[{"id":"p1","text":"文","actors":["猫"]}]}	主体「猫」は主体の一覧にありません。lexicon/actors.txt にある名前に直してください
                    {"id":"a","title":"題","sections":[{"id":"p1","text":"文","actors":"市"}]}	sections[1].actors の値は[ ] で囲んだ並びで書いてください
                    {"id":"a","title":"題","sections":[{"id":"p1","text":"文"},{"id":"p1","text":"文"}]}	節の id「p1」が3行目の節にも付いています。別の id に変えてください
                    {"id":"a","title":"題","sections":[{"text":"文"}]}	必須の項目「sections[1].id」がありません。s1-2 のように英数字で書いてください
                    """)
    void everyProblemIsReportedWithItsLine(String json, String expected) {
        assertThat(diagnostics(json)).contains("all.jsonl:3: " + expected);
    }

    private static List<String> diagnostics(String json) {
        CorpusFormatException e = catchThrowableOfType(CorpusFormatException.class, () -> read(json));
        return e.diagnostics().stream().map(CorpusDiagnostic::toString).toList();
    }

    private static CaseStudy read(String json) throws CorpusFormatException {
        return CaseJson.read(Path.of("all.jsonl"), 3, json, Lexicon.shipped());
    }
}
