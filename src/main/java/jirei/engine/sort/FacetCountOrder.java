package jirei.engine.sort;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.Municipalities;
import jirei.cases.OwnFacet;
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
    private static final Comparator<FacetCount> BY_COUNT = Comparator.<FacetCount>comparingLong(
                    label -> -label.count().sections())
            .thenComparing(BY_VALUE);
    /** Sorts values without a number last. */
    private static final BigDecimal NO_NUMBER = BigDecimal.valueOf(Long.MAX_VALUE);

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
                new FacetScheme(lexicon.themes().themes(), lexicon.facets().facets()));
    }

    /** Returns the facets of the corpus. */
    public FacetScheme scheme() {
        return scheme;
    }

    /** Returns the values of {@code facet} in list order; empty if any value is allowed. */
    public Set<String> values(Facet facet) {
        Stream<String> values =
                switch (facet) {
                    case Facet.Fixed.PREFECTURE ->
                        Stream.of(Prefecture.values()).map(Prefecture::fullName);
                    case Facet.Fixed.KIND -> Stream.of(SectionKind.values()).map(SectionKind::id);
                    case Facet.Fixed.THEME -> scheme.themes().stream().map(Theme::id);
                    case Facet.Fixed.ACTOR -> actors.stream();
                    case Facet.Fixed.MUNICIPALITY -> Stream.empty();
                    case Facet.Fixed.YEAR -> Stream.empty();
                    case Facet.Fixed.COLLECTION -> Stream.empty();
                    case Facet.Fixed.RECOGNITION -> Stream.of(Facet.OCR);
                    case Facet.Own(OwnFacet own) -> own.allowed().stream();
                };
        return values.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns {@code counts} as sorted labels of the counted facets, see {@link #labels(Facet, Map, Filters)}. */
    public Map<Facet, List<FacetCount>> labels(Map<Facet, Map<String, HitCount>> counts, Filters filters) {
        Map<Facet, List<FacetCount>> labels = new TreeMap<>(Facet.ORDER);
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
                .flatMap(value -> withValuesAbove(facet, value))
                .distinct()
                .map(value -> new FacetCount(
                        value,
                        counts.getOrDefault(value, HitCount.NONE),
                        selected.contains(value),
                        excluded.contains(value)))
                .sorted(of(facet))
                .toList();
    }

    /** A value is shown inside the values that contain it, even if these have no count. */
    private static Stream<String> withValuesAbove(Facet facet, String value) {
        return facet instanceof Facet.Own(OwnFacet own) ? own.withValuesAbove(value).stream() : Stream.of(value);
    }

    private static Comparator<FacetCount> of(OwnFacet facet) {
        List<String> allowed = facet.allowed();
        return switch (facet.order()) {
            case LIST ->
                Comparator.<FacetCount>comparingInt(
                                label -> Math.floorMod(allowed.indexOf(label.value()), Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case COUNT -> BY_COUNT;
            case NUMBER ->
                Comparator.<FacetCount, BigDecimal>comparing(
                                label -> OwnFacet.numberIn(label.value()).orElse(NO_NUMBER))
                        .thenComparing(BY_VALUE);
        };
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
     * and collections by descending count, years from newest, values of facets of the corpus as it declares.
     */
    private Comparator<FacetCount> of(Facet facet) {
        return switch (facet) {
            case Facet.Fixed.PREFECTURE ->
                Comparator.<FacetCount>comparingInt(label -> Prefecture.named(label.value())
                                .map(Prefecture::ordinal)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case Facet.Fixed.MUNICIPALITY ->
                Comparator.<FacetCount>comparingInt(label -> Municipalities.orderOf(label.value()))
                        .thenComparing(BY_VALUE);
            case Facet.Fixed.KIND ->
                Comparator.<FacetCount>comparingInt(label -> SectionKind.named(label.value())
                                .map(SectionKind::ordinal)
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case Facet.Fixed.THEME ->
                Comparator.<FacetCount>comparingInt(label -> position(label.value()))
                        .thenComparing(BY_VALUE);
            case Facet.Fixed.ACTOR ->
                Comparator.<FacetCount>comparingLong(label -> -label.count().sections())
                        .thenComparingInt(label -> Math.floorMod(actors.indexOf(label.value()), Integer.MAX_VALUE))
                        .thenComparing(BY_VALUE);
            case Facet.Fixed.YEAR -> BY_VALUE.reversed();
            case Facet.Fixed.COLLECTION -> BY_COUNT;
            case Facet.Fixed.RECOGNITION -> BY_VALUE;
            case Facet.Own(OwnFacet own) -> of(own);
        };
    }
}
