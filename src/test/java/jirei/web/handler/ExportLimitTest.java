package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.web.FailingEngine;
import jirei.web.Site;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that cannot have all hits say so. */
@Tag("slow")
class ExportLimitTest {
    private static final Section SECTION =
            new Section("s1", SectionKind.LEAD, "寄合", "", List.of(), List.of(), "寄合を開いた。");

    private static String csv(long total, int goodPages) throws Exception {
        try (Site site = Site.of(new ManyHits(total, goodPages))) {
            return site.get("/export?q=a&format=csv").body();
        }
    }

    @Test
    void exportsBeyondTheLimitHaveARemark() throws Exception {
        List<String> lines = csv(12_345, 100).lines().toList();

        assertThat(lines).hasSize(10_002);
        assertThat(lines.get(10_000)).startsWith("10000,");
        assertThat(lines.getLast())
                .startsWith("\"※ 全12,345件のうち、はじめの10,000件です。一度に書き出せるのは10,000件までです。条件を絞って書き出してください。\"");
    }

    @Test
    void exportsUpToTheLimitAreComplete() throws Exception {
        List<String> lines = csv(10_000, 100).lines().toList();

        assertThat(lines).hasSize(10_001);
        assertThat(lines.getLast()).startsWith("10000,");
    }

    @Test
    void errorsDuringTheExportAreNotedInTheFile() throws Exception {
        List<String> lines = csv(250, 1).lines().toList();

        assertThat(lines).hasSize(102);
        assertThat(lines.getLast())
                .startsWith("※ 全250件のうち、はじめの100件です。途中で問題が起きたため、残りは書き出せませんでした。")
                .doesNotContain("secret");
    }

    /** Has {@code total} hits and fails after {@code goodPages} pages. */
    private static final class ManyHits extends FailingEngine {
        private final long total;
        private final int goodPages;

        ManyHits(long total, int goodPages) {
            this.total = total;
            this.goodPages = goodPages;
        }

        @Override
        public SearchResults search(SearchRequest request, Deadline deadline) throws IOException {
            if (request.page() > goodPages) {
                return super.search(request, deadline);
            }
            int from = (request.page() - 1) * request.size();
            List<Hit> hits = IntStream.range(from, (int) Math.min(total, from + (long) request.size()))
                    .mapToObj(at -> new Hit(
                            at + 1, 1, "a", 1, "題", null, "", SECTION, "", List.of(), Set.of(), List.of(), List.of()))
                    .toList();
            var interpretation = new QueryInterpretation(
                    QueryParser.parse(request.query().text()), Relaxation.NONE, List.of(), null);
            return new SearchResults(
                    interpretation, new HitCount(total, 1), hits, Map.of(), List.of(), Map.of(), Map.of(), 1);
        }

        @Override
        public Optional<CaseStudy> caseStudy(String id) {
            return Optional.of(new CaseStudy(
                    id, 1, "題", "", 2017, null, "", RegionFigures.NONE, Source.UNKNOWN, List.of(SECTION)));
        }
    }
}
