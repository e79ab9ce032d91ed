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

/** Collects until a deadline expires, then skips the remaining documents; what was collected is kept. Thread-safe. */
final class TimeLimitedCollectorManager<C extends Collector, T>
        implements CollectorManager<TimeLimitedCollectorManager.Limited<C>, T> {
    /** Reading the clock costs as much as collecting a document. */
    private static final int CHECK_INTERVAL = 256;

    private final CollectorManager<C, T> collectors;
    private final Deadline deadline;

    /** Delegates to {@code collectors} until {@code deadline} expires, and marks the result as partial then. */
    TimeLimitedCollectorManager(CollectorManager<C, T> collectors, Deadline deadline) {
        this.collectors = collectors;
        this.deadline = deadline;
    }

    @Override
    public Limited<C> newCollector() throws IOException {
        return new Limited<>(collectors.newCollector(), deadline);
    }

    @Override
    public T reduce(Collection<Limited<C>> limited) throws IOException {
        List<C> all = limited.stream().map(one -> one.collector).toList();
        return collectors.reduce(all);
    }

    /** Checks the deadline every {@value #CHECK_INTERVAL} documents. */
    static final class Limited<C extends Collector> extends FilterCollector {
        private final C collector;
        private final Deadline deadline;
        private int collected;
        private boolean expired;

        private Limited(C collector, Deadline deadline) {
            super(collector);
            this.collector = collector;
            this.deadline = deadline;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            return new FilterLeafCollector(super.getLeafCollector(context)) {
                @Override
                public void collect(int doc) throws IOException {
                    if (!isExpired()) {
                        super.collect(doc);
                    }
                }
            };
        }

        private boolean isExpired() {
            if (!expired && collected++ % CHECK_INTERVAL == 0 && deadline.isExpired()) {
                expired = true;
                deadline.markPartial();
            }
            return expired;
        }
    }
}
