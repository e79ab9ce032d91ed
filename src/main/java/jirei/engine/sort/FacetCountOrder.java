package jirei.engine.sort;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.Municipalities;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.lexicon.Lexicon;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.Filters;
import jirei.search.FacetCount;
import jirei.search.HitCount;

/** Builds and sorts the labels of facets. Immutable. */
public final class FacetCountOrder {
    private static final Comparator<FacetCount> BY_VALUE = Comparator.comparing(FacetCount::value);

    private final List<String> actors;
    private final FacetScheme scheme;

    /** @param actors the actor names in lexicon order */
    FacetCountOrder(List<String> actors, FacetScheme scheme) {
        this.actors = actors;
        this.scheme = scheme;
    }

    /** Creates an order with the actors and themes of {@code lexicon}. */
    public static FacetCountOrder of(Lexicon lexicon) {
        return new FacetCountOrder(
                lexicon.actors().actors().stream().map(Actor::name).toList(),
                new FacetScheme(lexicon.themes().themes()));
    }

    /** Returns the facets of the corpus. */
    public FacetScheme scheme() {
        return scheme;
    }

    /** Returns the values of {@code facet} in list order; empty if any value is allowed. */
    public Set<String> values(Facet facet) {
        Stream<String> values =
                switch (facet) {
                    case PREFECTURE -> Stream.of(Prefecture.values()).map(Prefecture::fullName);
                    case KIND -> Stream.of(SectionKind.values()).map(SectionKind::id);
                    case THEME -> scheme.themes().stream().map(Theme::id);
                    case ACTOR -> actors.stream();
                    case MUNICIPALITY, YEAR, COLLECTION -> Stream.empty();
                    case RECOGNITION -> Stream.of(Facet.OCR);
                };
        return values.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns {@code counts} as sorted labels of the counted facets, see {@link #labels(Facet, Map, Filters)}. */
    public Map<Facet, List<FacetCount>> labels(Map<Facet, Map<String, HitCount>> counts, Filters filters) {
        Map<Facet, List<FacetCount>> labels = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> labels.put(facet, labels(facet, values, filters)));
        return labels;
    }

    /**
     * Returns {@code counts} as sorted labels, including the selected and excluded values of {@code filters} without a
     * count.
     */
    public List<FacetCount> labels(Facet facet, Map<String, HitCount> counts, Filters filters) {
        Set<String> selected = filters.selected(facet);
        Set<String> excluded = filters.excluded(facet);
        return Stream.of(counts.keySet(), selected, excluded)
                .flatMap(Set::stream)
                .distinct()
                .map(value -> new FacetCount(
                        value,
                        counts.getOrDefault(value, HitCount.NONE),
                        selected.contains(value),
                        excluded.contains(value)))
                .sorted(of(facet))
                .toList();
    }

    private int position(String theme) {
        return scheme.themes().stream()
                .filter(one -> one.id().equals(theme))
                .mapToInt(Theme::order)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * Prefectures from north to south, municipalities by prefecture and code, kinds and themes in declaration order, actors
     * and collections by descending count, years from newest.
     */
    private Comparator<FacetCount> of(Facet facet) {
        return switch (facet) {
            case PREFECTURE ->
                Comparator.<FacetCount>comparingInt(label -> Prefecture.named(label.value())
                                .map(Prefecture::ordinal)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case MUNICIPALITY ->
                Comparator.<FacetCount>comparingInt(label -> Municipalities.orderOf(label.value()))
                        .thenComparing(BY_VALUE);
            case KIND ->
                Comparator.<FacetCount>comparingInt(label -> SectionKind.named(label.value())
                                .map(SectionKind::ordinal)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case THEME ->
                Comparator.<FacetCount>comparingInt(label -> position(label.value()))
                        .thenComparing(BY_VALUE);
            case ACTOR ->
                Comparator.<FacetCount>comparingLong(label -> -label.count().sections())
                        .thenComparingInt(label -> Math.floorMod(actors.indexOf(label.value()), Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case YEAR -> BY_VALUE.reversed();
            case COLLECTION ->
                Comparator.<FacetCount>comparingLong(label -> -label.count().sections())
                        .thenComparing(BY_VALUE);
            case RECOGNITION -> BY_VALUE;
        };
    }
}
