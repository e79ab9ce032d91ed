package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import jirei.cases.Prefecture;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.HitCount;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SearchTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that exceeds its deadline stops and returns partial results. The clock is advanced manually. */
@Tag("slow")
class DeadlineTest {
    private static final int CASES = 30;
    private static final int SECTIONS = 40;

    private World world;

    @BeforeEach
    void build(@TempDir Path folder) throws Exception {
        world = new World(folder);
        for (int number = 1; number <= CASES; number++) {
            world.with(
                    number,
                    Prefecture.NAGANO,
                    "みやま町",
                    Collections.nCopies(SECTIONS, "輪番の寄合を開いた。").toArray(String[]::new));
        }
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aSearchStoppedWhileCollectingReturnsItsHits() throws Exception {
        for (SearchRequest request : new SearchRequest[] {
            SearchRequest.of("輪番"),
            SearchRequest.of("輪番").with(Facet.PREFECTURE, "長野県"),
            SearchRequest.of("輪番").groupedByCase(true)
        }) {
            SearchResults whole = world.engine().search(request);
            HitCount cut = totalIfStoppedWhileCollecting(request);

            assertThat(whole.total()).isEqualTo(new HitCount(CASES * SECTIONS, CASES));
            assertThat(cut.exact()).as("%s", request).isFalse();
            assertThat(cut.sections()).as("%s", request).isBetween(1L, (long) CASES * SECTIONS);
        }
    }

    /**
     * Expires the deadline at the last clock reading, then at the one before it, and so on, until some hits are
     * missing.
     */
    private HitCount totalIfStoppedWhileCollecting(SearchRequest request) throws Exception {
        var looks = new AtomicLong();
        within(Duration.ofDays(1), () -> looks.incrementAndGet() * 0, request);
        for (long last = looks.get(); last > 0; last--) {
            long over = last;
            looks.set(0);
            HitCount total = within(
                            Duration.ofSeconds(1), () -> looks.incrementAndGet() < over ? 0 : Long.MAX_VALUE, request)
                    .total();
            if (!total.exact() && total.sections() > 0) {
                return total;
            }
        }
        throw new AssertionError("the clock isn't looked at while collecting for " + request);
    }

    private SearchResults within(Duration max, LongSupplier clock, SearchRequest request) throws Exception {
        SearchEngine engine = world.engine();
        return engine.search(request, Deadline.after(max, clock));
    }

    @Test
    void aSearchStoppedBeforeCollectingIsEmptyAndPartial() throws Exception {
        SearchResults results = within(Duration.ZERO, System::nanoTime, SearchRequest.of("輪番 -寄合"));

        assertThat(results.total()).isEqualTo(new HitCount(0, 0, false));
        assertThat(results.hits()).isEmpty();
    }

    @Test
    void anExplanationIsCompleteOrFails() throws Exception {
        SearchEngine engine = world.engine();

        assertThatThrownBy(() -> engine.explain(SearchRequest.of("輪番"), "case-1", "s1", Deadline.after(Duration.ZERO)))
                .isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void aCaseIsHighlightedUntilTheDeadline() throws Exception {
        SearchRequest request = SearchRequest.of("輪番");
        SearchEngine engine = world.engine();
        HighlightedCase cut = highlightUntilLook(engine, request, 1);
        for (int look = 2; !cut.sections().getFirst().hasMatches(); look++) {
            cut = highlightUntilLook(engine, request, look);
        }

        assertThat(engine.highlight("case-1", request, Deadline.NONE)
                        .orElseThrow()
                        .complete())
                .isTrue();
        assertThat(cut.complete()).isFalse();
        assertThat(cut.sections()).hasSize(SECTIONS);
        assertThat(cut.sections().getFirst().hasMatches()).isTrue();
        assertThat(cut.sections().getLast().hasMatches()).isFalse();
    }

    /** Highlights until the clock is read for the {@code last} time. */
    private static HighlightedCase highlightUntilLook(SearchEngine engine, SearchRequest request, int last)
            throws Exception {
        var looks = new AtomicLong();
        var deadline = Deadline.after(Duration.ofSeconds(1), () -> looks.incrementAndGet() < last ? 0 : Long.MAX_VALUE);
        return engine.highlight("case-1", request, deadline).orElseThrow();
    }

    @Test
    void eachSearchHasItsOwnDeadline() throws Exception {
        within(Duration.ZERO, System::nanoTime, SearchRequest.of("輪番"));

        assertThat(world.search("輪番").total().exact()).isTrue();
    }
}
