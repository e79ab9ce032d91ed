package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.SearchEngine;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages report it if the time limit leaves sections without highlights. */
class PartialHighlightingTest {
    private static final int HIGHLIGHTED_SECTIONS = 8;
    private static final String QUERY = Site.encoded("寄合");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder, Site.SETTINGS, PartialHighlightingTest::stoppingEarly);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    /** Returns {@code engine} with highlighting that ends early, as if the time limit had passed. */
    private static SearchEngine stoppingEarly(SearchEngine engine) {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) -> {
                    try {
                        Object response = method.invoke(engine, arguments);
                        return response instanceof Optional<?> found
                                        && found.orElse(null) instanceof HighlightedCase whole
                                ? Optional.of(firstSectionsOf(whole))
                                : response;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static HighlightedCase firstSectionsOf(HighlightedCase whole) {
        if (whole.sections().stream().noneMatch(HighlightedSection::hasMatches)) {
            return whole;
        }
        List<HighlightedSection> sections = new ArrayList<>();
        for (HighlightedSection section : whole.sections()) {
            sections.add(
                    sections.size() < HIGHLIGHTED_SECTIONS
                            ? section
                            : new HighlightedSection(
                                    section.section(),
                                    List.of(),
                                    Collections.nCopies(section.paragraphs().size(), List.of())));
        }
        return new HighlightedCase(whole.caseStudy(), List.of(), sections, false);
    }

    @Test
    void casePagesReportPartialHighlighting() throws Exception {
        var page = site.get("/cases/invented-4?q=" + QUERY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("時間がかかりすぎたため、途中までしか調べていません。キーワードを減らしてください");
        assertThat(page.body()).contains("第25回の寄合").doesNotContain("該当する語がありません");
    }

    @Test
    void comparisonsReportPartialHighlighting() throws Exception {
        var page = site.get("/compare?case=invented-4&case=invented-1&q=" + QUERY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("時間がかかりすぎたため、キーワードの強調は途中までです。キーワードを減らしてください。");
    }

    @Test
    void withoutAQueryHighlightingIsComplete() throws Exception {
        assertThat(site.get("/cases/invented-4").body()).doesNotContain("時間がかかりすぎた");
        assertThat(site.get("/compare?case=invented-4&case=invented-1").body()).doesNotContain("時間がかかりすぎた");
    }
}
