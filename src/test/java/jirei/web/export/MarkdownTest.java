package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files as a Markdown parser reads them. */
class MarkdownTest {
    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(markdown))
                .strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>", "# a", "- a", "+ a", "1. a", "12) a", "> a", "*a* _b_ `c`",
                        "[a](javascript:b)",
                "![a](b)", "\\* a", "&amp; &lt;", "| a | b |", "~~~", "---", "===", "***", "<https://example.org>"
            })
    void specialCharactersAreEscaped(String text) {
        String expected = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

        assertThat(html(Markdown.line(text))).isEqualTo("<p>" + expected.replace("\"", "&quot;") + "</p>");
    }

    @Test
    void sectionsHaveHeadingQuotationAndCitation() {
        String file = Exported.text(ExportFormat.MARKDOWN, "", Exported.withNote("夜の灯", "一つ目。\n二つ目。", "使う"));

        assertThat(html(file))
                .contains(
                        "<h1>「灯台」の検索結果</h1>",
                        "<h2>1. 夜の灯</h2>",
                        "<blockquote>\n<p>一つ目。</p>\n<p>二つ目。</p>\n</blockquote>",
                        "<li>メモ: 使う</li>",
                        "<a href=\"http://localhost:7070/cases/invented-1#s1\">",
                        "出典: “灯台の町：夜の灯”. 架空の事例集 第7号. 架空の会, 2017年度. https://example.org/7, (参照 2026-11-22).");
    }

    @Test
    void textCannotLeaveItsQuotation() {
        String file =
                Exported.text(ExportFormat.MARKDOWN, "", Exported.section("夜", "灯\n\n# 見出し\n```\n<b>\u2028# 見出し"));

        assertThat(html(file)).doesNotContain("<h1>見出し", "<pre>", "<b>").contains("<p># 見出し</p>");
    }

    @Test
    void urlsThatCouldEndTheLinkAreNotLinked() {
        assertThat(Markdown.link("a", "http://x/(b) [c](d)")).isEqualTo("a");
    }
}
