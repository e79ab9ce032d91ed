package jirei.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Snapshots, swaps and the status while there is no engine. */
class EngineReferenceTest {
    private final List<String> closed = new ArrayList<>();
    private final EngineReference reference = new EngineReference();

    /** An engine that has a status only, and records that it was closed. */
    private SearchEngine engine(String name) {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.add(name);
                        return null;
                    }
                    return new IndexStatus(2, 3, 0, 1, name, List.of());
                });
    }

    @Test
    void aSwappedEngineIsClosedByItsLastRelease() throws Exception {
        reference.swap(engine("old"));
        SearchEngine first = reference.acquire();
        SearchEngine second = reference.acquire();

        reference.swap(engine("new"));
        reference.release(first);

        assertThat(closed).isEmpty();
        reference.release(second);
        assertThat(closed).containsExactly("old");
        assertThat(reference.status().fingerprint()).isEqualTo("new");
    }

    @Test
    void anUnusedEngineIsClosedByTheSwap() throws Exception {
        reference.swap(engine("old"));

        reference.swap(engine("new"));

        assertThat(closed).containsExactly("old");
    }

    @Test
    void aSnapshotIsReleasedAfterAFailedTask() throws Exception {
        reference.swap(engine("old"));

        assertThatThrownBy(() -> reference.with(snapshot -> {
                    throw new IllegalArgumentException("invented");
                }))
                .hasMessage("invented");
        reference.close();

        assertThat(closed).containsExactly("old");
    }

    @Test
    void closingWaitsForTheLastSnapshot() throws Exception {
        reference.swap(engine("old"));
        SearchEngine snapshot = reference.acquire();

        reference.close();
        reference.close();

        assertThat(closed).isEmpty();
        assertThatThrownBy(reference::acquire).isInstanceOf(IllegalStateException.class);
        reference.release(snapshot);
        assertThat(closed).containsExactly("old");
    }

    @Test
    void withoutAnEngineItSaysWhy() throws Exception {
        assertThatThrownBy(reference::acquire).isInstanceOf(IndexNotReadyException.class);
        assertThat(reference.status().state()).isEqualTo(IndexState.MISSING);

        reference.setUnavailable("つながりません");

        assertThatThrownBy(reference::acquire)
                .isInstanceOf(SearchUnavailableException.class)
                .hasMessage("つながりません");
        assertThatThrownBy(reference::status).isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void anEngineThatWasNotAcquiredIsNotReleased() throws Exception {
        reference.swap(engine("old"));

        assertThatThrownBy(() -> reference.release(engine("other")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("acquired");
        assertThat(closed).isEmpty();
    }

    @Test
    void theStatusHasTheStateAndProblemsSetHere() throws Exception {
        reference.swap(engine("old"), IndexState.STALE);
        reference.setProblems(List.of("lexicon:1: 問題"));
        reference.setNewestState(IndexState.CURRENT);

        assertThat(reference.status().state()).isEqualTo(IndexState.STALE);
        assertThat(reference.status().faults()).isEqualTo(1);
        assertThat(reference.status().faultList()).containsExactly("lexicon:1: 問題");

        reference.swap(engine("new"), IndexState.VERIFYING);
        reference.setNewestState(IndexState.CURRENT);

        assertThat(reference.status().state()).isEqualTo(IndexState.CURRENT);

        reference.setUpdatesFail(true);
        assertThat(reference.status().state()).isEqualTo(IndexState.FAILING);
        assertThat(reference.state().isBehind()).isTrue();

        reference.setUpdatesFail(false);
        assertThat(reference.state()).isEqualTo(IndexState.CURRENT);
    }

    @Test
    void aFailedReadIsReportedAndARefusalIsNot() throws Exception {
        reference.swap(engine("old"));
        var failures = new AtomicInteger();
        reference.setReadFailureListener(failures::incrementAndGet);

        assertThatThrownBy(() -> reference.with(engine -> {
                    throw new SearchUnavailableException("休み");
                }))
                .isInstanceOf(SearchUnavailableException.class);
        assertThat(failures).hasValue(0);
        assertThatThrownBy(() -> reference.with(engine -> {
                    throw new IllegalStateException("damaged");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> reference.with(engine -> {
                    throw new InternalError("a mapped file was truncated");
                }))
                .isInstanceOf(SearchUnavailableException.class);
        assertThat(failures).hasValue(2);
    }
}
