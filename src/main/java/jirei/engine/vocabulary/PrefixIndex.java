package jirei.engine.vocabulary;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** Numbered keys in the order of their characters, so that those with a beginning stand together. */
final class PrefixIndex {
    /** A beginning with more ways to read it isn't followed in all of them. */
    private static final int MAX_PREFIXES = 64;

    private final List<String> keys;
    private final int[] order;

    private PrefixIndex(List<String> keys, int[] order) {
        this.keys = keys;
        this.order = order;
    }

    /** The order of {@code keys}, whose numbers are their places in the list. */
    static PrefixIndex of(List<String> keys) {
        int[] order = IntStream.range(0, keys.size())
                .boxed()
                .sorted((a, b) -> keys.get(a).compareTo(keys.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new PrefixIndex(keys, order);
    }

    /** Reads the order of {@code keys} that {@link #write} has written. */
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

    /** Adds to {@code found} the numbers of the keys that begin with one of the ways to go through {@code steps}. */
    void find(List<List<String>> steps, BitSet found) {
        Set<String> beginnings = Set.of("");
        for (List<String> ways : steps) {
            Set<String> longer = new LinkedHashSet<>();
            for (String beginning : beginnings) {
                ways.stream().map(beginning::concat).filter(this::begins).forEach(longer::add);
            }
            beginnings = longer.size() <= MAX_PREFIXES
                    ? longer
                    : new LinkedHashSet<>(List.copyOf(longer).subList(0, MAX_PREFIXES));
        }
        if (!steps.isEmpty()) {
            beginnings.forEach(beginning -> find(beginning, found));
        }
    }

    /** Adds to {@code found} the numbers of the keys that begin with {@code beginning}. */
    void find(String beginning, BitSet found) {
        int end = firstAtLeast(beginning + Character.MAX_VALUE);
        for (int at = firstAtLeast(beginning); at < end; at++) {
            found.set(order[at]);
        }
    }

    private boolean begins(String beginning) {
        int at = firstAtLeast(beginning);
        return at < order.length && keys.get(order[at]).startsWith(beginning);
    }

    private int firstAtLeast(String key) {
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
