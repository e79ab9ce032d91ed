package jirei.intake.layout;

import java.text.Normalizer;
import jirei.corpus.text.Sha256;

/** Derives ids from file names; the same name always gives the same id. Stateless. */
public final class CaseIds {
    private static final int MAX_STEM_LENGTH = 60;
    private static final int HASH_DIGITS = 6;
    private static final int MIN_LETTERS = 2;

    private CaseIds() {}

    /**
     * Returns the id prefix for the file name {@code stem}: its ASCII characters, followed by a short hash if others
     * are lost.
     */
    public static String stem(String stem) {
        String name = Normalizer.normalize(stem, Normalizer.Form.NFKC);
        String ascii = name.replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("[-._]{2,}", "-")
                .replaceAll("^[-._]+|[-._]+$", "");
        String kept = ascii.length() > MAX_STEM_LENGTH ? ascii.substring(0, MAX_STEM_LENGTH) : ascii;
        boolean isWhole = name.replaceAll("[\\s]+", "-").equals(kept);
        if (isWhole) {
            return kept;
        }
        return (kept.length() < MIN_LETTERS ? "doc" : kept) + "-" + hash(name);
    }

    /** Returns a hash of {@code text} as six hexadecimal digits. */
    public static String hash(String text) {
        return Sha256.of(text).substring(0, HASH_DIGITS);
    }
}
