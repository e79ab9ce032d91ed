package jirei.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Boolean expression that a section matches or does not match. Immutable. */
public sealed interface QueryExpression {
    /** Matches every section. */
    record MatchAll() implements QueryExpression {}

    /** Matches no section. */
    record MatchNone() implements QueryExpression {}

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
     * The beginning of words, e.g. 看護*.
     *
     * @param text beginning as typed, without the star, not empty
     * @param field searched field
     */
    record Prefix(String text, QueryField field) implements QueryExpression {}

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

    /** Returns the words, prefixes and phrases at any depth, in the order typed, except those below a {@link Not}. */
    default List<QueryExpression> leaves() {
        return switch (this) {
            case And(List<QueryExpression> operands) -> leaves(operands);
            case Or(List<QueryExpression> operands) -> leaves(operands);
            case Not ignored -> List.of();
            case MatchAll ignored -> List.of();
            case MatchNone ignored -> List.of();
            case Value ignored -> List.of();
            case Word word -> List.of(word);
            case Prefix prefix -> List.of(prefix);
            case Phrase phrase -> List.of(phrase);
        };
    }

    private static List<QueryExpression> leaves(List<QueryExpression> operands) {
        return operands.stream().flatMap(operand -> operand.leaves().stream()).toList();
    }

    /**
     * Returns the required clauses: the operands of the outermost {@link And} that are not negated, or this expression
     * if it is no {@link And}. Empty for {@link MatchAll}, {@link
     * MatchNone} and {@link Not}.
     */
    default List<QueryExpression> required() {
        return switch (this) {
            case And(List<QueryExpression> operands) ->
                operands.stream().filter(operand -> !(operand instanceof Not)).toList();
            case Not ignored -> List.of();
            case MatchAll ignored -> List.of();
            case MatchNone ignored -> List.of();
            case Word word -> List.of(word);
            case Prefix prefix -> List.of(prefix);
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

    /**
     * Returns whether this expression only restricts sections by facet values. A relaxation never drops such a condition.
     */
    default boolean isFilter() {
        return switch (this) {
            case Value ignored -> true;
            case And(List<QueryExpression> operands) -> operands.stream().allMatch(QueryExpression::isFilter);
            case Or(List<QueryExpression> operands) -> operands.stream().allMatch(QueryExpression::isFilter);
            case Not(QueryExpression operand) -> operand.isFilter();
            case MatchAll ignored -> false;
            case MatchNone ignored -> false;
            case Word ignored -> false;
            case Prefix ignored -> false;
            case Phrase ignored -> false;
        };
    }

    /** Returns the facet values at any depth, in the order typed. */
    default List<Value> values() {
        return switch (this) {
            case Value value -> List.of(value);
            case And(List<QueryExpression> operands) -> values(operands);
            case Or(List<QueryExpression> operands) -> values(operands);
            case Not(QueryExpression operand) -> operand.values();
            case MatchAll ignored -> List.of();
            case MatchNone ignored -> List.of();
            case Word ignored -> List.of();
            case Prefix ignored -> List.of();
            case Phrase ignored -> List.of();
        };
    }

    private static List<Value> values(List<QueryExpression> operands) {
        return operands.stream().flatMap(operand -> operand.values().stream()).toList();
    }

    /** Returns this expression with each facet value replaced by {@code resolved}. */
    default QueryExpression withValues(UnaryOperator<Value> resolved) {
        return switch (this) {
            case Value value -> resolved.apply(value);
            case And(List<QueryExpression> operands) -> new And(withValues(operands, resolved));
            case Or(List<QueryExpression> operands) -> new Or(withValues(operands, resolved));
            case Not(QueryExpression operand) -> new Not(operand.withValues(resolved));
            case MatchAll all -> all;
            case MatchNone none -> none;
            case Word word -> word;
            case Prefix prefix -> prefix;
            case Phrase phrase -> phrase;
        };
    }

    private static List<QueryExpression> withValues(List<QueryExpression> operands, UnaryOperator<Value> resolved) {
        return operands.stream().map(operand -> operand.withValues(resolved)).toList();
    }

    /**
     * Returns this expression with each word that is not below a {@link Not} replaced by the conjunction of {@code
     * divided}. The operands of a conjunction in a conjunction become its own.
     *
     * @param divided the words of a word, at least one
     */
    default QueryExpression withWords(Function<Word, List<Word>> divided) {
        return switch (this) {
            case Word word -> conjunction(divided.apply(word));
            case And(List<QueryExpression> operands) ->
                new And(withWords(operands, divided).stream()
                        .flatMap(operand -> operand instanceof And(List<QueryExpression> inner)
                                ? inner.stream()
                                : Stream.of(operand))
                        .toList());
            case Or(List<QueryExpression> operands) -> new Or(withWords(operands, divided));
            case Not not -> not;
            case MatchAll all -> all;
            case MatchNone none -> none;
            case Prefix prefix -> prefix;
            case Phrase phrase -> phrase;
            case Value value -> value;
        };
    }

    private static List<QueryExpression> withWords(List<QueryExpression> operands, Function<Word, List<Word>> divided) {
        return operands.stream().map(operand -> operand.withWords(divided)).toList();
    }

    private static QueryExpression conjunction(List<Word> words) {
        return words.size() == 1 ? words.getFirst() : new And(List.copyOf(words));
    }

    /** Returns whether {@code other} has the same operators, fields and facet values, and at most other words. */
    default boolean hasSameShape(QueryExpression other) {
        return switch (this) {
            case Word(String text, QueryField field) -> other instanceof Word word && word.field() == field;
            case Prefix(String text, QueryField field) -> other instanceof Prefix prefix && prefix.field() == field;
            case Phrase(String text, QueryField field) -> other instanceof Phrase phrase && phrase.field() == field;
            case Not(QueryExpression operand) ->
                other instanceof Not(QueryExpression others) && operand.hasSameShape(others);
            case And(List<QueryExpression> operands) ->
                other instanceof And(List<QueryExpression> others) && haveSameShape(operands, others);
            case Or(List<QueryExpression> operands) ->
                other instanceof Or(List<QueryExpression> others) && haveSameShape(operands, others);
            case Value value -> value.equals(other);
            case MatchAll all -> all.equals(other);
            case MatchNone none -> none.equals(other);
        };
    }

    private static boolean haveSameShape(List<QueryExpression> operands, List<QueryExpression> others) {
        return operands.size() == others.size()
                && IntStream.range(0, operands.size())
                        .allMatch(i -> operands.get(i).hasSameShape(others.get(i)));
    }
}
