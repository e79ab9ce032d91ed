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

/**
 * The sort orders of sections and cases. The primary keys of an order have the same value in all sections of a case.
 * Stateless.
 */
public final class HitSorts {
    private static final SortField SCORE = SortField.FIELD_SCORE;
    private static final SortField NUMBER = new SortField(IndexField.NUMBER.luceneName(), SortField.Type.LONG);
    private static final SortField CASE_ID = new SortField(IndexField.CASE_ID.luceneName(), SortField.Type.STRING);
    private static final SortField POSITION = new SortField(IndexField.POSITION.luceneName(), SortField.Type.LONG);
    /** By score, then in collection order. */
    public static final Sort RELEVANCE = new Sort(SCORE, NUMBER, CASE_ID, POSITION);

    private HitSorts() {}

    /**
     * Returns the sort for sections by {@code order}; {@code filters} supply the region for
     * {@link SortOrder#REGION_SIMILARITY}.
     */
    public static Sort ofSections(SortOrder order, Filters filters) {
        if (order == SortOrder.NUMBER) {
            return new Sort(NUMBER, CASE_ID, POSITION, SCORE);
        }
        Stream<SortField> primary = primary(order, filters).stream();
        return new Sort(Stream.concat(primary, Stream.of(RELEVANCE.getSort())).toArray(SortField[]::new));
    }

    /**
     * Returns the sort for cases, whose score is that of their best section, so that cases come in the order of their
     * first section.
     */
    public static Sort ofCases(SortOrder order, Filters filters) {
        if (order == SortOrder.NUMBER) {
            return new Sort(NUMBER, CASE_ID);
        }
        Stream<SortField> primary = primary(order, filters).stream();
        return new Sort(
                Stream.concat(primary, Stream.of(SCORE, NUMBER, CASE_ID)).toArray(SortField[]::new));
    }

    /** Returns the sort for cases by descending similarity, then by number and id. */
    public static Sort bySimilarity(RegionSimilaritySource similarity) {
        return new Sort(similarity.getSortField(true), NUMBER, CASE_ID);
    }

    private static Optional<SortField> primary(SortOrder order, Filters filters) {
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
                        : Optional.of(new RegionSimilaritySource(like.region(), like.weights()).getSortField(true));
            }
        };
    }

    /** Unknown values sort last in both directions. */
    private static SortField by(Indicator indicator, boolean descending) {
        return DoubleField.newSortField(
                CaseDocumentMapper.indicatorField(indicator),
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

    /** Reads the score of {@code hit} from its sort values; 0 if the sort has no score. */
    public static float scoreOf(ScoreDoc hit) {
        for (Object value : ((FieldDoc) hit).fields) {
            if (value instanceof Float score) {
                return score;
            }
        }
        return 0;
    }

    /**
     * Reads the case id of {@code hit} from its sort values.
     *
     * @throws IllegalArgumentException if the sort has no case id
     */
    public static String caseIdOf(ScoreDoc hit) {
        for (Object value : ((FieldDoc) hit).fields) {
            if (value instanceof BytesRef id) {
                return id.utf8ToString();
            }
        }
        throw new IllegalArgumentException("hit must have been sorted by case id, got " + hit);
    }
}
