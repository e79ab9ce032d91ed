package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the page and the API say of the query as it was understood. */
class TypedQueryTest extends SiteFixture {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            看取り または 連絡網; 「看取り」または「連絡網」を含む記述
            看取り ー連絡網; 「看取り」を含み、「連絡網」を含まない記述
            看取り 除く 連絡網; 「看取り」を含み、「連絡網」を含まない記述
            「連絡網」; 「連絡網」（この文字のとおり）を含む記述
            連絡*; 「連絡」で始まる語を含む記述
            主体:ケアマネ 看取り; 「看取り」を含み、主体が「ケアマネジャー」の記述
            """)
    void theQueryIsSaidAsItWasUnderstood(String typed, String understood) throws Exception {
        String query = "?q=" + Site.encoded(typed);

        assertThat(site.json("/api/search" + query)
                        .path("query")
                        .path("understood")
                        .asString())
                .isEqualTo(understood);
        assertThat(site.get("/" + query).body().replaceAll("</?mark[^>]*>", "")).contains(understood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OR", "\"", "-", "、", "ー"})
    void aTextThatAsksForNothingIsSaidToDoSo(String typed) throws Exception {
        String query = "?q=" + Site.encoded(typed);
        JsonNode response = site.json("/api/search" + query);

        assertThat(response.path("total").path("sections").asInt()).isZero();
        assertThat(response.path("query").path("notes").path(0).asString()).startsWith("キーワードがありません。");
        assertThat(site.get("/" + query).body())
                .contains("<h2>キーワードがありません</h2>", "<h3>検索のしかた</h3>")
                .doesNotContain("該当する記述は見つかりませんでした", "キーワードを変えてみる");
    }

    @Test
    void anUnknownValueIsSaidByName() throws Exception {
        String query = "?q=" + Site.encoded("県:大坂 看取り");
        JsonNode response = site.json("/api/search" + query);

        assertThat(response.path("total").path("sections").asInt()).isZero();
        assertThat(response.path("query").path("relaxed").asBoolean()).isFalse();
        assertThat(response.path("query").path("notes").path(0).asString()).startsWith("都道府県「大坂」はありません。");
        assertThat(site.get("/" + query).body()).contains("都道府県「大坂」はありません。");
    }

    @Test
    void anInvisibleTextLeadsToTheStartPage() throws Exception {
        assertThat(site.get("/?q=" + Site.encoded("\u200B\uFEFF")).body()).contains("架空の事例集");
    }
}
