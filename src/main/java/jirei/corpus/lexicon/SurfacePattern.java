package jirei.corpus.lexicon;

import java.text.Normalizer;

/**
 * A way to write a word, as the lexicon gives it: plain characters, {@code *} for a run of up to {@value #MAX_REPEAT}
 * characters of a word, {@code |} at an end for a place where no word goes on. Widths are folded.
 */
final class SurfacePattern {
    private static final int MAX_REPEAT = 10;

    private final boolean startsWord;
    private final boolean endsWord;
    private final String[] parts;

    private SurfacePattern(boolean startsWord, boolean endsWord, String[] parts) {
        this.startsWord = startsWord;
        this.endsWord = endsWord;
        this.parts = parts;
    }

    /**
     * Reads a spelling of the lexicon.
     *
     * @throws IllegalArgumentException if it has no characters of its own at its beginning or end
     */
    static SurfacePattern of(String entry) {
        String folded = fold(entry);
        boolean startsWord = folded.startsWith("|");
        boolean endsWord = folded.length() > 1 && folded.endsWith("|");
        String inner = folded.substring(startsWord ? 1 : 0, folded.length() - (endsWord ? 1 : 0));
        if (inner.isEmpty() || inner.startsWith("*") || inner.endsWith("*") || inner.contains("|")) {
            throw new IllegalArgumentException("spelling must begin and end with characters, got \"" + entry + "\"");
        }
        return new SurfacePattern(startsWord, endsWord, inner.split("\\*+", -1));
    }

    /** Folds the widths of {@code text}, as spellings and the texts that they are looked for in have to be. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The characters that all it matches begins with, at least one. */
    String start() {
        return parts[0];
    }

    /** Where the match that begins at {@code from} ends in the folded {@code text}; -1 where none begins there. */
    int matchAt(String text, int from) {
        if (!text.startsWith(parts[0], from) || (startsWord && from > 0 && isOfWord(text.charAt(from - 1)))) {
            return -1;
        }
        int end = from + parts[0].length();
        for (int part = 1; part < parts.length && end >= 0; part++) {
            end = afterRun(text, end, parts[part]);
        }
        return endsWord && end >= 0 && end < text.length() && isOfWord(text.charAt(end)) ? -1 : end;
    }

    private static int afterRun(String text, int from, String part) {
        for (int at = from; at <= from + MAX_REPEAT && at < text.length(); at++) {
            if (text.startsWith(part, at)) {
                return at + part.length();
            }
            if (!isOfWord(text.charAt(at))) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether {@code c} joins its neighbour to one word: a kanji, katakana or Latin letter; hiragana and digits don't. */
    private static boolean isOfWord(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, KATAKANA, LATIN -> true;
            default -> c == 'ー' || Character.isSurrogate(c);
        };
    }
}
