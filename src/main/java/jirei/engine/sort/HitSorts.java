package jirei.engine.sort;

import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.query.SortOrder;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;

/** In what order sections and cases come. What an order goes by first is the same for all sections of a case. */
public final class HitSorts {
    private static final SortField SCORE = SortField.FIELD_SCORE;
    private static final SortField NUMBER = new SortField(IndexField.NUMBER.luceneName(), SortField.Type.LONG);
    private static final SortField CASE_ID = new SortField(IndexField.CASE_ID.luceneName(), SortField.Type.STRING);
    private static final SortField POSITION = new SortField(IndexField.POSITION.luceneName(), SortField.Type.LONG);
    /** By score, then as cases stand in their collection. */
    public static final Sort RELEVANCE = new Sort(SCORE, NUMBER, CASE_ID, POSITION);

    private HitSorts() {}

    /** The order {@code order} of sections. */
    public static Sort ofSections(SortOrder order, Filters filters) {
        if (order == SortOrder.NUMBER) {
            return new Sort(NUMBER, CASE_ID, POSITION, SCORE);
        }
        Stream<SortField> first = first(order, filters).stream();
        return new Sort(Stream.concat(first, Stream.of(RELEVANCE.getSort())).toArray(SortField[]::new));
    }

    /** The same of cases, whose score is that of their best section: the first section's case comes first. */
    public static Sort ofCases(SortOrder order, Filters filters) {
        if (order == SortOrder.NUMBER) {
            return new Sort(NUMBER, CASE_ID);
        }
        Stream<SortField> first = first(order, filters).stream();
        return new Sort(Stream.concat(first, Stream.of(SCORE, NUMBER, CASE_ID)).toArray(SortField[]::new));
    }

    /** The order of cases by how like {@code likeness} they are. */
    public static Sort bySimilarity(RegionSimilaritySource likeness) {
        return new Sort(likeness.getSortField(true), NUMBER, CASE_ID);
    }

    private static Optional<SortField> first(SortOrder order, Filters filters) {
        return switch (order) {
            case RELEVANCE, NUMBER -> Optional.empty();
            case POPULATION -> Optional.of(by(Indicator.POPULATION, false));
            case POPULATION_DESC -> Optional.of(by(Indicator.POPULATION, true));
            case AGEING -> Optional.of(by(Indicator.AGEING, false));
            case AGEING_DESC -> Optional.of(by(Indicator.AGEING, true));
            case YEAR -> Optional.of(byYear(false));
            case YEAR_DESC -> Optional.of(byYear(true));
            case REGION_SIMILARITY -> {
                RegionComparison like = filters.comparison();
                yield like == null
                        ? Optional.empty()
                        : Optional.of(new RegionSimilaritySource(like.region()).getSortField(true));
            }
        };
    }

    /** What isn't known comes last in both directions. */
    private static SortField by(Indicator measure, boolean descending) {
        return DoubleField.newSortField(
                CaseDocumentMapper.indicatorField(measure),
                descending,
                SortedNumericSelector.Type.MIN,
                descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }

    private static SortField byYear(boolean descending) {
        return new SortField(
                IndexField.YEAR.luceneName(),
                SortField.Type.LONG,
                descending,
                descending ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    /** The score of {@code hit}, from among the values it was sorted by. */
    public static float scoreOf(ScoreDoc hit) {
        for (Object value : ((FieldDoc) hit).fields) {
            if (value instanceof Float score) {
                return score;
            }
        }
        return 0;
    }

    /** The id of the case of {@code hit}, from among the values it was sorted by. */
    public static String caseIdOf(ScoreDoc hit) {
        for (Object value : ((FieldDoc) hit).fields) {
            if (value instanceof BytesRef id) {
                return id.utf8ToString();
            }
        }
        throw new IllegalArgumentException("hit must have been sorted by case id, got " + hit);
    }
}
