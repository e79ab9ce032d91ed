package jirei.engine.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.engine.query.AnalyzedWord;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordUnit;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;

/** Splits a query into the parts that a person would call words. Stateless. */
final class QueryParts {
    private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー・]+");
    private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}.*|[〇一二三四五六七八九十百千万]+");
    private static final int MIN_LENGTH = 2;
    /** Shorter ones are mostly endings and auxiliary words. */
    private static final int MIN_HIRAGANA_LENGTH = 3;

    private QueryParts() {}

    /**
     * Returns the required words of {@code expression} if there are several, else the parts of its only word, longer ones
     * first.
     */
    static List<? extends QueryExpression> of(QueryExpression expression, RequestQueryFactory queries) {
        List<QueryExpression> words = expression.required().stream()
                .filter(operand -> !(operand instanceof Value))
                .toList();
        if (words.size() > 1) {
            return words;
        }
        return !words.isEmpty() && words.getFirst() instanceof Word word
                ? parts(word, queries.word(word).word())
                : List.of();
    }

    private static List<Word> parts(Word typed, AnalyzedWord word) {
        List<String> parts = new ArrayList<>();
        for (String unit : units(word)) {
            boolean continued = !parts.isEmpty() && isKatakana(parts.getLast()) && isKatakana(unit);
            // a word in katakana has no parts
            parts.add(continued ? parts.removeLast() + unit : unit);
        }
        List<String> words =
                parts.stream().filter(QueryParts::isWord).distinct().toList();
        return parts.size() < 2
                ? List.of()
                : Stream.concat(pairs(parts), words.stream())
                        .map(part -> new Word(part, typed.field()))
                        .toList();
    }

    /** Returns neighbouring words as one, such as 個人情報 in 個人情報保護; none if that is the whole compound. */
    private static Stream<String> pairs(List<String> parts) {
        return IntStream.range(1, parts.size() < 3 ? 1 : parts.size())
                .filter(i -> isWord(parts.get(i - 1)) && isWord(parts.get(i)))
                .mapToObj(i -> parts.get(i - 1) + parts.get(i));
    }

    /** Returns the parts of the units as typed. */
    private static List<String> units(AnalyzedWord word) {
        List<String> units = word.contentUnits().stream().map(WordUnit::text).toList();
        if (units.size() > 1) {
            return units;
        }
        List<String> parts =
                units.isEmpty() ? List.of() : word.contentUnits().getFirst().parts();
        return parts.size() > 1 ? parts : word.terms(); // すみれ病院 is one unit
    }

    private static boolean isKatakana(String text) {
        return KATAKANA.matcher(text).matches();
    }

    private static boolean isWord(String part) {
        int length = part.codePointCount(0, part.length());
        return length >= (HIRAGANA.matcher(part).matches() ? MIN_HIRAGANA_LENGTH : MIN_LENGTH)
                && !NUMBER.matcher(part).matches();
    }
}
