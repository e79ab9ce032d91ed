package jirei.query;

/** Replaces words in a query text and keeps everything else as typed. Stateless. */
public final class QueryTextEditor {
    private QueryTextEditor() {}

    /**
     * Replaces each occurrence of {@code word} as a whole word or phrase. Returns {@code typed} unchanged if there is
     * none.
     *
     * @param typed query text
     * @param word word or phrase of the query, as returned by {@link QueryParser}
     * @param replacement text to insert
     */
    public static String replace(String typed, String word, String replacement) {
        var replaced = new StringBuilder(typed);
        int start = replaced.indexOf(word);
        while (start >= 0 && !word.isEmpty()) {
            int end = start + word.length();
            if (startsWord(replaced, start) && (end == replaced.length() || isBoundary(replaced.charAt(end)))) {
                replaced.replace(start, end, replacement);
                end = start + replacement.length();
            }
            start = replaced.indexOf(word, end);
        }
        return replaced.toString();
    }

    private static boolean startsWord(CharSequence typed, int offset) {
        if (offset == 0) {
            return true;
        }
        char before = typed.charAt(offset - 1);
        return isBoundary(before) || before == ':' || before == '：' || QuerySyntaxNormalizer.isMinus(before);
    }

    private static boolean isBoundary(char c) {
        return QuerySyntaxNormalizer.isSeparator(c);
    }
}
