package jirei.query;

import java.util.List;
import java.util.stream.Stream;

/** What a query asks of a section. */
public sealed interface QueryExpression {
    /** Every section. */
    record MatchAll() implements QueryExpression {}

    /**
     * The word, its variants and what it means.
     *
     * @param text as typed, not empty
     * @param field where it is looked for
     */
    record Word(String text, QueryField field) implements QueryExpression {}

    /**
     * The exact characters, folded for width and case only.
     *
     * @param text as typed, not empty
     * @param field where it is looked for
     */
    record Phrase(String text, QueryField field) implements QueryExpression {}

    /**
     * A value of a facet, as in 県:大阪府.
     *
     * @param facet the facet
     * @param value as typed; a value that no section has matches nothing
     */
    record Value(Facet facet, String value) implements QueryExpression {}

    /** All of the operands, at least two. */
    record And(List<QueryExpression> operands) implements QueryExpression {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Any of the operands, at least two. */
    record Or(List<QueryExpression> operands) implements QueryExpression {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** Whatever the operand doesn't match. */
    record Not(QueryExpression operand) implements QueryExpression {}

    /** The words and phrases at any depth, in the order typed; those below a {@link Not} are left out. */
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

    /** The operands of the outermost {@link And} that must match, or this expression alone. */
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

    /** What must not match: the operands of each {@link Not} in the outermost {@link And}, or of this one. */
    default List<QueryExpression> prohibited() {
        List<QueryExpression> operands = this instanceof And(List<QueryExpression> all) ? all : List.of(this);
        return operands.stream()
                .flatMap(operand ->
                        operand instanceof Not(QueryExpression excluded) ? Stream.of(excluded) : Stream.empty())
                .toList();
    }
}
