package jirei.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * Parses query texts. White space means AND; {@code OR}, {@code |}, {@code -}, {@code NOT}, {@code "…"}, parentheses
 * and {@code field:} have their usual meaning. Operators are recognized in half width and in full width. Stateless.
 *
 * <p>Every text is accepted: if the syntax is invalid, the words are combined with AND and the operators ignored.
 */
public final class QueryParser {
    private static final String DEFAULT_FIELD = "anywhere";
    /** The maximum nesting depth of parentheses. Limits the recursion of the underlying parser. */
    private static final int MAX_NESTING = 20;
    /** Limits the cost of a query: each word is looked up in every field. Further words are dropped. */
    private static final int MAX_WORDS = 64;

    private QueryParser() {}

    /** Parses {@code typed}. A text without words matches all sections. */
    public static ParsedQuery parse(String typed) {
        if (words(typed).isEmpty()) {
            return new ParsedQuery(typed, new QueryExpression.MatchAll(), false);
        }
        Optional<QueryExpression> expression = parseSyntax(typed);
        return new ParsedQuery(typed, expression.orElseGet(() -> allOf(words(typed))), expression.isEmpty());
    }

    private static Optional<QueryExpression> parseSyntax(String typed) {
        if (bracketDepth(typed) > MAX_NESTING || words(typed).size() > MAX_WORDS) {
            return Optional.empty();
        }
        try {
            QueryNode tree = new StandardSyntaxParser().parse(QuerySyntaxNormalizer.normalize(typed), DEFAULT_FIELD);
            return expression(tree);
        } catch (QueryNodeParseException invalid) {
            return Optional.empty();
        }
    }

    private static Optional<QueryExpression> expression(QueryNode node) {
        return switch (node) {
            case GroupQueryNode group -> expression(group.getChild());
            case ModifierQueryNode modifier ->
                expression(modifier.getChild())
                        .map(operand -> modifier.getModifier() == ModifierQueryNode.Modifier.MOD_NOT
                                ? new QueryExpression.Not(operand)
                                : operand);
            case OrQueryNode or ->
                operands(or).map(list -> list.size() == 1 ? list.getFirst() : new QueryExpression.Or(list));
            case BooleanQueryNode and ->
                operands(and).map(list -> list.size() == 1 ? list.getFirst() : new QueryExpression.And(list));
            case QuotedFieldQueryNode quoted -> leaf(quoted, true);
            case FieldQueryNode field -> leaf(field, false);
            default -> Optional.empty();
        };
    }

    /** Drops duplicate operands: they do not change the result, but each would be evaluated again. */
    private static Optional<List<QueryExpression>> operands(QueryNode node) {
        var operands = new LinkedHashSet<QueryExpression>();
        for (QueryNode child : node.getChildren()) {
            Optional<QueryExpression> operand = expression(child);
            if (operand.isEmpty()) {
                return Optional.empty();
            }
            operands.add(operand.get());
        }
        return Optional.of(List.copyOf(operands));
    }

    private static Optional<QueryExpression> leaf(FieldQueryNode node, boolean quoted) {
        String text = node.getText().toString().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name = node.getFieldAsString();
        Optional<Facet> facet = Facet.named(name);
        if (facet.isPresent()) {
            return Optional.of(
                    new QueryExpression.Value(facet.get(), facet.get().canonicalValue(text)));
        }
        QueryField field = QueryField.named(name).orElse(QueryField.ANYWHERE);
        return Optional.of(quoted ? new QueryExpression.Phrase(text, field) : word(text, field));
    }

    /** A single character is matched literally: analysis adds nothing to it. */
    private static QueryExpression word(String text, QueryField field) {
        boolean isSingleCharacter = text.codePointCount(0, text.length()) == 1;
        return isSingleCharacter ? new QueryExpression.Phrase(text, field) : new QueryExpression.Word(text, field);
    }

    private static QueryExpression allOf(List<String> words) {
        List<QueryExpression> operands = words.stream()
                .limit(MAX_WORDS)
                .map(word -> word(word, QueryField.ANYWHERE))
                .toList();
        return operands.size() == 1 ? operands.getFirst() : new QueryExpression.And(operands);
    }

    /** Returns the distinct words of {@code typed} without operators, in order. */
    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= typed.length(); i++) {
            if (i == typed.length() || QuerySyntaxNormalizer.isSeparator(typed.charAt(i))) {
                String word = typed.substring(start, i);
                start = i + 1;
                if (!word.isEmpty() && !isOperator(word) && !words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static boolean isOperator(String word) {
        return switch (QuerySyntaxNormalizer.halfWidth(word)) {
            case "AND", "OR", "NOT", "-", "+" -> true;
            default -> false;
        };
    }

    private static int bracketDepth(String typed) {
        int depth = 0;
        int maxDepth = 0;
        for (char c : QuerySyntaxNormalizer.halfWidth(typed).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            maxDepth = Math.max(maxDepth, depth);
        }
        return maxDepth;
    }
}
