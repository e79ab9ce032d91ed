package jirei.query;

import java.util.List;
import java.util.stream.Stream;

/** A Boolean expression that a section matches or does not match. Immutable. */
public sealed interface QueryExpression {
    /** Matches every section. */
    record MatchAll() implements QueryExpression {}

    /**
     * A word, matched with its expansions: spelling variants, readings and synonyms.
     *
     * @param text word as typed, not empty
     * @param field searched field
     */
    record Word(String text, QueryField field) implements QueryExpression {}

    /**
     * A phrase, matched literally after width and case folding.
     *
     * @param text phrase as typed, not empty
     * @param field searched field
     */
    record Phrase(String text, QueryField field) implements QueryExpression {}

    /**
     * A value of a facet, e.g. 県:大阪府.
     *
     * @param facet facet
     * @param value canonical value; a value that no section has matches nothing
     */
    record Value(Facet facet, String value) implements QueryExpression {}

    /**
     * Matches if all operands match.
     *
     * @param operands at least two, in the order typed
     */
    record And(List<QueryExpression> operands) implements QueryExpression {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /**
     * Matches if any operand matches.
     *
     * @param operands at least two, in the order typed
     */
    record Or(List<QueryExpression> operands) implements QueryExpression {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /**
     * Matches if the operand does not match.
     *
     * @param operand negated expression
     */
    record Not(QueryExpression operand) implements QueryExpression {}

    /** Returns the words and phrases at any depth, in the order typed, except those below a {@link Not}. */
    default List<QueryExpression> leaves() {
        return switch (this) {
            case And(List<QueryExpression> operands) -> leaves(operands);
            case Or(List<QueryExpression> operands) -> leaves(operands);
            case Not ignored -> List.of();
            case MatchAll ignored -> List.of();
            case Value ignored -> List.of();
            case Word word -> List.of(word);
            case Phrase phrase -> List.of(phrase);
        };
    }

    private static List<QueryExpression> leaves(List<QueryExpression> operands) {
        return operands.stream().flatMap(operand -> operand.leaves().stream()).toList();
    }

    /**
     * Returns the required clauses: the operands of the outermost {@link And} that are not negated, or this expression
     * if it is no {@link And}. Empty for {@link MatchAll} and {@link Not}.
     */
    default List<QueryExpression> required() {
        return switch (this) {
            case And(List<QueryExpression> operands) ->
                operands.stream().filter(operand -> !(operand instanceof Not)).toList();
            case Not ignored -> List.of();
            case MatchAll ignored -> List.of();
            case Word word -> List.of(word);
            case Phrase phrase -> List.of(phrase);
            case Value value -> List.of(value);
            case Or or -> List.of(or);
        };
    }

    /**
     * Returns the prohibited clauses: the operands of each {@link Not} in the outermost {@link And}, or of this
     * expression if it is a {@link Not}.
     */
    default List<QueryExpression> prohibited() {
        List<QueryExpression> operands = this instanceof And(List<QueryExpression> all) ? all : List.of(this);
        return operands.stream()
                .flatMap(operand ->
                        operand instanceof Not(QueryExpression excluded) ? Stream.of(excluded) : Stream.empty())
                .toList();
    }
}
