package jirei.web.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import jirei.search.EngineReference;
import jirei.search.IndexStatus;

/** Numbers about the server, in the form of Prometheus. None of them tells what anybody searched for. */
public final class Metrics {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean hasMachine = new AtomicBoolean();
    private final Timer searches = Timer.builder("jirei.searches")
            .description("time of searches")
            .serviceLevelObjectives(STEPS)
            .register(registry);
    private final Counter cut = counter("jirei.searches.cut", "searches stopped at the time limit");
    private final Counter empty = counter("jirei.searches.empty", "searches that found nothing");

    /**
     * @param underWay how many requests are being answered
     */
    public Metrics(EngineReference engine, Supplier<Number> underWay) {
        gauge("jirei.index.cases", "cases that are searched", engine, IndexStatus::cases);
        gauge("jirei.index.sections", "sections that are searched", engine, IndexStatus::sections);
        gauge("jirei.index.faults", "faults of the corpus", engine, IndexStatus::faults);
        gauge("jirei.index.bytes", "size of the index in bytes", engine, status -> status.size()
                .bytes());
        gauge("jirei.index.generation", "number of the index that answers", engine, status -> status.size()
                .generation());
        gauge("jirei.index.documents", "documents of the index", engine, status -> status.size()
                .documents());
        gauge("jirei.index.segments", "parts of the index", engine, status -> status.size()
                .segments());
        Gauge.builder("jirei.requests.under.way", underWay)
                .description("requests being answered")
                .register(registry);
    }

    /** The machine's own numbers, from the first time that anybody wants them: their beans take long to load. */
    private void bindMachine() {
        if (!hasMachine.getAndSet(true)) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
    }

    private void gauge(String name, String description, EngineReference engine, ToLongFunction<IndexStatus> count) {
        Gauge.builder(name, engine, asked -> count.applyAsLong(asked.status()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** Counts a request that was answered. */
    void request(String route, String method, int status, Duration took) {
        Timer.builder("jirei.requests")
                .description("time of requests")
                .tag("route", route)
                .tag("method", method)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }

    /** Counts a search. */
    void search(Duration took, boolean exact, boolean found) {
        searches.record(took);
        cut.increment(exact ? 0 : 1);
        empty.increment(found ? 0 : 1);
    }

    /** All numbers as they are now. */
    public String text() {
        bindMachine();
        return registry.scrape();
    }
}
