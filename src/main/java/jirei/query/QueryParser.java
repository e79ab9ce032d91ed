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
 * Reads what people type. Space of either width means AND; {@code OR}, {@code |}, {@code -}, {@code NOT}, {@code "…"},
 * brackets and {@code field:} mean what they mean elsewhere, in either width.
 *
 * <p>No text is refused: where its operators make no sense, its words are searched for.
 */
public final class QueryParser {
    private static final String ANYWHERE = "anywhere";
    /** Deeper nesting is nothing a person types, and the parser underneath recurses. */
    private static final int MAX_NESTING = 20;
    /** More words than this are cut: each costs a look-up in every field. */
    private static final int MAX_WORDS = 64;

    private QueryParser() {}

    /** Parses {@code typed}; a blank text asks for everything. */
    public static ParsedQuery parse(String typed) {
        if (words(typed).isEmpty()) {
            return new ParsedQuery(typed, new QueryExpression.MatchAll(), false);
        }
        Optional<QueryExpression> understood = understand(typed);
        return new ParsedQuery(typed, understood.orElseGet(() -> allOf(words(typed))), understood.isEmpty());
    }

    private static Optional<QueryExpression> understand(String typed) {
        if (bracketDepth(typed) > MAX_NESTING || words(typed).size() > MAX_WORDS) {
            return Optional.empty();
        }
        try {
            QueryNode tree = new StandardSyntaxParser().parse(QuerySyntaxNormalizer.fold(typed), ANYWHERE);
            return expression(tree);
        } catch (QueryNodeParseException refused) {
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

    /** Each once: asking for a word again asks for nothing more, but would be worked out again. */
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

    /** One character is looked for as it stands: no analysis can tell more about it. */
    private static QueryExpression word(String text, QueryField field) {
        boolean single = text.codePointCount(0, text.length()) == 1;
        return single ? new QueryExpression.Phrase(text, field) : new QueryExpression.Word(text, field);
    }

    private static QueryExpression allOf(List<String> words) {
        List<QueryExpression> operands = words.stream()
                .limit(MAX_WORDS)
                .map(word -> word(word, QueryField.ANYWHERE))
                .toList();
        return operands.size() == 1 ? operands.getFirst() : new QueryExpression.And(operands);
    }

    /** The words of {@code typed} without its operators, in order, each once. */
    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= typed.length(); at++) {
            if (at == typed.length() || QuerySyntaxNormalizer.isSeparator(typed.charAt(at))) {
                String word = typed.substring(from, at);
                from = at + 1;
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
        int deepest = 0;
        for (char c : QuerySyntaxNormalizer.halfWidth(typed).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
