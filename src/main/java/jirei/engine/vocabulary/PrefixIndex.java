package jirei.engine.vocabulary;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** A sorted array of numbered keys for prefix lookup by binary search. Immutable. */
final class PrefixIndex {
    /** The maximum number of alternative prefixes that are followed at each step. */
    private static final int MAX_PREFIXES = 64;

    private final List<String> keys;
    private final int[] order;

    private PrefixIndex(List<String> keys, int[] order) {
        this.keys = keys;
        this.order = order;
    }

    /** Sorts {@code keys}, numbered by their positions in the list. */
    static PrefixIndex of(List<String> keys) {
        int[] order = IntStream.range(0, keys.size())
                .boxed()
                .sorted((a, b) -> keys.get(a).compareTo(keys.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new PrefixIndex(keys, order);
    }

    /** Reads the index of {@code keys} written by {@link #write}. */
    static PrefixIndex read(DataInput in, List<String> keys) throws IOException {
        int[] order = new int[keys.size()];
        in.readInts(order, 0, order.length);
        return new PrefixIndex(keys, order);
    }

    void write(DataOutput out) throws IOException {
        for (int number : order) {
            out.writeInt(number);
        }
    }

    /**
     * Adds to {@code found} the numbers of the keys with a prefix that concatenates one alternative of each of
     * {@code steps}.
     */
    void find(List<List<String>> steps, BitSet found) {
        Set<String> prefixes = Set.of("");
        for (List<String> alternatives : steps) {
            Set<String> longer = new LinkedHashSet<>();
            for (String prefix : prefixes) {
                alternatives.stream()
                        .map(prefix::concat)
                        .filter(this::hasPrefix)
                        .forEach(longer::add);
            }
            prefixes = longer.size() <= MAX_PREFIXES
                    ? longer
                    : new LinkedHashSet<>(List.copyOf(longer).subList(0, MAX_PREFIXES));
        }
        if (!steps.isEmpty()) {
            prefixes.forEach(prefix -> find(prefix, found));
        }
    }

    /** Adds to {@code found} the numbers of the keys with {@code prefix}. */
    void find(String prefix, BitSet found) {
        int end = lowerBound(prefix + Character.MAX_VALUE);
        for (int index = lowerBound(prefix); index < end; index++) {
            found.set(order[index]);
        }
    }

    private boolean hasPrefix(String prefix) {
        int index = lowerBound(prefix);
        return index < order.length && keys.get(order[index]).startsWith(prefix);
    }

    private int lowerBound(String key) {
        int from = 0;
        int to = order.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (keys.get(order[middle]).compareTo(key) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
