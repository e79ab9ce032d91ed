package jirei.lucene.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import jirei.search.Deadline;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;

/** Collects until the time of the search is over, and passes over what comes then; what was collected until then is answered. */
final class TimeLimitedCollectorManager<C extends Collector, T>
        implements CollectorManager<TimeLimitedCollectorManager.Watch<C>, T> {
    /** Reading the clock costs as much as collecting a document. */
    private static final int CHECK_INTERVAL = 256;

    private final CollectorManager<C, T> collectors;
    private final Deadline time;

    private TimeLimitedCollectorManager(CollectorManager<C, T> collectors, Deadline time) {
        this.collectors = collectors;
        this.time = time;
    }

    /** {@code collectors} within the time of this thread. */
    static <C extends Collector, T> TimeLimitedCollectorManager<C, T> of(CollectorManager<C, T> collectors) {
        return new TimeLimitedCollectorManager<>(collectors, Deadline.current());
    }

    @Override
    public Watch<C> newCollector() throws IOException {
        return new Watch<>(collectors.newCollector(), time);
    }

    @Override
    public T reduce(Collection<Watch<C>> watches) throws IOException {
        List<C> watched = watches.stream().map(watch -> watch.collector).toList();
        return collectors.reduce(watched);
    }

    /** Looks at the clock for {@code C}. */
    static final class Watch<C extends Collector> extends FilterCollector {
        private final C collector;
        private final Deadline time;
        private int seen;
        private boolean over;

        private Watch(C collector, Deadline time) {
            super(collector);
            this.collector = collector;
            this.time = time;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            return new FilterLeafCollector(super.getLeafCollector(context)) {
                @Override
                public void collect(int doc) throws IOException {
                    if (!isOver()) {
                        super.collect(doc);
                    }
                }
            };
        }

        private boolean isOver() {
            if (!over && seen++ % CHECK_INTERVAL == 0 && time.isExpired()) {
                over = true;
                time.markPartial();
            }
            return over;
        }
    }
}
