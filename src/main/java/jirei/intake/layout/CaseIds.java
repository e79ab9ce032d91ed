package jirei.intake.layout;

import java.text.Normalizer;
import jirei.corpus.text.Sha256;

/** Makes ids of file names: the same name always gives the same id. */
public final class CaseIds {
    private static final int MAX_STEM_LENGTH = 60;
    private static final int HASH_DIGITS = 6;
    private static final int MIN_LETTERS = 2;

    private CaseIds() {}

    /** What the ids of a document called {@code stem} begin with: its ASCII letters, and a short hash where others are lost. */
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

    /** A short hash of {@code text}, in ASCII. */
    public static String hash(String text) {
        return Sha256.of(text).substring(0, HASH_DIGITS);
    }
}
