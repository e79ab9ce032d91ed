package jirei.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.VisibleText;
import jirei.query.QueryToken.Kind;

/**
 * Parses query texts. White space means AND; {@code OR}, {@code |}, {@code -}, {@code NOT}, {@code "…"}, parentheses,
 * {@code *} and {@code field:} have their usual meaning, in half width and in full width, and so have Japanese words for
 * them between other words, such as または. Signs around words are ignored.
 *
 * <p>Every text is accepted: parentheses, quotation marks and operators without a partner are ignored.
 *
 * <p>Thread-safe: each text has a parser of its own.
 */
public final class QueryParser {
    /** The maximum nesting depth of parentheses; those of a deeper text are ignored. */
    private static final int MAX_NESTING = 20;
    /** Limits the cost of a query: each word is looked up in every field. Further words are dropped. */
    private static final int MAX_WORDS = 64;

    private final List<QueryToken> tokens;
    private final FacetScheme facets;
    private int at;
    private boolean hasIgnored;

    private QueryParser(List<QueryToken> tokens, boolean hasIgnored, FacetScheme facets) {
        this.tokens = tokens;
        this.facets = facets;
        this.hasIgnored = hasIgnored;
    }

    /** Parses {@code typed} for a corpus without themes and facets of its own. */
    public static ParsedQuery parse(String typed) {
        return parse(typed, FacetScheme.NONE);
    }

    /**
     * Parses {@code typed}. A blank text matches all sections, and a text without words matches none.
     *
     * @param facets the facets of the corpus
     */
    public static ParsedQuery parse(String typed, FacetScheme facets) {
        var lexer = new QueryLexer(typed, facets);
        List<QueryToken> tokens = QueryTokens.meant(lexer.tokens());
        if (tokens.stream().noneMatch(QueryToken::isOperand)) {
            boolean isBlank = VisibleText.isBlank(typed);
            return new ParsedQuery(
                    typed, isBlank ? new QueryExpression.MatchAll() : new QueryExpression.MatchNone(), false, facets);
        }
        if (QueryTokens.depth(tokens) > MAX_NESTING || QueryTokens.words(tokens).size() > MAX_WORDS) {
            return new ParsedQuery(typed, allOf(QueryTokens.words(tokens)), true, facets);
        }
        var parser = new QueryParser(tokens, lexer.hasUnpairedQuote(), facets);
        QueryExpression expression = parser.query(QueryTokens.ANYWHERE).orElseThrow();
        return new ParsedQuery(typed, expression, parser.hasIgnored, facets);
    }

    private static QueryExpression allOf(List<QueryToken> words) {
        return joined(
                        words.stream()
                                .limit(MAX_WORDS)
                                .<QueryExpression>map(word -> QueryTokens.word(word.as(Kind.WORD), QueryField.ANYWHERE))
                                .toList(),
                        Kind.AND)
                .orElseThrow();
    }

    /** Parses to the end of the text. */
    private Optional<QueryExpression> query(String field) {
        List<QueryExpression> operands = new ArrayList<>();
        while (at < tokens.size()) {
            group(field).ifPresent(operands::add);
            if (at < tokens.size()) {
                // a closing parenthesis without an opening one
                hasIgnored = true;
                at++;
            }
        }
        return joined(operands, Kind.AND);
    }

    /** Parses to the closing parenthesis, which is not consumed. White space binds less than OR. */
    private Optional<QueryExpression> group(String field) {
        List<QueryExpression> operands = new ArrayList<>();
        while (at < tokens.size() && !is(Kind.CLOSE)) {
            disjunction(field).ifPresent(operands::add);
        }
        return joined(operands, Kind.AND);
    }

    private Optional<QueryExpression> disjunction(String field) {
        List<QueryExpression> operands = new ArrayList<>();
        conjunction(field).ifPresent(operands::add);
        while (is(Kind.OR)) {
            at++;
            Optional<QueryExpression> operand = conjunction(field);
            hasIgnored |= operands.isEmpty() || operand.isEmpty();
            operand.ifPresent(operands::add);
        }
        return joined(operands, Kind.OR);
    }

    private Optional<QueryExpression> conjunction(String field) {
        List<QueryExpression> operands = new ArrayList<>();
        clause(field).ifPresent(operands::add);
        while (is(Kind.AND)) {
            at++;
            Optional<QueryExpression> operand = clause(field);
            hasIgnored |= operands.isEmpty() || operand.isEmpty();
            operand.ifPresent(operands::add);
        }
        return joined(operands, Kind.AND);
    }

    /** Parses an operand; consumes nothing before AND, OR and a closing parenthesis. */
    private Optional<QueryExpression> clause(String field) {
        if (at == tokens.size() || is(Kind.AND) || is(Kind.OR) || is(Kind.CLOSE)) {
            return Optional.empty();
        }
        QueryToken token = tokens.get(at++);
        return switch (token.kind()) {
            case NOT -> {
                while (is(Kind.NOT)) {
                    at++;
                }
                Optional<QueryExpression> excluded = clause(field);
                hasIgnored |= excluded.isEmpty();
                yield excluded.map(QueryExpression.Not::new);
            }
            case FIELD -> clause(token.text());
            case OPEN -> parenthesized(field);
            default -> Optional.of(QueryTokens.leaf(token, field, facets));
        };
    }

    private Optional<QueryExpression> parenthesized(String field) {
        Optional<QueryExpression> inner = group(field);
        hasIgnored |= !is(Kind.CLOSE) || inner.isEmpty();
        if (is(Kind.CLOSE)) {
            at++;
        }
        return inner;
    }

    private boolean is(Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    /** Drops duplicate operands: they do not change the result, but each would be evaluated again. */
    private static Optional<QueryExpression> joined(List<QueryExpression> all, Kind operator) {
        Set<QueryExpression> operands = new LinkedHashSet<>(all);
        if (operands.size() < 2) {
            return operands.stream().findFirst();
        }
        List<QueryExpression> distinct = List.copyOf(operands);
        return Optional.of(operator == Kind.OR ? new QueryExpression.Or(distinct) : new QueryExpression.And(distinct));
    }
}
