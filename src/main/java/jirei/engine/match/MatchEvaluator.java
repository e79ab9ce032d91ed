package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.analysis.WordEdges;
import jirei.cases.Gazetteer;
import jirei.engine.backend.DocSets;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.SchemaQueries;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.MatchNone;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.search.ExpansionCount;
import org.apache.lucene.search.Query;

/**
 * Evaluates which sections match. Hit counts come from this match alone; scoring never changes them. Title, place and
 * parent heading are the context of a section: a word in them is a condition on the case, and a case that matches by
 * its context only is counted once, by its first section. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public final class MatchEvaluator<S> {
    private final DocSets<S> sets;
    private final RequestQueryFactory queries;
    private final WordEvaluator<S> words;

    /** Evaluates over {@code sets}; each distinct word is evaluated once. */
    public MatchEvaluator(DocSets<S> sets, RequestQueryFactory queries) {
        this.sets = sets;
        this.queries = queries;
        this.words = new WordEvaluator<>(sets, queries);
    }

    /** Returns the sections that match {@code expression} and are counted. */
    public S evaluate(QueryExpression expression) throws IOException {
        return strict(expression).count(sets).all();
    }

    /** Returns the matches of {@code expression}. */
    Matches<S> strict(QueryExpression typed) throws IOException {
        QueryExpression expression = withPlaces(typed);
        return withOwn(expression, any(expression));
    }

    /**
     * Returns the words of {@code expression} that are conditions on the place of the case: names of places that cases
     * have, beside a word that is none.
     */
    Set<Word> places(QueryExpression expression) throws IOException {
        Set<Word> places = new LinkedHashSet<>();
        boolean hasOther = false;
        for (QueryExpression operand : expression.required()) {
            if (operand instanceof Word word && isPlace(word)) {
                places.add(word);
            } else {
                hasOther |= !isCondition(operand);
            }
        }
        return hasOther ? places : Set.of();
    }

    private boolean isPlace(Word word) throws IOException {
        return word.field() == QueryField.ANYWHERE
                && queries.expansionOptions().allows(new Expansion(ExpansionKind.PLACE, word.text()))
                && !Gazetteer.named(word.text()).isEmpty()
                && isWordOf(QueryField.PLACE, word.text());
    }

    private QueryExpression withPlaces(QueryExpression expression) throws IOException {
        Set<Word> places = places(expression);
        return places.isEmpty() || !(expression instanceof And(List<QueryExpression> operands))
                ? expression
                : new And(operands.stream()
                        .map(operand -> operand instanceof Word word && places.contains(word)
                                ? new Word(word.text(), QueryField.PLACE)
                                : operand)
                        .toList());
    }

    /** Returns {@code any} with the sections in which a word of {@code expression} is in the own text. */
    private Matches<S> withOwn(QueryExpression expression, S any) throws IOException {
        List<S> own = new ArrayList<>();
        boolean hasWords = false;
        for (QueryExpression leaf : expression.leaves()) {
            if (!isContextField(leaf)) {
                hasWords = true;
                own.add(leaf instanceof Word word ? words.evaluate(word).own() : any(leaf));
            }
        }
        return new Matches<>(any, hasWords ? sets.union(own) : any);
    }

    /** A word in a field of the case, such as 題名:, is a filter: it selects all sections of the case. */
    private static boolean isContextField(QueryExpression leaf) {
        QueryField field =
                switch (leaf) {
                    case Word word -> word.field();
                    case Phrase phrase -> phrase.field();
                    case Prefix prefix -> prefix.field();
                    default -> QueryField.ANYWHERE;
                };
        return field == QueryField.TITLE || field == QueryField.PLACE;
    }

    /** Returns the sections that match {@code expression} by text, heading or context. */
    private S any(QueryExpression expression) throws IOException {
        return switch (expression) {
            case MatchAll() -> sets.all();
            case MatchNone() -> sets.none();
            case Word word -> words.evaluate(word).any();
            case Prefix prefix -> sets.matching(queries.prefix(prefix));
            case Phrase phrase -> sets.matching(queries.exact(phrase));
            case Value(var facet, String value) -> sets.matching(SchemaQueries.facetValue(facet, value));
            case And(List<QueryExpression> operands) -> conjunction(operands);
            case Or(List<QueryExpression> operands) -> disjunction(operands);
            case Not not -> conjunction(List.of(not));
        };
    }

    /** Returns the words of {@code expression} that are not prohibited and use their infix expansion. */
    public Set<Word> infixWords(QueryExpression expression) throws IOException {
        Set<Word> infixWords = new HashSet<>();
        for (QueryExpression leaf : expression.leaves()) {
            if (leaf instanceof Word word
                    && word.text().length() <= WordEdges.MAX_MARKED_LENGTH
                    && words.usesInfix(word)) {
                infixWords.add(word);
            }
        }
        return infixWords;
    }

    private S conjunction(List<QueryExpression> operands) throws IOException {
        List<S> required = new ArrayList<>(List.of(sets.all()));
        List<S> prohibited = new ArrayList<>();
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression inner)) {
                prohibited.add(inner instanceof Word word ? words.asWord(word).any() : any(inner));
            } else {
                required.add(any(operand));
            }
        }
        S matches = sets.intersection(required);
        return prohibited.isEmpty() ? matches : sets.andNot(matches, sets.union(prohibited));
    }

    private S disjunction(List<QueryExpression> operands) throws IOException {
        List<S> matches = new ArrayList<>();
        for (QueryExpression operand : operands) {
            matches.add(any(operand));
        }
        return sets.union(matches);
    }

    /**
     * Returns the sections that match at least one required operand, in cases that match all of them; none if there is
     * only one operand. Filters stay conditions on each section.
     */
    Matches<S> sameCase(QueryExpression typed) throws IOException {
        QueryExpression expression = withPlaces(typed);
        List<QueryExpression> required = words(expression);
        if (required.size() < 2) {
            return new Matches<>(sets.none(), sets.none());
        }
        List<S> operands = new ArrayList<>();
        for (QueryExpression operand : required) {
            operands.add(any(operand));
        }
        S matches = sets.intersection(List.of(sets.sameCase(operands), sets.union(operands)));
        return withOwn(expression, filtered(expression, matches));
    }

    /**
     * Returns the sections that match any required operand; none if there is no operand but filters, which stay
     * conditions. A single word is never split into its units.
     */
    Matches<S> anyTerm(QueryExpression typed) throws IOException {
        QueryExpression expression = withPlaces(typed);
        return withOwn(expression, filtered(expression, disjunction(words(expression))));
    }

    /**
     * Returns the sections with some of the words of {@code expression}: they match its phrases, its fields and filters
     * and no prohibited operand, and at least one of the other words unless there is a phrase or field. None if there is
     * nothing to leave out.
     */
    public CountedMatches<S> someWords(QueryExpression typed) throws IOException {
        QueryExpression expression = withPlaces(typed);
        List<QueryExpression> required = expression.required().stream()
                .filter(operand -> !operand.isFilter())
                .toList();
        List<QueryExpression> mandatory =
                required.stream().filter(operand -> !isOptional(operand)).toList();
        List<QueryExpression> optional =
                required.stream().filter(MatchEvaluator::isOptional).toList();
        if (optional.isEmpty() || required.size() < 2) {
            return new CountedMatches<>(sets.none(), sets.none(), sets.none());
        }
        List<S> conditions = new ArrayList<>();
        for (QueryExpression operand : mandatory) {
            conditions.add(any(operand));
        }
        if (mandatory.isEmpty()) {
            conditions.add(disjunction(optional));
        }
        S found = filtered(expression, sets.intersection(conditions));
        boolean isOfCase = !mandatory.isEmpty() && mandatory.stream().allMatch(MatchEvaluator::isCondition);
        return (isOfCase ? new Matches<>(found, found) : withOwn(expression, found)).count(sets);
    }

    private static boolean isOptional(QueryExpression operand) {
        return operand.leaves().stream().allMatch(MatchEvaluator::isPlainWord);
    }

    private static boolean isPlainWord(QueryExpression leaf) {
        return switch (leaf) {
            case Word(String text, QueryField field) -> field == QueryField.ANYWHERE;
            case Prefix(String text, QueryField field) -> field == QueryField.ANYWHERE;
            default -> false;
        };
    }

    private static List<QueryExpression> words(QueryExpression expression) {
        return expression.required().stream()
                .filter(operand -> !isCondition(operand))
                .toList();
    }

    /** Returns whether {@code operand} is a filter, or words in fields of the case, which no relaxation drops. */
    private static boolean isCondition(QueryExpression operand) {
        List<QueryExpression> leaves = operand.leaves();
        return operand.isFilter() || (!leaves.isEmpty() && leaves.stream().allMatch(MatchEvaluator::isContextField));
    }

    /** Returns those of {@code matches} that match the filters of {@code expression} and no prohibited operand. */
    private S filtered(QueryExpression expression, S matches) throws IOException {
        List<S> conditions = new ArrayList<>(List.of(matches));
        for (QueryExpression operand : expression.required()) {
            if (isCondition(operand)) {
                conditions.add(any(operand));
            }
        }
        S filtered = sets.intersection(conditions);
        List<QueryExpression> prohibited = expression.prohibited();
        return prohibited.isEmpty() ? filtered : sets.andNot(filtered, disjunction(prohibited));
    }

    /** Returns a query for each unit of {@code word}, which matches it in any allowed expansion. */
    List<Query> unitQueries(Word word) throws IOException {
        return words.unitQueries(word);
    }

    /** Counts the sections that match {@code expression}. */
    long count(QueryExpression expression) throws IOException {
        return sets.size(evaluate(expression));
    }

    /** Returns whether a section has {@code text} as a word in {@code field}, not only within another word. */
    boolean isWordOf(QueryField field, String text) throws IOException {
        return sets.size(words.asWord(new Word(text, field)).any()) > 0;
    }

    /** Counts what each expansion of {@code word} matches and adds. */
    List<ExpansionCount> expansionCounts(Word word) throws IOException {
        return words.expansionCounts(word);
    }
}
