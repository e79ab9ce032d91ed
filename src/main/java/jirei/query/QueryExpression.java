package jirei.query;

import java.util.List;

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
}
