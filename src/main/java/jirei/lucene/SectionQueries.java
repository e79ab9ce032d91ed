package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jirei.lucene.TextField.Part;
import jirei.lucene.WordQueries.Scored;
import jirei.query.Facet;
import jirei.query.FormKind;
import jirei.query.Matching;
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
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/** The queries of one request: for its words, for what orders the sections that answer, for what is highlighted in them. */
final class SectionQueries {
    /** Enough for a sentence of some hundred characters; a longer query is ordered by its beginning. */
    private static final int MOST_SCORED_TERMS = 4_000;

    private final QueryLexicon lexicon;
    private final Matching matching;
    private final Weights weights;
    private final Map<Word, WordQueries> words = new HashMap<>();

    SectionQueries(QueryLexicon lexicon, Matching matching, Weights weights) {
        this.lexicon = lexicon;
        this.matching = matching;
        this.weights = weights;
    }

    Matching matching() {
        return matching;
    }

    /** The queries of {@code word}, which is analysed once. */
    WordQueries word(Word word) {
        return words.computeIfAbsent(
                word,
                unknown -> new WordQueries(
                        lexicon, lexicon.analyze(unknown.text(), parts(unknown.field())), matching, weights));
    }

    /** Sections with the very characters of {@code phrase}. */
    Query exact(Phrase phrase) {
        return WordQueries.exact(phrase.text(), exactParts(phrase.field()));
    }

    /** The sections in which {@code word} stands as it was typed, or where it was typed as a reading, is read so. */
    Query typed(Word word) {
        return word(word).typed();
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

    /** What orders sections: the sum over every way in which a word can match, as far as it can be counted. */
    List<Query> ways(QueryExpression expression, Gate gate) throws IOException {
        List<Query> ways = new ArrayList<>();
        int terms = 0;
        for (QueryExpression leaf : leaves(expression)) {
            ways.addAll(together(leaf, gate));
            for (Scored score : scores(leaf)) {
                terms += termsOf(score.query());
                if (terms <= MOST_SCORED_TERMS) {
                    ways.add(score.query());
                }
            }
        }
        return ways;
    }

    /** A fixed amount for each piece of a word that is there in any form. */
    List<Query> together(QueryExpression leaf, Gate gate) throws IOException {
        if (!(leaf instanceof Word word)) {
            return List.of();
        }
        return gate.pieces(word(word)).stream()
                .<Query>map(piece -> new BoostQuery(new ConstantScoreQuery(piece.query()), weights.together()))
                .toList();
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

    /** What may be added to the score for a word or phrase. */
    List<Scored> scores(QueryExpression leaf) {
        return switch (leaf) {
            case Word word -> word(word).scores();
            case Phrase(String text, QueryField field) ->
                exactParts(field).stream()
                        .map(part -> Scored.of(
                                FormKind.TYPED,
                                text,
                                part,
                                new BoostQuery(WordQueries.exact(text, Set.of(part)), weights.of(part))))
                        .toList();
            default -> List.of();
        };
    }

    /** What is highlighted in {@code part}, which is heading or text. */
    Set<Mark> marks(QueryExpression expression, Part part) {
        Set<Mark> marks = new LinkedHashSet<>();
        for (QueryExpression leaf : leaves(expression)) {
            if (leaf instanceof Word word && parts(word.field()).contains(part)) {
                marks.addAll(word(word).marks());
            } else if (leaf instanceof Phrase(String text, QueryField field)
                    && parts(field).contains(part)) {
                marks.addAll(WordQueries.characters(text));
            }
        }
        return marks;
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
