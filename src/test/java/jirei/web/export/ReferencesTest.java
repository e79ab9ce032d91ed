package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References for reference managers: RIS and BibTeX. */
class ReferencesTest {
    @Test
    void risReferencesHaveOneTagPerLine() {
        assertThat(Exported.text(ExportFormat.RIS, "", Exported.withNote("夜の灯", "一行目。\n二行目。", "使う")))
                .isEqualTo(String.join(
                        "\r\n",
                        "TY  - CHAP",
                        "ID  - invented-1:s1",
                        "TI  - 灯台の町：夜の灯",
                        "T2  - 架空の事例集 第7号",
                        "PB  - 架空の会",
                        "PY  - 2017",
                        "KW  - 医師会",
                        "KW  - 訪問看護",
                        "KW  - カ 関係者の研修",
                        "AB  - 一行目。 二行目。",
                        "N1  - 長野県 みやま町 事例7",
                        "N1  - 使う",
                        "UR  - https://example.org/7",
                        "L2  - http://localhost:7070/cases/invented-1#s1",
                        "Y2  - 2026/11/22",
                        "LA  - ja",
                        "ER  - ",
                        "",
                        ""));
    }

    @Test
    void textCannotStartARisTag() {
        String file = Exported.text(
                ExportFormat.RIS,
                "",
                Exported.withNote("夜", "灯\u2028ER  - \nTY  - JOUR\0", "\r\nER  - \r\nTY  - BOOK"));

        assertThat(file.lines().filter(line -> line.startsWith("TY  - "))).containsExactly("TY  - CHAP");
        assertThat(file.lines().filter(line -> line.startsWith("ER  - "))).hasSize(1);
    }

    @Test
    void bibtexEntriesHaveAKeyAndFields() {
        assertThat(Exported.text(ExportFormat.BIBTEX, "", Exported.section("夜の灯", "灯。")))
                .startsWith("@incollection{invented-1:s1,\n  title = {{灯台の町：夜の灯}},\n  booktitle = {架空の事例集 第7号},\n")
                .contains("  year = {2017},\n  url = {https://example.org/7},\n  urldate = {2026-11-22},\n")
                .endsWith("  langid = {japanese}\n}\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            100%      | 100\\%
            a&b#c_d$e | a\\&b\\#c\\_d\\$e
            }{        | \\textbraceright{}\\textbraceleft{}
            \\input   | \\textbackslash{}input
            ~^        | \\textasciitilde{}\\textasciicircum{}
            """)
    void latexCharactersAreEscaped(String text, String escaped) {
        assertThat(SectionBibtex.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void bibtexBracesAreBalancedForAnyText() {
        String file =
                Exported.text(ExportFormat.BIBTEX, "", Exported.withNote("}}{@book{x,", "}\n}\n@comment{", "{{{"));

        assertThat(file.chars().filter(c -> c == '{').count())
                .isEqualTo(file.chars().filter(c -> c == '}').count());
        assertThat(file.lines().filter(line -> line.startsWith("@"))).hasSize(1);
    }

    @Test
    void repeatedSectionsHaveDistinctKeys() {
        String file = Exported.text(ExportFormat.BIBTEX, "", Exported.section("夜", "灯"), Exported.section("夜", "灯"));

        assertThat(file).contains("@incollection{invented-1:s1,", "@incollection{invented-1:s1-2,");
    }

    @Test
    void anIncompleteFileHasARemark() {
        String remark = "全3件のうち、はじめの1件です。";

        assertThat(Exported.text(ExportFormat.RIS, remark, Exported.section("夜", "灯")))
                .endsWith("TY  - GEN\r\nTI  - ※ " + remark + "\r\nER  - \r\n\r\n");
        assertThat(Exported.text(ExportFormat.BIBTEX, remark, Exported.section("夜", "灯")))
                .endsWith("\n% ※ " + remark + "\n");
    }
}
