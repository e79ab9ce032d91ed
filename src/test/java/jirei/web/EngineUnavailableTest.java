package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import jirei.query.SearchRequest;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import jirei.search.UnavailableEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EngineUnavailableTest {
    /** An engine on another machine that can't be reached. */
    private static final class Away extends FailingEngine {
        @Override
        public SearchResults search(SearchRequest request) {
            throw new SearchUnavailableException("secret of the network");
        }

        @Override
        public IndexStatus status() {
            throw new SearchUnavailableException("secret of the network");
        }
    }

    @Test
    void anEngineThatIsAwayIsToldOnThePageAndByHealth() throws Exception {
        assertIsTold(new Away());
    }

    @Test
    void anEngineThatWasNeverThereIsToldJustSo() throws Exception {
        assertIsTold(UnavailableEngine.away("secret of the network"));
    }

    @Test
    void aSentenceOfTooManyWordsIsTheRequestsFault() throws Exception {
        var engine = new FailingEngine() {
            @Override
            public SearchResults search(SearchRequest request) {
                throw new TooManyClausesException("secret of the settings");
            }
        };
        try (Site site = Site.of(engine)) {
            for (String path : new String[] {"/?q=a", "/api/search?q=a"}) {
                var answer = site.get(path);

                assertThat(answer.statusCode()).as(path).isEqualTo(400);
                assertThat(answer.body()).as(path).contains("ことば").doesNotContain("secret");
            }
        }
    }

    private static void assertIsTold(SearchEngine engine) throws Exception {
        try (Site site = Site.of(engine)) {
            for (String path : new String[] {"/?q=a", "/api/search?q=a", "/health"}) {
                var answer = site.get(path);

                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body()).as(path).contains("検索エンジン").doesNotContain("secret");
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
            }
        }
    }
}
