package jirei.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.query.QueryToken.Kind;

/** Decides what tokens mean beside their neighbours. Stateless. */
final class QueryTokens {
    /** The name of no field. */
    static final String ANYWHERE = "";

    private static final Pattern LIST_NUMBER = Pattern.compile("[0-9０-９]{1,2}");
    private static final Pattern LIST_SIGN = Pattern.compile("[0-9０-９]{1,2}|[A-Za-zＡ-Ｚａ-ｚア-ン]");
    private static final Pattern YEAR =
            Pattern.compile("(?:明治|大正|昭和|平成|令和|西暦)?(?:[0-9０-９]{1,4}|元|[一二三四五六七八九十〇]{1,4})年度?");
    private static final Set<String> PARTICLES = Set.of("の", "と", "や", "が", "を", "に", "は", "へ", "で", "も");

    private QueryTokens() {}

    /**
     * Returns the tokens that are searched for. Signs and list numbers such as (1) are dropped if there is a word, a field
     * name without a value is a word, and so is an operator spelled as a word without words on both sides.
     */
    static List<QueryToken> meant(List<QueryToken> tokens) {
        List<QueryToken> meant = new ArrayList<>(withJoinedYears(withoutSigns(tokens)));
        for (int i = meant.size() - 1; i >= 0; i--) {
            boolean hasValue = i + 1 < meant.size()
                    && (meant.get(i + 1).isOperand() || meant.get(i + 1).kind() == Kind.OPEN);
            if (meant.get(i).kind() == Kind.FIELD && !hasValue) {
                meant.set(i, meant.get(i).as(Kind.WORD));
            }
        }
        return withOrdinaryWords(withoutParticles(withoutListNumbers(meant)));
    }

    private static List<QueryToken> withoutSigns(List<QueryToken> tokens) {
        boolean hasWord = tokens.stream().anyMatch(token -> token.isOperand() || token.spelled());
        return tokens.stream()
                .filter(token -> token.kind() != Kind.SIGN || !hasWord)
                .map(token -> token.kind() == Kind.SIGN ? token.as(Kind.PHRASE) : token)
                .toList();
    }

    /** Joins the parts of a year: 平成 29 年度. */
    private static List<QueryToken> withJoinedYears(List<QueryToken> tokens) {
        List<QueryToken> joined = new ArrayList<>();
        for (QueryToken token : tokens) {
            joined.add(token);
            for (int parts = 3; parts > 1; parts--) {
                if (joined.size() >= parts && isYear(joined.subList(joined.size() - parts, joined.size()))) {
                    List<QueryToken> year = joined.subList(joined.size() - parts, joined.size());
                    var whole = new QueryToken(
                            Kind.WORD, text(year), year.getFirst().start(), token.end(), false);
                    year.clear();
                    joined.add(whole);
                    break;
                }
            }
        }
        return joined;
    }

    private static boolean isYear(List<QueryToken> tokens) {
        return tokens.stream().allMatch(token -> token.kind() == Kind.WORD)
                && YEAR.matcher(text(tokens)).matches()
                && tokens.stream().noneMatch(token -> YEAR.matcher(token.text()).matches());
    }

    private static String text(List<QueryToken> tokens) {
        return tokens.stream().map(QueryToken::text).collect(Collectors.joining());
    }

    /** Drops a particle that is alone between two words: 医師会 と 歯科医師会. */
    private static List<QueryToken> withoutParticles(List<QueryToken> tokens) {
        return IntStream.range(0, tokens.size())
                .filter(i -> i == 0
                        || i + 1 == tokens.size()
                        || tokens.get(i).kind() != Kind.WORD
                        || !PARTICLES.contains(tokens.get(i).text())
                        || !tokens.get(i - 1).endsOperand()
                        || !tokens.get(i + 1).startsOperand())
                .mapToObj(tokens::get)
                .toList();
    }

    private static List<QueryToken> withoutListNumbers(List<QueryToken> tokens) {
        List<QueryToken> others = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isListNumber(tokens, i)) {
                i += 2;
            } else if (isHalfEnclosed(tokens, i)) {
                i++;
            } else {
                others.add(tokens.get(i));
            }
        }
        return others.stream().anyMatch(QueryToken::isOperand) ? others : tokens;
    }

    /** Returns whether a list number without an opening bracket is at {@code index}: 1）灯籠. */
    private static boolean isHalfEnclosed(List<QueryToken> tokens, int index) {
        return index + 2 < tokens.size()
                && tokens.get(index).kind() == Kind.WORD
                && LIST_SIGN.matcher(tokens.get(index).text()).matches()
                && tokens.get(index + 1).kind() == Kind.CLOSE
                && tokens.get(index + 1).start() == tokens.get(index).end()
                && depth(tokens.subList(0, index)) == 0;
    }

    private static boolean isListNumber(List<QueryToken> tokens, int index) {
        return index + 2 < tokens.size()
                && tokens.get(index).kind() == Kind.OPEN
                && tokens.get(index + 1).kind() == Kind.WORD
                && LIST_NUMBER.matcher(tokens.get(index + 1).text()).matches()
                && tokens.get(index + 2).kind() == Kind.CLOSE
                && (index == 0
                        || (tokens.get(index - 1).kind() != Kind.NOT
                                && tokens.get(index - 1).kind() != Kind.FIELD));
    }

    private static List<QueryToken> withOrdinaryWords(List<QueryToken> tokens) {
        List<QueryToken> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            QueryToken token = tokens.get(i);
            boolean isOrdinary = token.spelled()
                    && (i == 0
                            || i + 1 == tokens.size()
                            || !tokens.get(i - 1).endsOperand()
                            || !tokens.get(i + 1).startsOperand());
            words.add(isOrdinary ? token.as(Kind.WORD) : token);
        }
        return words;
    }

    /** Returns the maximum nesting depth of parentheses. */
    static int depth(List<QueryToken> tokens) {
        int depth = 0;
        int maxDepth = 0;
        for (QueryToken token : tokens) {
            depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
            maxDepth = Math.max(maxDepth, depth);
        }
        return maxDepth;
    }

    /** Returns the words with distinct texts, in order. */
    static List<QueryToken> words(List<QueryToken> tokens) {
        Map<String, QueryToken> words = new LinkedHashMap<>();
        tokens.stream().filter(QueryToken::isOperand).forEach(word -> words.putIfAbsent(word.text(), word));
        return List.copyOf(words.values());
    }

    /** Returns the expression for a word in the field {@code name}. */
    static QueryExpression leaf(QueryToken token, String name, FacetScheme facets) {
        Optional<Facet> facet = facets.named(name);
        return facet.isPresent()
                ? new QueryExpression.Value(facet.get(), facets.canonicalValue(facet.get(), token.text()))
                : word(token, QueryField.named(name).orElse(QueryField.ANYWHERE));
    }

    static QueryExpression word(QueryToken token, QueryField field) {
        return switch (token.kind()) {
            case PREFIX -> new QueryExpression.Prefix(token.text(), field);
            case WORD -> new QueryExpression.Word(token.text(), field);
            default -> new QueryExpression.Phrase(token.text(), field);
        };
    }
}
