package jirei.lucene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jirei.lucene.TextField.Part;
import jirei.query.Facet;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/**
 * Turns an expression into three queries with one duty each: the gate says which sections answer, so that what is counted
 * never depends on ranking; the score orders them; the marks are what is highlighted.
 */
final class SectionQueries {
    /** Enough for a sentence of some hundred characters; a longer query is ordered by its beginning. */
    private static final int MOST_SCORED_TERMS = 4_000;

    private final WordQueries words;
    private final Weights weights;

    SectionQueries(QueryLexicon lexicon, Weights weights) {
        this.words = new WordQueries(lexicon, weights);
        this.weights = weights;
    }

    /** Which sections answer {@code expression}. */
    Query gate(QueryExpression expression) {
        return switch (expression) {
            case MatchAll() -> allSections();
            case Word(String text, QueryField field) -> words.gate(text, parts(field));
            case Phrase(String text, QueryField field) -> words.exact(text, exactParts(field));
            case Value(Facet facet, String value) -> facetValue(facet, value);
            case And(List<QueryExpression> operands) -> allOf(operands);
            case Or(List<QueryExpression> operands) ->
                WordQueries.anyOf(operands.stream().map(this::gate).toList());
            case Not(QueryExpression operand) -> allOf(List.of(new Not(operand)));
        };
    }

    /** The sections in which {@code word} stands as it was typed, or where it was typed as a reading, is read so. */
    Query typed(Word word) {
        return words.typed(word.text(), parts(word.field()));
    }

    /** The sections in which {@code facet} has {@code value}. */
    static Query facetValue(Facet facet, String value) {
        return new TermQuery(new Term(CaseDocuments.facetName(facet), value));
    }

    static Query allSections() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.SECTION_TYPE));
    }

    static Query allCases() {
        return new TermQuery(new Term(IndexField.TYPE.luceneName(), IndexField.CASE_TYPE));
    }

    private Query allOf(List<QueryExpression> operands) {
        var all = new BooleanQuery.Builder();
        boolean positive = false;
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression excluded)) {
                all.add(gate(excluded), Occur.MUST_NOT);
            } else {
                all.add(gate(operand), Occur.FILTER);
                positive = true;
            }
        }
        if (!positive) {
            all.add(allSections(), Occur.FILTER);
        }
        return all.build();
    }

    /** One gate for each thing asked for: each word's terms if it is a single word, each operand otherwise. */
    List<Query> gatesOfUnits(QueryExpression expression) {
        List<QueryExpression> wanted = wanted(expression);
        if (wanted.size() == 1 && wanted.getFirst() instanceof Word(String text, QueryField field)) {
            return words.pieceGates(text, parts(field));
        }
        return wanted.stream().map(this::gate).toList();
    }

    /** What must be there, the outermost And taken apart. */
    static List<QueryExpression> wanted(QueryExpression expression) {
        return switch (expression) {
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

    /** What must not be there, the outermost And taken apart. */
    static List<QueryExpression> excluded(QueryExpression expression) {
        List<QueryExpression> operands =
                expression instanceof And(List<QueryExpression> all) ? all : List.of(expression);
        return operands.stream()
                .flatMap(operand ->
                        operand instanceof Not(QueryExpression excluded) ? Stream.of(excluded) : Stream.empty())
                .toList();
    }

    /** Adds what orders the sections of {@code gate}: the sum over every way in which a word can match. */
    Query scored(Query gate, QueryExpression expression) {
        var query = new BooleanQuery.Builder().add(gate, Occur.FILTER);
        int terms = 0;
        for (QueryExpression leaf : leaves(expression)) {
            for (Query score : scores(leaf)) {
                terms += termsOf(score);
                if (terms <= MOST_SCORED_TERMS) {
                    query.add(score, Occur.SHOULD);
                }
            }
        }
        return query.build();
    }

    private static int termsOf(Query query) {
        var terms = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... found) {
                terms.addAndGet(found.length);
            }
        });
        return terms.get();
    }

    private List<Query> scores(QueryExpression leaf) {
        return switch (leaf) {
            case Word(String text, QueryField field) -> words.scores(text, parts(field));
            case Phrase(String text, QueryField field) ->
                exactParts(field).stream()
                        .<Query>map(part -> new BoostQuery(words.exact(text, Set.of(part)), weights.of(part)))
                        .toList();
            default -> List.of();
        };
    }

    /** What is highlighted in {@code part}, which is heading or text. */
    Query marks(QueryExpression expression, Part part) {
        List<Query> marks = new ArrayList<>();
        for (QueryExpression leaf : leaves(expression)) {
            if (leaf instanceof Word(String text, QueryField field)
                    && parts(field).contains(part)) {
                marks.addAll(words.marks(text, part));
            } else if (leaf instanceof Phrase(String text, QueryField field)
                    && parts(field).contains(part)) {
                marks.add(words.exact(text, Set.of(part)));
            }
        }
        return WordQueries.anyOf(marks);
    }

    /** The words and phrases that are asked for, at any depth; those that are excluded are left out. */
    static List<QueryExpression> leaves(QueryExpression expression) {
        return switch (expression) {
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
        return operands.stream().flatMap(operand -> leaves(operand).stream()).toList();
    }

    /** A phrase or a single character is looked for where a reader sees it: in heading and text. */
    private static Set<Part> exactParts(QueryField field) {
        return field == QueryField.ANYWHERE ? EnumSet.of(Part.TEXT, Part.HEADING) : parts(field);
    }

    static Set<Part> parts(QueryField field) {
        return switch (field) {
            case ANYWHERE -> EnumSet.of(Part.TEXT, Part.HEADING, Part.CONTEXT);
            case HEADING -> EnumSet.of(Part.HEADING);
            case TEXT -> EnumSet.of(Part.TEXT);
            case TITLE -> EnumSet.of(Part.TITLE);
            case PLACE -> EnumSet.of(Part.PLACE);
        };
    }
}
