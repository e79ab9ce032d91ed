package jirei.web.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import jirei.search.EngineReference;
import jirei.search.IndexStatus;
import jirei.search.SupervisedThreads;
import jirei.search.ThreadStatus;

/** Metrics in the text format of Prometheus. None of them reveals a query. Thread-safe. */
public final class Metrics {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] BUCKETS = {
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

    private final EngineReference engine;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean hasJvmMetrics = new AtomicBoolean();
    private final Set<String> boundThreads = ConcurrentHashMap.newKeySet();
    private final Timer searches = Timer.builder("jirei.searches")
            .description("duration of searches")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    private final Counter partial = counter("jirei.searches.cut", "searches stopped at the time limit");
    private final Counter empty = counter("jirei.searches.empty", "searches without hits");

    /**
     * @param activeRequests the number of active requests
     */
    public Metrics(EngineReference engine, Supplier<Number> activeRequests) {
        this.engine = engine;
        gauge("jirei.index.cases", "searchable cases", engine, IndexStatus::cases);
        gauge("jirei.index.sections", "searchable sections", engine, IndexStatus::sections);
        gauge("jirei.index.faults", "errors in the corpus", engine, IndexStatus::faults);
        gauge("jirei.index.bytes", "size of the index in bytes", engine, status -> status.size()
                .bytes());
        gauge("jirei.index.generation", "generation of the current index", engine, status -> status.size()
                .generation());
        gauge("jirei.index.documents", "documents of the index", engine, status -> status.size()
                .documents());
        gauge("jirei.index.segments", "segments of the index", engine, status -> status.size()
                .segments());
        gauge(
                "jirei.index.behind",
                "1 if the index may lack changes of the corpus",
                engine,
                status -> status.state().isBehind() ? 1 : 0);
        Gauge.builder("jirei.requests.under.way", activeRequests)
                .description("active requests")
                .register(registry);
    }

    /** Adds the metrics of {@code bulkheads}, by kind of work. */
    public void add(Bulkheads bulkheads) {
        for (Bulkhead bulkhead : bulkheads.all()) {
            Gauge.builder("jirei.work.running", bulkhead, Bulkhead::running)
                    .description("running tasks")
                    .tag("kind", bulkhead.kind())
                    .register(registry);
            Gauge.builder("jirei.work.waiting", bulkhead, Bulkhead::waiting)
                    .description("waiting tasks")
                    .tag("kind", bulkhead.kind())
                    .register(registry);
            FunctionCounter.builder("jirei.work.rejected", bulkhead, Bulkhead::rejected)
                    .description("requests rejected because of too much work")
                    .tag("kind", bulkhead.kind())
                    .register(registry);
        }
    }

    /** Binds the metrics of the JVM at the first scrape, because their MXBeans take long to load. */
    private void bindJvmMetrics() {
        if (!hasJvmMetrics.getAndSet(true)) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
    }

    private void gauge(String name, String description, EngineReference engine, ToLongFunction<IndexStatus> count) {
        Gauge.builder(name, engine, reference -> count.applyAsLong(reference.status()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** Records a response. */
    void request(String route, String method, int status, Duration took) {
        Timer.builder("jirei.requests")
                .description("duration of requests")
                .tag("route", route)
                .tag("method", method)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /** Records a search. */
    void search(Duration took, boolean exact, boolean found) {
        searches.record(took);
        partial.increment(exact ? 0 : 1);
        empty.increment(found ? 0 : 1);
    }

    /** Registers the background threads, which start after the server. Those already registered are kept. */
    private void bindThreads() {
        SupervisedThreads threads = engine.threads();
        for (ThreadStatus thread : threads.status()) {
            if (!boundThreads.add(thread.name())) {
                continue;
            }
            FunctionCounter.builder("jirei.thread.restarts", threads, all -> all.restarts(thread.name()))
                    .description("restarts of background threads after a failure")
                    .tag("thread", thread.name())
                    .register(registry);
            Gauge.builder("jirei.thread.failing", threads, all -> all.isFailing(thread.name()) ? 1 : 0)
                    .description("1 if the last round of the background thread failed")
                    .tag("thread", thread.name())
                    .register(registry);
        }
    }

    /** Returns the current values of all metrics. */
    public String text() {
        bindJvmMetrics();
        bindThreads();
        return registry.scrape();
    }
}
