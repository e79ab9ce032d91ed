package jirei.query;

/** Puts another word in the place of one of a query, everything else staying as typed. */
public final class QueryTextEditor {
    private QueryTextEditor() {}

    /**
     * {@code typed} with {@code replacement} wherever {@code word} stands as a whole word or phrase; as it is where it doesn't.
     *
     * @param word a word or phrase of the query, as {@link QueryParser} gives it
     */
    public static String replace(String typed, String word, String replacement) {
        var replaced = new StringBuilder(typed);
        int from = replaced.indexOf(word);
        while (from >= 0 && !word.isEmpty()) {
            int to = from + word.length();
            if (startsWord(replaced, from) && (to == replaced.length() || isEdge(replaced.charAt(to)))) {
                replaced.replace(from, to, replacement);
                to = from + replacement.length();
            }
            from = replaced.indexOf(word, to);
        }
        return replaced.toString();
    }

    private static boolean startsWord(CharSequence typed, int at) {
        if (at == 0) {
            return true;
        }
        char before = typed.charAt(at - 1);
        return isEdge(before) || before == ':' || before == '：' || QuerySyntaxNormalizer.isMinus(before);
    }

    private static boolean isEdge(char c) {
        return QuerySyntaxNormalizer.isSeparator(c);
    }
}
