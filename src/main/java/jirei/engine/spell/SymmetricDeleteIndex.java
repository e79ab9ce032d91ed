package jirei.engine.spell;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the keys that differ from a word by one character at most, left out, put in, replaced or swapped with the next: two such
 * words are the same when one character is deleted from each (Garbe, SymSpell, 2012). A key is held as the hash of itself and of
 * what each deletion leaves, 8 bytes each; where two texts have one hash, keys are found that are no neighbours.
 */
final class SymmetricDeleteIndex {
    private static final long NUMBER = 0xFFFF_FFFFL;

    /** Hash and number of the key, sorted. */
    private final long[] postings;

    private SymmetricDeleteIndex(long[] postings) {
        this.postings = postings;
    }

    /** The index of {@code keys}, which are known by their numbers in it. */
    static SymmetricDeleteIndex of(List<String> keys) {
        long[] postings =
                new long[keys.stream().mapToInt(key -> key.length() + 1).sum()];
        int at = 0;
        for (int number = 0; number < keys.size(); number++) {
            String key = keys.get(number);
            for (int deleted = 0; deleted <= key.length(); deleted++) {
                postings[at++] = (long) hash(key, deleted) << Integer.SIZE | number;
            }
        }
        Arrays.sort(postings);
        return new SymmetricDeleteIndex(postings);
    }

    /** The numbers of the keys near {@code word}, each once, in order; perhaps of others too. */
    int[] near(String word) {
        return IntStream.rangeClosed(0, word.length())
                .flatMap(deleted -> having(hash(word, deleted)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The numbers of the keys that are {@code word}; perhaps of others too. */
    int[] same(String word) {
        return having(hash(word, word.length())).distinct().toArray();
    }

    private IntStream having(int hash) {
        long first = (long) hash << Integer.SIZE;
        int found = Arrays.binarySearch(postings, first);
        IntPredicate inRun = at -> at < postings.length && postings[at] >> Integer.SIZE == hash;
        return IntStream.iterate(found < 0 ? -found - 1 : found, inRun, at -> at + 1)
                .map(at -> (int) (postings[at] & NUMBER));
    }

    /** The hash of {@code text} without the character at {@code deleted}; whole where that is its length. */
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
