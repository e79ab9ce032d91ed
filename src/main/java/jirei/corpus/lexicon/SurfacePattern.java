package jirei.corpus.lexicon;

import jirei.analysis.JapaneseAnalyzers;

/**
 * A pattern for a surface form: literal characters, {@code *} for up to {@value #MAX_REPEAT} word characters, and
 * {@code |} at the start or end for a word boundary. Width and look-alike signs are folded in patterns and texts. Immutable.
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
     * Parses a pattern of the lexicon.
     *
     * @throws IllegalArgumentException if it is empty or starts or ends with a wildcard
     */
    static SurfacePattern of(String entry) {
        String normalized = normalize(entry);
        boolean startsWord = normalized.startsWith("|");
        boolean endsWord = normalized.length() > 1 && normalized.endsWith("|");
        String inner = normalized.substring(startsWord ? 1 : 0, normalized.length() - (endsWord ? 1 : 0));
        if (inner.isEmpty() || inner.startsWith("*") || inner.endsWith("*") || inner.contains("|")) {
            throw new IllegalArgumentException("pattern must start and end with a literal, got \"" + entry + "\"");
        }
        return new SurfacePattern(startsWord, endsWord, inner.split("\\*+", -1));
    }

    /** Returns {@code text} with width and look-alike signs folded, as the text to be matched must be. */
    static String normalize(String text) {
        return JapaneseAnalyzers.foldLookAlikes(text);
    }

    /** Returns the literal prefix of the pattern, at least one character. */
    String prefix() {
        return parts[0];
    }

    /** Returns the end offset of the match that starts at {@code from} in the normalized {@code text}, or -1. */
    int matchAt(String text, int from) {
        if (!text.startsWith(parts[0], from) || (startsWord && from > 0 && isWordCharacter(text.charAt(from - 1)))) {
            return -1;
        }
        int end = from + parts[0].length();
        for (int part = 1; part < parts.length && end >= 0; part++) {
            end = matchAfterWildcard(text, end, parts[part]);
        }
        return endsWord && end >= 0 && end < text.length() && isWordCharacter(text.charAt(end)) ? -1 : end;
    }

    private static int matchAfterWildcard(String text, int from, String part) {
        for (int at = from; at <= from + MAX_REPEAT && at < text.length(); at++) {
            if (text.startsWith(part, at)) {
                return at + part.length();
            }
            if (!isWordCharacter(text.charAt(at))) {
                return -1;
            }
        }
        return -1;
    }

    /** Returns whether {@code c} is a word character: a kanji, katakana or Latin letter; not hiragana, not a digit. */
    private static boolean isWordCharacter(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, KATAKANA, LATIN -> true;
            default -> c == 'ー' || Character.isSurrogate(c);
        };
    }
}
