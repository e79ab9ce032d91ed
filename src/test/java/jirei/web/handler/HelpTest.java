package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.web.LibrarySite;
import jirei.web.Site;
import jirei.web.export.ExportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the help says is what the program does. */
class HelpTest {
    private static Site site;
    private static String help;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
        help = site.get("/help").body();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static String section(String id) {
        return section(help, id);
    }

    private static String section(String page, String id) {
        return page.replaceFirst("(?s).*<h2 id=\"" + id + "\">", "").replaceFirst("(?s)</section>.*", "");
    }

    @Test
    void everyWayToTakeResultsAwayIsNamed() {
        String exports = section("_exports");

        assertThat(Stream.of(ExportFormat.values()).map(ExportFormat::label)).allMatch(exports::contains);
        assertThat(exports).contains("SVG", "PNG", "フィード（Atom）", "リンクをメールで送る", "印刷");
        assertThat(section("_charts")).contains("SVG", "PNG");
    }

    @Test
    void theFormatsOfAComparisonAreThoseOfTables() {
        String sentence = section("_exports").replaceFirst("(?s).*(比較の表は、[^。]*。).*", "$1");

        for (ExportFormat format : ExportFormat.values()) {
            assertThat(sentence.contains(format.label()))
                    .as(format.label())
                    .isEqualTo(ExportFormat.OF_TABLES.contains(format));
        }
    }

    @Test
    void theLibraryIsExplainedToThoseWhoMayEdit(@TempDir Path folder) throws Exception {
        try (LibrarySite library = LibrarySite.local(folder)) {
            String ofEditors = library.site().get("/help").body();

            assertThat(section(ofEditors, "_library")).contains("文書を入れる", "確かめる", "公開する", "これまでの版", "用語の辞書");
            assertThat(ofEditors).contains("href=\"#_library\"");
        }
        assertThat(help).doesNotContain("資料室");
    }

    @Test
    void theDateOfAccessIsThatOfAKnownUrl() {
        assertThat(section("_citation")).contains("URL がわかるときは、URL と参照日を加えます");
    }

    @Test
    void theContentsLeadToEachSection() {
        assertThat(Pattern.compile("href=\"#(_[a-z]+)\"").matcher(help).results())
                .isNotEmpty()
                .allMatch(link -> help.contains(" id=\"" + link.group(1) + "\""));
        assertThat(Pattern.compile("<section aria-labelledby=\"(_[a-z]+)\">")
                        .matcher(help)
                        .results())
                .allMatch(found -> help.contains("href=\"#" + found.group(1) + "\""));
    }
}
