package jirei.engine.spell;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the keys within an edit distance of 1 (deletion, insertion, substitution or transposition): two such words are
 * equal after deleting one character from each (Garbe, SymSpell, 2012). Stores the hash of each key and of each of its
 * deletions, 8 bytes each; hash collisions cause false positives. Immutable.
 */
final class SymmetricDeleteIndex {
    private static final long NUMBER_MASK = 0xFFFF_FFFFL;

    /** Hash in the upper and key number in the lower 32 bits, sorted. */
    private final long[] postings;

    private SymmetricDeleteIndex(long[] postings) {
        this.postings = postings;
    }

    /** Builds an index of {@code keys}, numbered by their positions in the list. */
    static SymmetricDeleteIndex of(List<String> keys) {
        long[] postings =
                new long[keys.stream().mapToInt(key -> key.length() + 1).sum()];
        int index = 0;
        for (int number = 0; number < keys.size(); number++) {
            String key = keys.get(number);
            for (int deleted = 0; deleted <= key.length(); deleted++) {
                postings[index++] = (long) hash(key, deleted) << Integer.SIZE | number;
            }
        }
        Arrays.sort(postings);
        return new SymmetricDeleteIndex(postings);
    }

    /**
     * Returns the numbers of the keys within edit distance 1 of {@code word}, sorted and distinct; may contain false
     * positives.
     */
    int[] near(String word) {
        return IntStream.rangeClosed(0, word.length())
                .flatMap(deleted -> withHash(hash(word, deleted)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns the numbers of the keys equal to {@code word}; may contain false positives. */
    int[] same(String word) {
        return withHash(hash(word, word.length())).distinct().toArray();
    }

    private IntStream withHash(int hash) {
        long first = (long) hash << Integer.SIZE;
        int found = Arrays.binarySearch(postings, first);
        IntPredicate inRun = index -> index < postings.length && postings[index] >> Integer.SIZE == hash;
        return IntStream.iterate(found < 0 ? -found - 1 : found, inRun, index -> index + 1)
                .map(index -> (int) (postings[index] & NUMBER_MASK));
    }

    /** The hash of {@code text} without the character at {@code deleted}; of the whole text if that is its length. */
    private static int hash(String text, int deleted) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i != deleted) {
                hash = 31 * hash + text.charAt(i);
            }
        }
        return hash * 0x9E3779B1;
    }
}
