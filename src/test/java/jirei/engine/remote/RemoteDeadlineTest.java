package jirei.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.corpus.CorpusReader;
import jirei.engine.remote.SearchBackend.Answer;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HitCount;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search of an index elsewhere whose time is over. */
class RemoteDeadlineTest {
    private static final SearchRequest REQUEST = SearchRequest.of("灯台")
            .filteredBy(Filters.NONE.withRange(Indicator.POPULATION, new NumberRange(BigDecimal.TEN, null)));

    @TempDir
    private Path folder;

    /** Knows a page, and has no time left for any number. */
    private static Object pageAlone(Method asked, Object[] arguments, RemoteCorpus.Written written) throws Exception {
        return switch (asked.getName()) {
            case "manifest" -> written.manifest();
            case "vocabulary" -> written.vocabulary();
            case "counts" -> Collections.nCopies(((Collection<?>) arguments[0]).size(), 1L);
            case "answer" -> new Answer(new HitCount(2, 1), List.of(), List.of(), Map.of());
            case "total" -> throw Deadline.current().expired();
            default -> throw new UnsupportedOperationException(asked.getName());
        };
    }

    @Test
    void aPageIsShownAsNotAllWhereThereWasNoTimeToCountTheCasesWithoutAFigure() throws Exception {
        RemoteCorpus corpus = RemoteCorpus.of(CorpusReader.of(Files.createDirectories(folder)));
        RemoteCorpus.Written written =
                corpus.write((caseId, block, counting) -> counting.run(), done -> {}, fault -> {});
        var index = (SearchBackend) Proxy.newProxyInstance(
                SearchBackend.class.getClassLoader(),
                new Class<?>[] {SearchBackend.class},
                (proxy, asked, arguments) -> pageAlone(asked, arguments, written));
        SearchEngine engine = corpus.open(index);

        SearchResults results = Deadline.within(Duration.ofMinutes(1), () -> engine.search(REQUEST));

        assertThat(results.total()).isEqualTo(new HitCount(2, 1, false));
        assertThat(results.missingIndicators()).isEmpty();
    }
}
