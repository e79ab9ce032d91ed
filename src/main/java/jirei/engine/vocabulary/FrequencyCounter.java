package jirei.engine.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in how many sections texts stand, in bounded memory: when it is full it forgets the rarest, so that in a large corpus a
 * count may be too small.
 */
final class FrequencyCounter {
    private final int most;
    private final Map<String, Count> counts = new HashMap<>();

    /**
     * @param limit how many texts it holds at most
     */
    FrequencyCounter(int limit) {
        this.most = limit;
    }

    /** How often a text stands. */
    static final class Count {
        private final String key;
        private final String text;
        private final String reading;
        private long last;
        private int sections;
        private int alone;

        private Count(String key, String text, String reading) {
            this.key = key;
            this.text = text;
            this.reading = reading;
        }

        /** The text folded. */
        String key() {
            return key;
        }

        /** The text as it was first written. */
        String text() {
            return text;
        }

        /** How it is read; empty where that wasn't known. */
        String reading() {
            return reading;
        }

        /** In how many sections it stands. */
        int sections() {
            return sections;
        }
    }

    /**
     * Counts a text.
     *
     * @param section the number of the section, from 1, not smaller than the one before
     * @param alone whether it stands alone, not in a longer word
     */
    void add(long section, String key, String text, String reading, boolean alone) {
        Count count = counts.get(key);
        if (count == null) {
            evictRarest();
            count = new Count(key, text.equals(key) ? key : text, reading);
            counts.put(key, count);
        }
        count.alone += alone ? 1 : 0;
        if (count.last != section) {
            count.last = section;
            count.sections++;
        }
    }

    /** A quarter at least, since each time looks at all of them. */
    private void evictRarest() {
        if (counts.size() < most) {
            return;
        }
        for (int rare = 1; counts.size() > most - most / 4; rare++) {
            int limit = rare;
            counts.values().removeIf(count -> count.sections <= limit && counts.size() > most / 2);
        }
    }

    /** The {@code size} most frequent of those that stand alone at least {@code alone} times, the most frequent first. */
    List<Count> top(int size, int alone) {
        return counts.values().stream()
                .filter(count -> count.alone >= alone)
                .sorted(Comparator.comparingInt(Count::sections).reversed().thenComparing(Count::key))
                .limit(size)
                .toList();
    }
}
