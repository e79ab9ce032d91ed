package jirei.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownDiagnosticsTest {
    private static final String HEAD = "---\nid: aoba\ntitle: 青葉市の輪番\n---\n";
    private static final String BODY = "## 当番 {#s1}\n\n本文。\n";

    @Test
    void allProblemsOfAFileAreReportedTogether() {
        String text =
                """
                ---
                id: 青葉
                number: 一
                titel: 輪番
                year: 平成29
                prefecture: 島根
                region:
                  population: 88,6940
                  ageingRatePercent: 120
                  beds: 3
                  basis:
                    clinics: 2017年
                source: 緑の会
                ---
                前書きの下の文。

                # 別の題

                ## 当番 {#s1}

                - 種別: 大事
                - 主体:
                - テーマ: ケ
                - 対象: 市内

                本文。

                ## 名簿 {#s1}

                - 親: s9

                表である。
                ---

                ## {#-}
                """;

        assertThat(diagnostics(text))
                .containsExactly(
                        "aoba.md:2: id の値「青葉」は使えません。mieruka-h29-12 のように英数字と - _ . だけで、100字以内で書いてください",
                        "aoba.md:2: 必須の項目「title」がありません。事例の題を一行で書いてください",
                        "aoba.md:3: number の値「一」は使えません。1以上の整数で書いてください",
                        "aoba.md:4: 「titel」という項目はありません。id・number・title・collection・year・prefecture・place・region・source のどれかに直してください",
                        "aoba.md:5: year の値「平成29」は使えません。2017 のように西暦の年度で書いてください",
                        "aoba.md:6: prefecture の値「島根」は都道府県の名前ではありません。「島根県」のように正式な名前で書いてください",
                        "aoba.md:8: region.population の値「88,6940」は使えません。88694 や 24.9 のように単位を付けずに正しい数を書いてください",
                        "aoba.md:9: region.ageingRatePercent の値「120」は使えません。88694 や 24.9 のように単位を付けずに正しい数を書いてください",
                        "aoba.md:10: 「region.beds」という項目はありません。name・areaKm2・population・ageingRatePercent・clinics・hospitals・basis のどれかに直してください",
                        "aoba.md:12: region.basis.clinics「2017年」に当たる数がありません。region.clinics に数を書くか、この行を消してください",
                        "aoba.md:13: source の値は字下げした「名前: 値」の並びで書いてください",
                        "aoba.md:15: 最初の見出しより前に本文があります。本文の上に「## 見出し」を書いてください",
                        "aoba.md:17: 「# 別の題」は題と違う一段目の見出しです。「## 別の題」に直してください",
                        "aoba.md:21: 種別「大事」はありません。ここがすごい・取組の概要・取組の詳細・ポイント・関係機関の役割・その他の活動・写真・図・注 のどれかに直してください",
                        "aoba.md:22: 「主体」の値がありません。値を書くか、ない場合は「なし」と書いてください",
                        "aoba.md:23: テーマ「ケ」はありません。ア・イ・ウ・エ・オ・カ・キ・ク のどれかで書いてください",
                        "aoba.md:24: 「対象: 市内」は種別・主体・テーマ・親のどれでもありません。そのどれかに直すか、本文であれば上に空行を入れてください",
                        "aoba.md:28: 節の id「s1」が19行目の節にも付いています。別の id に変えてください",
                        "aoba.md:30: 節「s1」の親「s9」という id の節がほかにありません。この事例にある節の id に直してください",
                        "aoba.md:32: 「表である。」がすぐ下の --- か === のために見出しになります。あいだに空行を入れるか、下の行を消してください",
                        "aoba.md:35: 節の id「-」は使えません。s1-2 のように英数字と - _ だけで、100字以内で書いてください");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'title: 甲\ntitle: 乙', '4: 項目「title」が3行目にもあります。どちらか一つにしてください'
                    'title: 甲: 乙', '3: 前書きを YAML として読めません。字下げをそろえ、「: 」や # や引用符を含む値は全体を " で囲んでください'
                    'title: "甲\nyear: 2017', '3: 前書きを YAML として読めません。字下げをそろえ、「: 」や # や引用符を含む値は全体を " で囲んでください'
                    'title: *甲', '3: 値「甲」の頭に *・&・! があります。値の全体を " で囲んでください'
                    'title: !a 乙', '3: 値「乙」の頭に *・&・! があります。値の全体を " で囲んでください'
                    'title: 第1回 #2', '3: 値の中の「 #」から後ろが失われます。値の全体を " で囲むか、# から後ろを消してください'
                    'title: [甲]', '3: title の値は一つの値（[ や { で始まるときは全体を " で囲む）で書いてください'
                    'title:', '3: 必須の項目「title」がありません。事例の題を一行で書いてください'
                    """)
    void textThatYamlWouldLoseOrRejectIsReported(String yaml, String expected) {
        assertThat(diagnostics("---\nid: aoba\n" + yaml + "\n---\n" + BODY)).contains("aoba.md:" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', '1: 「---」の二行で囲んだ前書きがありません。ファイルの頭に --- で始まり --- で終わる前書きを置いてください'
                    '---\nid: aoba\n', '1: 「---」の二行で囲んだ前書きがありません。ファイルの頭に --- で始まり --- で終わる前書きを置いてください'
                    '## 当番\n', '1: 「---」の二行で囲んだ前書きがありません。ファイルの頭に --- で始まり --- で終わる前書きを置いてください'
                    """)
    void missingFrontMatterIsReported(String text, String expected) {
        assertThat(diagnostics(text)).containsExactly("aoba.md:" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', '5: 節が一つもありません。前書きの下に「## 見出し」で始まる節を書いてください'
                    '### 順番\n\n本文。', '5: 「### 順番」の上に「## 」の見出しがありません。「## 順番」に直してください'
                    '## 当番\n\n- 主体: なし\n本文。', '7: 「主体」の行のすぐ下に文が続いています。あいだに空行を一つ入れてください'
                    '## 当番\n\n- 主体: なし\n- 主体: 市', '8: 「主体」がこの節に二度あります。どちらか一つにしてください'
                    '## 当番\n\n<!-- 注\n\n## 別', '7: <!-- で始まる注記が閉じられていません。終わりに --> を書いてください'
                    '## {#s1}', '5: 節「s1」に見出しも本文もありません。どちらかを書くか、この節を消してください'
                    '## 当番 {#s1}\n\n- 親: s1\n', '7: 節「s1」の親「s1」という id の節がほかにありません。この事例にある節の id に直してください'
                    """)
    void everyProblemOfTheBodyIsReportedWithItsLine(String body, String expected) {
        assertThat(diagnostics(HEAD + body + "\n")).containsExactly("aoba.md:" + expected);
    }

    private static List<String> diagnostics(String text) {
        CorpusFormatException e = catchThrowableOfType(
                CorpusFormatException.class, () -> CaseMarkdown.read(Path.of("aoba.md"), text, Lexicon.shipped()));
        return e.diagnostics().stream().map(CorpusDiagnostic::toString).toList();
    }
}
