package jirei.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;
import jirei.cases.SectionKind;
import jirei.cases.Theme;

/**
 * The facets of a corpus: by which name a value is filtered, and how it is shown. Immutable.
 *
 * @param themes the themes of the corpus, in order
 * @param own the facets that the corpus declares, in order
 */
public record FacetScheme(List<Theme> themes, List<OwnFacet> own) {
    /** The scheme of a corpus without themes and facets of its own. */
    public static final FacetScheme NONE = new FacetScheme(List.of(), List.of());

    public FacetScheme {
        themes = List.copyOf(themes);
        own = List.copyOf(own);
    }

    /** Returns the facets that the corpus declares, in order. */
    public List<Facet> ownFacets() {
        return own.stream().<Facet>map(Facet.Own::new).toList();
    }

    /** Returns all facets in their order. */
    public List<Facet> all() {
        return Stream.concat(Facet.fixed(), ownFacets().stream()).toList();
    }

    /** Returns the facets that every response counts. */
    public Set<Facet> usual() {
        if (own.isEmpty()) {
            return Facet.USUAL;
        }
        Set<Facet> usual = Facet.ordered(Facet.USUAL);
        usual.addAll(ownFacets());
        return usual;
    }

    /** Returns the facet for a field name typed in a query, e.g. 県 or {@code prefecture}; empty for any other text. */
    Optional<Facet> named(String name) {
        return Stream.of(
                        Facet.fixed()
                                .filter(facet -> facet.id().equals(name)
                                        || facet.queryName().equals(name)),
                        ownFacets().stream()
                                .filter(facet -> QueryCharacters.folded(facet.id())
                                                .equals(name)
                                        || QueryCharacters.folded(facet.label()).equals(name)),
                        Stream.of(Facet.Fixed.values())
                                .filter(facet -> facet.otherNames().contains(name))
                                .map(facet -> (Facet) facet))
                .flatMap(facets -> facets)
                .findFirst();
    }

    /** Returns the display text of an indexed value: 関係機関の役割 for role, ア 資源の把握 for ア, 2017年度 for 2017. */
    public String valueLabel(Facet facet, String value) {
        return switch (facet) {
            case Facet.Fixed.KIND ->
                SectionKind.named(value).map(SectionKind::label).orElse(value);
            case Facet.Fixed.THEME ->
                themes.stream()
                        .filter(theme -> theme.id().equals(value))
                        .map(Theme::label)
                        .findFirst()
                        .orElse(value);
            case Facet.Fixed.YEAR -> value + "年度";
            case Facet.Fixed.RECOGNITION -> value.equals(Facet.OCR) ? "機械読み取り" : value;
            case Facet.Fixed.PREFECTURE -> value;
            case Facet.Fixed.MUNICIPALITY -> value;
            case Facet.Fixed.ACTOR -> value;
            case Facet.Fixed.COLLECTION -> value;
            case Facet.Own own -> value;
        };
    }

    /**
     * Returns the indexed value for a typed one: 大阪府 for 大阪, おおさか and osaka, 茨城県大子町 for 大子町, role for 関係機関の役割, ア for 資源の把握, 2017 for
     * 平成29年度. Part of a name will do if no other name has it. An unknown value is returned unchanged.
     */
    public String canonicalValue(Facet facet, String value) {
        return FacetValues.canonical(facet, value, themes).orElse(value);
    }
}
