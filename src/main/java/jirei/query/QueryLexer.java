package jirei.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.query.QueryToken.Kind;

/**
 * Splits a query text into tokens. Operators are recognized in half width and full width, dashes of every kind exclude,
 * and signs around words are dropped. Every text is accepted. Not thread-safe.
 */
final class QueryLexer {
    private static final Map<String, Kind> OPERATORS = Map.ofEntries(
            Map.entry("or", Kind.OR),
            Map.entry("または", Kind.OR),
            Map.entry("又は", Kind.OR),
            Map.entry("もしくは", Kind.OR),
            Map.entry("若しくは", Kind.OR),
            Map.entry("あるいは", Kind.OR),
            Map.entry("或いは", Kind.OR),
            Map.entry("and", Kind.AND),
            Map.entry("&&", Kind.AND),
            Map.entry("かつ", Kind.AND),
            Map.entry("且つ", Kind.AND),
            Map.entry("および", Kind.AND),
            Map.entry("及び", Kind.AND),
            Map.entry("not", Kind.NOT),
            Map.entry("除く", Kind.NOT),
            Map.entry("のぞく", Kind.NOT));
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[\\x21-\\x7E&&[^\"()<>|]]+");
    /** What other search engines accept after a phrase or group: a distance, a boost, a star. */
    private static final Pattern SUFFIX = Pattern.compile("(?:[~^～＾*＊][0-9０-９.]*)+");

    private final String typed;
    private final FacetScheme facets;
    private final List<QueryToken> tokens = new ArrayList<>();
    private boolean unpairedQuote;
    private int at;

    /**
     * Splits {@code typed}.
     *
     * @param facets the facets whose names are recognized before a colon
     */
    QueryLexer(String typed, FacetScheme facets) {
        this.typed = typed;
        this.facets = facets;
        while (at < typed.length()) {
            next();
        }
    }

    /** Returns the tokens in the order typed. */
    List<QueryToken> tokens() {
        return tokens;
    }

    /** Whether a quotation mark without a partner was ignored. */
    boolean hasUnpairedQuote() {
        return unpairedQuote;
    }

    private void next() {
        int c = typed.codePointAt(at);
        if (QueryCharacters.isSpace(c) || QueryCharacters.isInvisible(c) || QueryCharacters.isSeparatingBracket(c)) {
            at += Character.charCount(c);
        } else if (QueryCharacters.isDoubleQuote(c)) {
            quoted();
        } else if (QueryCharacters.isOpening(c)) {
            add(Kind.OPEN, at, at + 1);
            at++;
        } else if (QueryCharacters.isClosing(c)) {
            add(Kind.CLOSE, at, at + 1);
            at++;
            skipSuffix();
        } else if (QueryCharacters.isBar(c)) {
            add(Kind.OR, at, at + 1);
            skip(QueryCharacters::isBar);
        } else if (QueryCharacters.isExclusion(c)) {
            exclusion();
        } else if (!enclosed(QueryCharacters.enclosingEnd(c)) && !url()) {
            run();
        }
    }

    private void add(Kind kind, int start, int end) {
        tokens.add(new QueryToken(kind, typed.substring(start, end), start, end, false));
    }

    private void skip(IntPredicate skipped) {
        while (at < typed.length() && skipped.test(typed.codePointAt(at))) {
            at += Character.charCount(typed.codePointAt(at));
        }
    }

    private void skipSuffix() {
        Matcher suffix = SUFFIX.matcher(typed).region(at, typed.length());
        if (suffix.lookingAt() && (suffix.end() == typed.length() || isBoundary(suffix.end()))) {
            at = suffix.end();
        }
    }

    private boolean isBoundary(int index) {
        int c = typed.codePointAt(index);
        return QueryCharacters.isBoundary(c) || QueryCharacters.isInvisible(c) || QueryCharacters.maySeparate(c);
    }

    /** A phrase between two double quotation marks of any kind. */
    private void quoted() {
        int end = at + 1;
        while (end < typed.length() && !QueryCharacters.isDoubleQuote(typed.charAt(end))) {
            end++;
        }
        if (end == typed.length()) {
            unpairedQuote = true;
            at++;
        } else {
            phrase(at + 1, end);
        }
    }

    /** A phrase in brackets or single quotation marks, if they enclose whole words: 「訪問看護」, but not 「看護」の日. */
    private boolean enclosed(int closing) {
        int end = closing < 0 ? -1 : typed.indexOf(closing, at + 1);
        if (end < 0 || !isEndOfWord(end + 1) || !QueryCharacters.isWord(typed.substring(at + 1, end))) {
            return false;
        }
        phrase(at + 1, end);
        return true;
    }

    private boolean isEndOfWord(int index) {
        int after = index;
        while (after < typed.length() && QueryCharacters.isInvisible(typed.codePointAt(after))) {
            after += Character.charCount(typed.codePointAt(after));
        }
        return after == typed.length()
                || isBoundary(after)
                || QueryCharacters.enclosingEnd(typed.codePointAt(after)) >= 0
                || SUFFIX.matcher(typed).region(after, typed.length()).lookingAt();
    }

    private void phrase(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpaceOrInvisible(typed.charAt(start))) {
            start++;
        }
        while (end > start && isSpaceOrInvisible(typed.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            add(Kind.PHRASE, start, end);
        }
        at = to + 1;
        skipSuffix();
    }

    private static boolean isSpaceOrInvisible(char c) {
        return QueryCharacters.isSpace(c)
                || (QueryCharacters.isInvisible(c) && !QueryCharacters.isVariationSelector(c));
    }

    /** A dash directly before an operand excludes it; any other dash between words means nothing. */
    private void exclusion() {
        int start = at;
        boolean isInValue = isAfterColon();
        skip(c -> QueryCharacters.isExclusion(c) || QueryCharacters.isInvisible(c));
        boolean isBeforeOperand = at < typed.length()
                && !QueryCharacters.isSpace(typed.charAt(at))
                && !QueryCharacters.isClosing(typed.charAt(at))
                && !QueryCharacters.isBar(typed.charAt(at));
        if (isBeforeOperand && !isInValue) {
            add(Kind.NOT, start, start + 1);
        }
    }

    private boolean isAfterColon() {
        return at > 0 && QueryCharacters.isColon(typed.charAt(at - 1));
    }

    private boolean url() {
        Matcher url = URL.matcher(typed).region(at, typed.length());
        if (!url.lookingAt()) {
            return false;
        }
        add(Kind.WORD, at, url.end());
        at = url.end();
        return true;
    }

    /** Adds the words up to the next space, quotation mark or bracket. */
    private void run() {
        int end = at;
        while (end < typed.length() && !QueryCharacters.isBoundary(typed.codePointAt(end))) {
            end += Character.charCount(typed.codePointAt(end));
        }
        if (QueryCharacters.isColon(typed.charAt(at)) && isFieldName()) {
            tokens.add(tokens.removeLast().as(Kind.FIELD));
            at++;
            return;
        }
        int colon = at;
        while (colon < end && !QueryCharacters.isColon(typed.charAt(colon))) {
            colon++;
        }
        String name = QueryCharacters.folded(typed.substring(at, colon));
        if (colon < end && isFieldName(name)) {
            tokens.add(new QueryToken(Kind.FIELD, name, at, colon, false));
            at = colon + 1;
            skip(QueryCharacters::isInvisible);
            if (at < end && isPlainValue(typed.codePointAt(at))) {
                value(at, end, facets.named(name).isPresent());
                at = end;
            }
        } else {
            words(at, end);
            at = end;
        }
    }

    private boolean isFieldName() {
        return !tokens.isEmpty()
                && tokens.getLast().kind() == Kind.WORD
                && isFieldName(tokens.getLast().text());
    }

    private boolean isFieldName(String name) {
        return facets.named(name).isPresent() || QueryField.named(name).isPresent();
    }

    private static boolean isPlainValue(int c) {
        return QueryCharacters.enclosingEnd(c) < 0 && !QueryCharacters.isExclusion(c);
    }

    /** Several values in a row are alternatives of a facet: 県:大阪府、兵庫県. */
    private void value(int from, int to, boolean isFacet) {
        List<QueryToken> values = new QueryWordSplitter(typed).split(from, to);
        if (values.size() < 2) {
            tokens.addAll(values);
        } else {
            grouped(values, from, to, isFacet || isExcluded());
        }
    }

    private void grouped(List<QueryToken> words, int from, int to, boolean areAlternatives) {
        add(Kind.OPEN, from, from);
        for (QueryToken word : words) {
            if (areAlternatives && word.start() > words.getFirst().start()) {
                add(Kind.OR, word.start(), word.start());
            }
            tokens.add(word);
        }
        add(Kind.CLOSE, to, to);
    }

    /** Whether the next operand is excluded by a dash. */
    private boolean isExcluded() {
        int last = tokens.size() - 1;
        if (last >= 0 && tokens.get(last).kind() == Kind.FIELD) {
            last--;
        }
        return last >= 0
                && tokens.get(last).kind() == Kind.NOT
                && !tokens.get(last).spelled();
    }

    private void words(int from, int to) {
        Kind operator = OPERATORS.get(QueryCharacters.folded(typed.substring(from, to)));
        if (operator == Kind.AND && !Character.isLetter(typed.codePointAt(from))) {
            add(operator, from, to);
            return;
        }
        List<QueryToken> words = new QueryWordSplitter(typed).split(from, to);
        if (words.size() > 1 && isExcluded()) {
            grouped(words, from, to, true);
            return;
        }
        for (QueryToken word : words) {
            Kind spelled = OPERATORS.get(QueryCharacters.folded(word.text()));
            tokens.add(
                    spelled == null
                            ? word
                            : new QueryToken(spelled, word.text(), word.start(), word.end(), isOrdinary(word.text())));
        }
    }

    /** Whether {@code operator} is also an ordinary word; OR, AND and NOT in capitals are not. */
    private static boolean isOrdinary(String operator) {
        return !operator.codePoints().allMatch(Character::isUpperCase);
    }
}
