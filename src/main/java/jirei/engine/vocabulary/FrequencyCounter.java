package jirei.engine.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the sections in which texts occur, in bounded memory: when full it evicts the rarest texts, so counts in a
 * large corpus may be too low. Not thread-safe.
 */
final class FrequencyCounter {
    private final int maxSize;
    private final Map<String, Count> counts = new HashMap<>();

    /** @param maxSize the maximum number of texts */
    FrequencyCounter(int maxSize) {
        this.maxSize = maxSize;
    }

    /** The counts of a text. */
    static final class Count {
        private final String key;
        private final String text;
        private final String reading;
        private long lastSection;
        private int sections;
        private int alone;

        private Count(String key, String text, String reading) {
            this.key = key;
            this.text = text;
            this.reading = reading;
        }

        /** The folded text. */
        String key() {
            return key;
        }

        /** The text as first seen. */
        String text() {
            return text;
        }

        /** The reading; empty if unknown. */
        String reading() {
            return reading;
        }

        /** The number of sections that contain the text. */
        int sections() {
            return sections;
        }
    }

    /**
     * Counts an occurrence of a text.
     *
     * @param section the number of the section, from 1; must not decrease
     * @param key the folded text
     * @param text the text as written
     * @param reading its reading; empty if unknown
     * @param alone whether it occurs on its own, not as part of a longer word
     */
    void add(long section, String key, String text, String reading, boolean alone) {
        Count count = counts.get(key);
        if (count == null) {
            evictRarest();
            count = new Count(key, text.equals(key) ? key : text, reading);
            counts.put(key, count);
        }
        count.alone += alone ? 1 : 0;
        if (count.lastSection != section) {
            count.lastSection = section;
            count.sections++;
        }
    }

    /** Evicts at least a quarter of the texts, since each pass scans all of them. */
    private void evictRarest() {
        if (counts.size() < maxSize) {
            return;
        }
        for (int rare = 1; counts.size() > maxSize - maxSize / 4; rare++) {
            int limit = rare;
            counts.values().removeIf(count -> count.sections <= limit && counts.size() > maxSize / 2);
        }
    }

    /**
     * Returns the {@code size} most frequent texts that occur alone at least {@code minAlone} times, by descending
     * frequency.
     */
    List<Count> top(int size, int minAlone) {
        return counts.values().stream()
                .filter(count -> count.alone >= minAlone)
                .sorted(Comparator.comparingInt(Count::sections).reversed().thenComparing(Count::key))
                .limit(size)
                .toList();
    }
}
