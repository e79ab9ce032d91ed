package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.IndexStatus;
import jirei.search.SearchResults;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import org.junit.jupiter.api.Test;

class EngineUnavailableTest {
    /** A remote engine that is unreachable. */
    private static final class Away extends FailingEngine {
        @Override
        public SearchResults search(SearchRequest request, Deadline deadline) {
            throw new SearchUnavailableException("secret of the network");
        }

        @Override
        public IndexStatus status() {
            throw new SearchUnavailableException("secret of the network");
        }
    }

    @Test
    void anUnreachableEngineIsReportedByPagesAndHealth() throws Exception {
        var engine = new EngineReference();
        engine.swap(new Away(), IndexState.CURRENT);

        assertIsReported(engine);
    }

    @Test
    void anEngineMissingAtStartIsReportedByPagesAndHealth() throws Exception {
        var engine = new EngineReference();
        engine.setUnavailable("secret of the network");

        assertIsReported(engine);
    }

    @Test
    void tooManyClausesAreAClientError() throws Exception {
        var engine = new FailingEngine() {
            @Override
            public SearchResults search(SearchRequest request, Deadline deadline) {
                throw new TooManyClausesException("secret of the settings");
            }
        };
        try (Site site = Site.of(engine)) {
            for (String path : new String[] {"/?q=a", "/api/search?q=a"}) {
                var response = site.get(path);

                assertThat(response.statusCode()).as(path).isEqualTo(400);
                assertThat(response.body()).as(path).contains("キーワード").doesNotContain("secret");
            }
        }
    }

    private static void assertIsReported(EngineReference engine) throws Exception {
        try (Site site = Site.of(engine)) {
            for (String path : new String[] {"/?q=a", "/api/search?q=a", "/health"}) {
                var response = site.get(path);

                assertThat(response.statusCode()).as(path).isEqualTo(503);
                assertThat(response.body()).as(path).contains("検索エンジン").doesNotContain("secret");
                assertThat(response.headers().firstValue("Retry-After"))
                        .as(path)
                        .isPresent();
            }
        }
    }
}
