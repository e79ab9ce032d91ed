package jirei.engine.advice;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.cases.Gazetteer;
import jirei.cases.Municipality;
import jirei.cases.Place;
import jirei.cases.Prefecture;
import jirei.engine.backend.IndexAccess;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.query.WordUnit;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.query.Facet;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.query.SearchRequest;
import org.apache.lucene.search.Query;

/**
 * Finds the places that a request names and no case is about. Not thread-safe.
 *
 * @param <S> the doc set type
 */
final class AbsentPlaces<S> {
    private static final Set<QueryField> FIELDS_WITH_PLACES = Set.of(QueryField.ANYWHERE, QueryField.PLACE);

    private final IndexAccess<S> index;
    private final RequestQueryFactory queries;

    AbsentPlaces(IndexAccess<S> index, RequestQueryFactory queries) {
        this.index = index;
        this.queries = queries;
    }

    /** Returns the absent places that {@code request} names in its query or selects as a filter. */
    Set<Place> of(SearchRequest request) throws IOException {
        Set<Place> absent = new LinkedHashSet<>();
        addIfAbsent(Gazetteer.named(request.query().text()), absent);
        for (QueryExpression required : request.query().expression().required()) {
            if (required instanceof Value(Facet facet, String value) && facet == Facet.PREFECTURE) {
                addIfAbsent(prefecture(value), absent);
            }
            for (QueryExpression leaf : required.leaves()) {
                addIfAbsent(places(leaf), absent);
            }
        }
        for (String selected : request.values(Facet.PREFECTURE)) {
            addIfAbsent(prefecture(selected), absent);
        }
        return absent;
    }

    private static List<Place> prefecture(String name) {
        return Prefecture.named(name).map(Place::of).stream().toList();
    }

    private List<Place> places(QueryExpression leaf) {
        return switch (leaf) {
            case Word word when FIELDS_WITH_PLACES.contains(word.field()) -> places(word);
            case Phrase(String text, QueryField field) when FIELDS_WITH_PLACES.contains(field) -> Gazetteer.named(text);
            default -> List.of();
        };
    }

    /** The whole word, or the longest name at its beginning: 札幌市 in 札幌市医師会. */
    private List<Place> places(Word word) {
        List<Place> whole = Gazetteer.named(word.text());
        if (!whole.isEmpty()) {
            return whole;
        }
        List<Place> longest = List.of();
        var beginning = new StringBuilder();
        for (WordUnit unit : queries.word(word).word().units()) {
            beginning.append(unit.text());
            List<Place> named = Gazetteer.namedInFull(beginning.toString());
            longest = named.isEmpty() ? longest : named;
        }
        return longest;
    }

    /** Adds places that share a name if all are absent, without municipalities of a prefecture among them. */
    private void addIfAbsent(List<Place> sharing, Set<Place> absent) throws IOException {
        boolean anyCases = false;
        for (Place place : sharing) {
            anyCases |= hasCases(place); // without a shortcut: all counts are requested at once
        }
        if (anyCases) {
            return;
        }
        for (Place place : sharing) {
            if (place.municipality() == null || !sharing.contains(Place.of(place.prefecture()))) {
                absent.add(place);
            }
        }
    }

    private boolean hasCases(Place place) throws IOException {
        Query inPrefecture =
                SchemaQueries.facetValue(Facet.PREFECTURE, place.prefecture().fullName());
        S named = index.matching(inField(place.fullName()));
        Municipality municipality = place.municipality();
        if (municipality == null) {
            return index.size(index.union(List.of(named, index.matching(inPrefecture)))) > 0;
        }
        S inMunicipality =
                index.intersection(List.of(index.matching(inField(place.name())), index.matching(inPrefecture)));
        S others = index.matching(WordQueryFactory.anyOf(longerNames(municipality)));
        return index.size(index.union(List.of(named, index.andNot(inMunicipality, others))))
                        + index.count(RegionSimilaritySearch.municipalityQuery(place.fullName()))
                > 0;
    }

    /** Matches the names that contain that of {@code municipality}, as 東大阪市 contains 大阪市. */
    private static List<Query> longerNames(Municipality municipality) {
        return Municipality.all().stream()
                .filter(other -> other.prefecture() == municipality.prefecture())
                .map(Municipality::name)
                .filter(name -> name.contains(municipality.name()) && !name.equals(municipality.name()))
                .map(AbsentPlaces::inField)
                .toList();
    }

    private static Query inField(String name) {
        return WordQueryFactory.exact(name, Set.of(Source.PLACE));
    }
}
