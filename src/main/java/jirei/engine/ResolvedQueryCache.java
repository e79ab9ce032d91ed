package jirei.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jirei.query.ExpansionOptions;
import jirei.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * How the last questions were understood, over one state of an index: who narrows, sorts or leafs through what was found asks the
 * same again, and a page may ask it several times over. For any number of threads.
 */
public final class ResolvedQueryCache {
    private static final int MAX_ENTRIES = 16;

    private final Map<Question, ResolvedQuery> known = new LinkedHashMap<>(MAX_ENTRIES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, ResolvedQuery> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    private record Question(String query, ExpansionOptions matching) {}

    /** Understands what was asked. */
    public interface Understanding {
        ResolvedQuery of(SearchRequest request) throws IOException;
    }

    /** {@code request} as it was understood before, otherwise as {@code understanding} does; filters and order make no difference. */
    public ResolvedQuery of(SearchRequest request, Understanding understanding) throws IOException {
        var question = new Question(request.query(), request.expansionOptions());
        ResolvedQuery asked = get(question);
        if (asked == null) {
            asked = understanding.of(request);
            put(question, asked);
        }
        return asked;
    }

    private synchronized @Nullable ResolvedQuery get(Question question) {
        return known.get(question);
    }

    private synchronized void put(Question question, ResolvedQuery asked) {
        known.put(question, asked);
    }
}
